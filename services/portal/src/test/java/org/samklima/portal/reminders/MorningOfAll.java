package org.samklima.portal.reminders;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import org.samklima.portal.time.AdjustableClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The morning on which every tenant's reminders are due at the same moment, carried out by the real scheduler. */
public final class MorningOfAll {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final ReminderJob job;
    private final AdjustableClock clock;
    private final JdbcClient superuser;

    /** @param superuser may write to the scheduler's queue as a morning does */
    public MorningOfAll(ApplicationContext beans, JdbcClient superuser) {
        this.job = beans.getBean(ReminderJob.class);
        this.clock = beans.getBean(AdjustableClock.class);
        this.superuser = superuser;
    }

    /** What a portal does at its start for tenants that have no job yet. */
    public Duration scheduleMissing() {
        long start = System.nanoTime();
        job.scheduleMissing();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * Lets the next morning come for everybody.
     *
     * @return until the last tenant's reminders were written
     */
    public Duration passes() {
        var morning = Mornings.after(clock.instant(), ZONE);
        clock.set(morning.plusSeconds(60));
        try {
            var before = superuser
                    .sql("SELECT now()")
                    .query(Timestamp.class)
                    .single()
                    .toInstant();
            superuser
                    .sql("UPDATE samklima.scheduled_tasks SET execution_time = now() WHERE task_name = 'reminders'")
                    .update();
            long start = System.nanoTime();
            while (left(before) > 0) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException(left(before) + " tenants are still waiting for their morning");
                }
                LockSupport.parkNanos(50_000_000);
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            clock.reset();
        }
    }

    private int left(Instant since) {
        return superuser
                .sql("SELECT count(*) FROM samklima.scheduled_tasks WHERE task_name = 'reminders'"
                        + " AND (last_success IS NULL OR last_success < ?)")
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single();
    }
}
