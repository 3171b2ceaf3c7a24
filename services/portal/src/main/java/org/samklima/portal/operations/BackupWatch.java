package org.samklima.portal.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether what is written is kept elsewhere too, as the scripts in {@code docker/backup} do it. The database itself knows: the
 * script that copies it notes the moment in the comment on the database {@code postgres}, and PostgreSQL counts what became of
 * its log. Where others make backups nothing is known of their age.
 */
@Component
class BackupWatch {

    /** A server whose log is archived by our script, but that was never copied, has been without a copy since it started. */
    private static final String KEPT = """
            SELECT coalesce(
                       extract(epoch FROM now() - coalesce(
                           substring(shobj_description(oid, 'pg_database')
                               FROM '^samklima backup (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)$')::timestamptz,
                           CASE WHEN current_setting('archive_mode') <> 'off'
                               AND current_setting('archive_command') LIKE '%archive-wal.sh%' THEN pg_postmaster_start_time() END)),
                       'NaN') AS age,
                   CASE WHEN last_failed_time > coalesce(last_archived_time, '-infinity')
                       THEN extract(epoch FROM now() - coalesce(last_archived_time, stats_reset)) ELSE 0 END AS failing
            FROM pg_database, pg_stat_archiver WHERE datname = 'postgres'""";

    private final JdbcClient jdbc;
    private volatile Kept kept = new Kept(Double.NaN, 0);

    private record Kept(double age, double failing) {}

    BackupWatch(JdbcClient jdbc, MeterRegistry metrics) {
        this.jdbc = jdbc;
        seconds(metrics, "age", "How old the newest copy of the database is; unknown where others make it", Kept::age);
        seconds(
                metrics,
                "log.failing",
                "How long the database's log could not be archived; 0 if it can",
                Kept::failing);
    }

    private void seconds(MeterRegistry metrics, String name, String description, ToDoubleFunction<Kept> value) {
        Gauge.builder("samklima.backup." + name, this, watch -> value.applyAsDouble(watch.kept))
                .description(description)
                .baseUnit("seconds")
                .register(metrics);
    }

    @Scheduled(fixedDelayString = "PT1M")
    void look() {
        try {
            kept = jdbc.sql(KEPT)
                    .query((row, _) -> new Kept(row.getDouble(1), row.getDouble(2)))
                    .single();
        } catch (DataAccessException away) {
            // QueueWatch tells how long the database has not been seen.
        }
    }
}
