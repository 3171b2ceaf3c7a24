package org.samklima.portal.planning.communication;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.UUID;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Once a year, for each tenant with something that comes back, makes the tasks of one more year. */
@Component
class RecurrenceJob {

    private static final String TASK = "communication-tasks";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SchedulerClient scheduler;

    RecurrenceJob(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** In the transaction that makes the tasks of this year. */
    void nextYear(LocalDate today) {
        int year = today.getYear() + 1;
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(TASK, Tenancy.tenantId() + "/" + year),
                Year.of(year).atDay(1).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Configuration(proxyBeanMethods = false)
    static class RecurrenceTask {

        @Bean
        Task<Void> communicationTask(ObjectProvider<CommunicationPlan> plan, Clock clock) {
            return Tasks.custom(TASK, Void.class)
                    .onFailureReschedule(FixedDelay.of(PATIENCE))
                    .execute((job, _) -> {
                        var part = job.getId().split("/");
                        if (clock.instant().atOffset(ZoneOffset.UTC).getYear() < Integer.parseInt(part[1])) {
                            // The scheduler goes by the machine's clock; a demonstration's may stand in the past.
                            return (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(PATIENCE));
                        }
                        Tenancy.inTenant(
                                UUID.fromString(part[0]),
                                Actor.SYSTEM,
                                () -> plan.getObject().keepUp());
                        return new CompletionHandler.OnCompleteRemove<>();
                    });
        }
    }
}
