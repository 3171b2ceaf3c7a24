package org.samklima.portal.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.closing.Closings;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night at three (UTC): removes what has been kept long enough, tenant by tenant, and erases tenants whose day has come. */
@Service
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    static final int PORTION = 1_000;
    private static final int PORTION_OF_FILES = 20;

    private final Tenants tenants;
    private final Closings closings;
    private final RetentionProperties kept;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Retention(
            Tenants tenants,
            Closings closings,
            RetentionProperties kept,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.closings = closings;
        this.kept = kept;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Doing it again the same night changes nothing. One tenant's failure keeps no other from its turn. */
    void apply() {
        closings.eraseDue();
        for (int removed = PORTION; removed == PORTION; ) {
            removed = Tenancy.onPlatform(() -> transactions.execute(
                    _ -> jdbc.sql("DELETE FROM event_publication WHERE id IN (SELECT id FROM event_publication"
                                    + " WHERE completion_date < ? LIMIT ?)")
                            .params(before(kept.eventPublications()), PORTION)
                            .update()));
        }
        for (var tenant : Tenancy.onPlatform(tenants::all)) {
            try {
                apply(tenant);
            } catch (RuntimeException failure) {
                LOG.error("What {} no longer needs could not be removed", tenant.slug(), failure);
            }
        }
    }

    /**
     * Rows that go when they are old enough.
     *
     * @param moment SQL for what their age is counted from
     * @param unless SQL for those that stay all the same
     * @param portion so many in one transaction
     */
    private record Ageing(String table, String moment, String unless, Period kept, int portion) {}

    void apply(Tenant tenant) {
        Tenancy.inTenant(
                tenant.id(),
                Actor.SYSTEM,
                () -> List.of(
                                new Ageing("audit_entry", "at", "false", kept.auditTrail(), PORTION),
                                new Ageing("plan_change", "at", "false", kept.changeHistory(), PORTION),
                                new Ageing(
                                        "outgoing_mail",
                                        "coalesce(sent_at, created_at)",
                                        "false",
                                        kept.mail(),
                                        PORTION),
                                new Ageing(
                                        "invitation",
                                        "coalesce(accepted_at, expires_at)",
                                        "false",
                                        kept.invitations(),
                                        PORTION),
                                // Each may be as large as everything that the tenant has.
                                new Ageing("tenant_archive", "requested_at", "false", kept.archives(), 1),
                                new Ageing(
                                        "import_job",
                                        "created_at",
                                        "state IN ('WAITING', 'RUNNING')",
                                        kept.imports(),
                                        PORTION_OF_FILES))
                        .forEach(this::remove));
    }

    /** Portion by portion, because no statement may take longer than seconds; each stands in the tenant's audit trail. */
    private void remove(Ageing rows) {
        for (int removed = rows.portion(); removed == rows.portion(); ) {
            removed = transactions.execute(_ -> {
                int gone = removePortion(rows);
                if (gone > 0) {
                    audit.record("records.removed", rows.table(), "", Map.of("removed", rows.table(), "rows", gone));
                }
                return gone;
            });
        }
    }

    /** The oldest first: of a history the database lets go only what is older than a year, whatever is asked of it. */
    private int removePortion(Ageing rows) {
        return jdbc.sql(
                        "DELETE FROM %1$s WHERE tenant_id = :tenant AND id IN (SELECT id FROM %1$s WHERE tenant_id = :tenant"
                                        .formatted(rows.table())
                                + " AND " + rows.moment() + " < :before AND NOT " + rows.unless() + " ORDER BY "
                                + rows.moment()
                                + " LIMIT :portion)")
                .param("tenant", Tenancy.tenantId())
                .param("before", before(rows.kept()))
                .param("portion", rows.portion())
                .update();
    }

    private OffsetDateTime before(Period period) {
        return OffsetDateTime.now(clock).minus(period);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RetentionProperties.class)
    static class RetentionTask {

        @Bean
        Task<Void> retentionTask(ObjectProvider<Retention> retention) {
            return Tasks.recurring("retention", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 0)))
                    .execute((_, _) -> retention.getObject().apply());
        }
    }
}
