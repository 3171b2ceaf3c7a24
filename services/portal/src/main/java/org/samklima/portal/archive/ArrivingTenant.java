package org.samklima.portal.archive;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.people.PersonArrived;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantArrived;
import org.samklima.portal.tenancy.TenantClosings;
import org.samklima.portal.tenancy.TenantCreated;
import org.samklima.portal.tenancy.TenantFounding;
import org.samklima.portal.tenancy.TenantTables;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes an archive into the database: a new tenant in one transaction of the platform, an empty one in one of its own. */
@Component
class ArrivingTenant {

    private final TenantFounding founding;
    private final TenantClosings tenants;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ArrivingTenant(
            TenantFounding founding,
            TenantClosings tenants,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.founding = founding;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    void letIn(
            ArchiveFile archive,
            Arrival plan,
            OtherIds ids,
            List<TenantTables.Table> tables,
            Actor operator,
            Arrivals.PeopleBy peopleBy) {
        var tenant = plan.tenant();
        var founded = Stream.concat(plan.added().stream(), plan.founded() ? Stream.of(tenant) : Stream.<Tenant>empty())
                .toList();
        Tenancy.onPlatform(() -> transactions.execute(_ -> {
            founding.found(founded, operator, one -> {
                if (one.equals(tenant)) {
                    fill(archive, plan, ids, tables);
                }
            });
            founded.forEach(one -> events.publishEvent(new TenantCreated(one.id())));
            if (plan.founded()) {
                tell(archive, plan, ids, peopleBy);
            }
            return true;
        }));
        if (!plan.founded()) {
            Tenancy.inTenant(
                    tenant.id(),
                    operator,
                    () -> transactions.executeWithoutResult(_ -> {
                        if (plan.returns()) {
                            tenants.returned(tenant.id());
                            events.publishEvent(new TenantCreated(tenant.id()));
                        }
                        fill(archive, plan, ids, tables);
                        tell(archive, plan, ids, peopleBy);
                    }));
        }
    }

    private void fill(ArchiveFile archive, Arrival plan, OtherIds ids, List<TenantTables.Table> tables) {
        arriving(plan.tenant(), true);
        long rows = new RowLoading(jdbc, archive, ids).load(tables);
        arriving(plan.tenant(), false);
        jdbc.sql("UPDATE import_job SET state = 'FAILED' WHERE tenant_id = ? AND state IN ('WAITING', 'RUNNING')")
                .param(plan.tenant().id())
                .update();
        audit.record("tenant.arrived", "tenant", plan.tenant().id(), Map.of("rows", rows));
    }

    private void arriving(Tenant tenant, boolean arriving) {
        jdbc.sql("UPDATE tenant SET arriving = ? WHERE id = ?")
                .params(arriving, tenant.id())
                .update();
    }

    private void tell(ArchiveFile archive, Arrival plan, OtherIds ids, Arrivals.PeopleBy peopleBy) {
        var tenant = plan.tenant().id();
        events.publishEvent(new TenantArrived(tenant));
        if (peopleBy == Arrivals.PeopleBy.EMAIL) {
            archive.people()
                    .forEach(person -> events.publishEvent(
                            new PersonArrived(tenant, ids.ids().getOrDefault(person.id(), person.id()))));
        }
    }
}
