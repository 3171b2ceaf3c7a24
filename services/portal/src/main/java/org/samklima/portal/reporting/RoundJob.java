package org.samklima.portal.reporting;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Looks at a round when something is due. Each due moment is a job of its own: one that is no longer due finds nothing to do,
 * so that nobody has to take jobs back when a round changes.
 */
@Component
class RoundJob {

    private static final String TASK = "round";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SchedulerClient scheduler;

    RoundJob(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** In the transaction that changes the round. */
    void schedule(Timetable timetable) {
        timetable
                .next()
                .ifPresent(due -> scheduler.scheduleIfNotExists(
                        new TaskInstance<>(
                                TASK,
                                Tenancy.tenantId() + "/" + timetable.round().id() + "/" + due.getEpochSecond()),
                        due));
    }

    @Configuration(proxyBeanMethods = false)
    static class RoundTask {

        @Bean
        Task<Void> roundTask(ObjectProvider<Rounds> rounds, Clock clock) {
            return Tasks.custom(TASK, Void.class)
                    .onFailureReschedule(FixedDelay.of(PATIENCE))
                    .execute((job, _) -> {
                        var part = job.getId().split("/");
                        Tenancy.inTenant(
                                UUID.fromString(part[0]),
                                Actor.SYSTEM,
                                () -> rounds.getObject().keepTimetable(UUID.fromString(part[1])));
                        return isDue(part[2], clock)
                                ? new CompletionHandler.OnCompleteRemove<>()
                                : (complete, operations) -> operations.reschedule(
                                        complete, complete.getTimeDone().plus(PATIENCE));
                    });
        }

        /** The scheduler goes by the machine's clock; a demonstration's may stand in the past. */
        private static boolean isDue(String epochSecond, Clock clock) {
            return clock.instant().getEpochSecond() >= Long.parseLong(epochSecond);
        }
    }
}
