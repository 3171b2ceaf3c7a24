package org.samklima.portal.time;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Work about something in a tenant, at a due moment. Each due moment is a job of its own: one that is no longer due finds
 * nothing to do, so that nobody has to take jobs back when a plan changes.
 */
@Component
public class DueWork {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SchedulerClient scheduler;

    DueWork(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * In the transaction that makes it due, and in the bound tenant.
     *
     * @param task the name of a {@link #task}
     * @param subject what the work is about
     */
    public void schedule(String task, UUID subject, Instant due) {
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(task, Tenancy.tenantId() + "/" + subject + "/" + due.getEpochSecond()), due);
    }

    /**
     * To be a bean of whoever schedules it.
     *
     * @param work gets the subject; done until it succeeds, so at least once
     */
    public static Task<Void> task(String name, Clock clock, Consumer<UUID> work) {
        return Tasks.custom(name, Void.class)
                .onFailureReschedule(FixedDelay.of(PATIENCE))
                .execute((job, _) -> {
                    var part = job.getId().split("/");
                    Tenancy.inTenant(
                            UUID.fromString(part[0]), Actor.SYSTEM, () -> work.accept(UUID.fromString(part[1])));
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
