package org.samklima.portal.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.people.People;
import org.samklima.portal.privacy.PersonErased;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantClosings;
import org.samklima.portal.tenancy.TenantTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a tenant ends. docs/leaving.md says what becomes of what. */
@Service
public class Closings {

    /** What stays of an erased tenant under its own name, and why. */
    public static final Map<String, String> STAYS =
            Map.of("published.document", "what has been published is the public's; the operator can withdraw it");

    static final int PORTION = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);

    private final TenantClosings tenants;
    private final TenantTables tables;
    private final People people;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Closings(
            TenantClosings tenants,
            TenantTables tables,
            People people,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.tables = tables;
        this.people = people;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The bound tenant's managers want it closed; the operator sees that. */
    void ask() {
        transactions.executeWithoutResult(_ -> {
            tenants.askForClosing(Tenancy.tenantId());
            audit.record("tenant.closing-asked", "tenant", Tenancy.tenantId(), Map.of());
        });
    }

    /** They do not want it any more; no use where the operator has closed it already. */
    void takeBack() {
        transactions.executeWithoutResult(_ -> {
            tenants.stayOpen(Tenancy.tenantId());
            audit.record("tenant.closing-taken-back", "tenant", Tenancy.tenantId(), Map.of());
        });
    }

    /**
     * Lets nobody in any more and keeps everything as it is until that day. The networks that it is a member of read of it in
     * their audit trails.
     *
     * @throws Problem if the day is not in the future, or the tenant is closed already
     */
    void close(Tenant tenant, LocalDate eraseOn, Actor operator) {
        if (!eraseOn.isAfter(tenant.dayOf(clock.instant()))) {
            throw Problem.invalid("closing.day-past");
        }
        Tenancy.inTenant(
                tenant.id(),
                operator,
                () -> transactions.executeWithoutResult(_ -> {
                    if (tenants.closing(tenant.id()).closedAt() != null) {
                        throw Problem.conflict("closing.closed-already", tenant.name());
                    }
                    audit.record("tenant.closed", "tenant", tenant.id(), Map.of("eraseOn", eraseOn.toString()));
                    tenants.close(tenant.id(), eraseOn);
                }));
        inItsNetworks(
                tenant,
                () -> audit.record(
                        "member.closed",
                        "tenant",
                        tenant.id(),
                        Map.of("name", tenant.name(), "eraseOn", eraseOn.toString())));
    }

    /** Everything is as it was. @throws Problem if it has been erased */
    void reopen(Tenant tenant, Actor operator) {
        Tenancy.inTenant(
                tenant.id(),
                operator,
                () -> transactions.executeWithoutResult(_ -> {
                    tenants.reopen(tenant.id());
                    audit.record("tenant.reopened", "tenant", tenant.id(), Map.of());
                }));
        inItsNetworks(
                tenant, () -> audit.record("member.reopened", "tenant", tenant.id(), Map.of("name", tenant.name())));
    }

    /** Erases every closed tenant whose day has come. Doing it again changes nothing; one that fails keeps no other. */
    public void eraseDue() {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        for (var tenant : Tenancy.onPlatform(() -> tenants.toErase(today))) {
            try {
                erase(tenant, today);
            } catch (RuntimeException failure) {
                LOG.error("{} could not be erased; everything it has is there still", tenant.slug(), failure);
            }
        }
    }

    /**
     * Ends its memberships, then removes every row that it has in any table that the catalogue knows, in one transaction.
     *
     * @throws IllegalStateException if a row is left that is not named in {@link #STAYS}; then nothing was removed
     */
    private void erase(Tenant tenant, LocalDate day) {
        var today = tenant.dayOf(clock.instant());
        inItsNetworks(tenant, () -> {
            jdbc.sql("UPDATE membership SET until = greatest(since, ?) WHERE tenant_id = ? AND member_id = ?"
                            + " AND (until IS NULL OR until > ?)")
                    .params(today, Tenancy.tenantId(), tenant.id(), today)
                    .update();
            audit.record("member.ends", "tenant", tenant.id(), Map.of("name", tenant.name(), "until", "" + today));
        });
        Tenancy.inTenant(
                tenant.id(),
                Actor.SYSTEM,
                () -> transactions.executeWithoutResult(_ -> {
                    if (!tenants.holdToErase(tenant.id(), day)) {
                        return;
                    }
                    people.all().forEach(user -> events.publishEvent(new PersonErased(tenant.id(), user.personId())));
                    var all = tables.all().reversed();
                    all.stream()
                            .filter(table -> !STAYS.containsKey(table.fullName()))
                            .forEach(this::removeAll);
                    var left = all.stream()
                            .filter(table -> !STAYS.containsKey(table.fullName()))
                            .filter(table -> jdbc.sql(
                                            "SELECT EXISTS (SELECT FROM " + table.fullName() + " WHERE tenant_id = ?)")
                                    .param(tenant.id())
                                    .query(Boolean.class)
                                    .single())
                            .map(TenantTables.Table::fullName)
                            .toList();
                    if (!left.isEmpty()) {
                        throw new IllegalStateException("Rows of " + tenant.slug() + " are left in " + left);
                    }
                    tenants.erased(tenant.id());
                    events.publishEvent(new TenantErased(tenant.id()));
                }));
    }

    /**
     * All of the bound tenant's rows, in portions, because no statement may take longer than seconds; where rows refer to one
     * another at once, for they can only go together. Found by their place: by their key, the database would compare each with
     * each as long as it does not know yet that there are many.
     */
    private void removeAll(TenantTables.Table table) {
        int portion = table.refersToItself() ? Integer.MAX_VALUE : PORTION;
        for (int removed = portion; removed == portion; ) {
            removed = jdbc.sql("DELETE FROM %1$s WHERE tenant_id = :tenant AND ctid = ANY (ARRAY(SELECT ctid FROM %1$s"
                                    .formatted(table.fullName())
                            + " WHERE tenant_id = :tenant LIMIT :portion))")
                    .param("tenant", Tenancy.tenantId())
                    .param("portion", portion)
                    .update();
        }
    }

    /** In each association whose member it is, in the platform's own name. */
    private void inItsNetworks(Tenant tenant, Runnable work) {
        List<UUID> networks = Tenancy.inTenant(
                tenant.id(),
                Actor.SYSTEM,
                () -> transactions.execute(_ -> jdbc.sql("SELECT tenant_id FROM membership WHERE member_id = ?"
                                + " AND tenant_id <> member_id AND coalesce(until, 'infinity') >= ?")
                        .params(tenant.id(), tenant.dayOf(clock.instant()))
                        .query(UUID.class)
                        .list()));
        networks.forEach(network ->
                Tenancy.inTenant(network, Actor.SYSTEM, () -> transactions.executeWithoutResult(_ -> work.run())));
    }
}
