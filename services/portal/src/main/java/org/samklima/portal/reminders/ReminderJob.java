package org.samklima.portal.reminders;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantCreated;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One job a tenant, for its next working morning; when it is done it goes on to the one after. It touches that tenant alone,
 * so that any number of portals share the tenants' mornings among them.
 */
@Component
class ReminderJob {

    /** The job carries which morning it is for: a demonstration's clock need not agree with the scheduler's. */
    static final TaskDescriptor<Instant> TASK = TaskDescriptor.of("reminders", Instant.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** So long whoever could not be reminded is tried again; then the next morning matters more. */
    private static final Duration TRIED_FOR = Duration.ofMinutes(15);

    /** A reminder that comes later than this, because the portal was away, is none any more. */
    private static final Duration WORTH_SENDING = Duration.ofDays(2);

    private final MorningMail mail;
    private final Tenants tenants;
    private final SchedulerClient scheduler;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReminderJob(MorningMail mail, Tenants tenants, SchedulerClient scheduler, JdbcClient jdbc, Clock clock) {
        this.mail = mail;
        this.tenants = tenants;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @TenantListener
    void on(TenantCreated created) {
        schedule(tenants.get(created.tenantId()));
    }

    /** For tenants from before there were reminders. */
    @EventListener(ApplicationReadyEvent.class)
    void scheduleMissing() {
        var missing = jdbc.sql("SELECT t.id FROM tenant t WHERE NOT EXISTS (SELECT FROM scheduled_tasks s"
                        + " WHERE s.task_name = ? AND s.task_instance = t.id::text)")
                .param(TASK.getTaskName())
                .query(UUID.class)
                .list();
        tenants.all(missing).forEach(this::schedule);
    }

    private void schedule(Tenant tenant) {
        var morning = Mornings.after(clock.instant(), tenant.timeZone());
        scheduler.scheduleIfNotExists(
                TASK.instance(tenant.id().toString()).data(morning).scheduledTo(morning));
    }

    /**
     * Does what the morning asks for.
     *
     * @return the next one
     * @throws IllegalStateException if somebody could not be reminded and a second try is worth while
     */
    Instant keep(UUID tenantId, Instant morning) {
        var tenant = tenants.get(tenantId);
        var passed = Duration.between(morning, clock.instant());
        if (passed.compareTo(WORTH_SENDING) < 0) {
            int failed = mail.send(tenant, tenant.dayOf(morning));
            if (failed > 0 && passed.compareTo(TRIED_FOR) < 0) {
                throw new IllegalStateException(failed + " could not be reminded in " + tenant.slug());
            }
        }
        return Mornings.after(clock.instant(), tenant.timeZone());
    }

    boolean isDue(Instant morning) {
        return !clock.instant().isBefore(morning);
    }

    @Configuration(proxyBeanMethods = false)
    static class ReminderTask {

        @Bean
        Task<Instant> remindersTask(ObjectProvider<ReminderJob> reminders) {
            return Tasks.custom(TASK)
                    .onFailureReschedule(FixedDelay.of(PATIENCE))
                    .execute((job, _) -> run(UUID.fromString(job.getId()), job.getData(), reminders.getObject()));
        }

        private static CompletionHandler<Instant> run(UUID tenant, Instant morning, ReminderJob reminders) {
            if (!reminders.isDue(morning)) {
                return (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(PATIENCE));
            }
            var next = reminders.keep(tenant, morning);
            return (complete, operations) -> operations.reschedule(complete, next, next);
        }
    }
}
