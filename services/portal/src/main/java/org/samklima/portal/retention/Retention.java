package org.samklima.portal.retention;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private final Tenants tenants;
    private final Closings closings;
    private final RetentionProperties kept;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Retention(
            Tenants tenants,
            Closings closings,
            RetentionProperties kept,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.tenants = tenants;
        this.closings = closings;
        this.kept = kept;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Doing it again the same night changes nothing. One tenant's failure keeps no other from its turn. */
    void apply() {
        closings.eraseDue();
        Tenancy.onPlatform(
                () -> transactions.execute(_ -> jdbc.sql("DELETE FROM event_publication WHERE completion_date < ?")
                        .param(before(kept.eventPublications()))
                        .update()));
        for (var tenant : Tenancy.onPlatform(tenants::all)) {
            try {
                apply(tenant);
            } catch (RuntimeException failure) {
                LOG.error("What {} no longer needs could not be removed", tenant.slug(), failure);
            }
        }
    }

    void apply(Tenant tenant) {
        Map<String, Period> removed = new LinkedHashMap<>();
        removed.put("audit_entry WHERE tenant_id = ? AND at < ?", kept.auditTrail());
        removed.put("plan_change WHERE tenant_id = ? AND at < ?", kept.changeHistory());
        removed.put("outgoing_mail WHERE tenant_id = ? AND coalesce(sent_at, created_at) < ?", kept.mail());
        removed.put("invitation WHERE tenant_id = ? AND coalesce(accepted_at, expires_at) < ?", kept.invitations());
        removed.put("tenant_archive WHERE tenant_id = ? AND requested_at < ?", kept.archives());
        removed.put(
                "import_job WHERE tenant_id = ? AND created_at < ? AND state NOT IN ('WAITING', 'RUNNING')",
                kept.imports());
        Tenancy.inTenant(
                tenant.id(),
                Actor.SYSTEM,
                () -> transactions.executeWithoutResult(
                        _ -> removed.forEach((rows, period) -> jdbc.sql("DELETE FROM " + rows)
                                .params(tenant.id(), before(period))
                                .update())));
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
