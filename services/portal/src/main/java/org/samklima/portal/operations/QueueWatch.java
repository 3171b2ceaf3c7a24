package org.samklima.portal.operations;

import com.github.kagkarlsson.scheduler.task.Task;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How the queues stand, looked up every few seconds beside the scrapes, which so neither wait for the database nor ask it.
 * They are the whole platform's: every portal says the same, so take the greatest and never the sum.
 */
@Component
class QueueWatch {

    private static final String SECONDS = "seconds";

    /** A moment of the database's clock, which is the queues' own. */
    private static final String JOBS = """
            SELECT task_name,
                   count(*) FILTER (WHERE NOT picked AND execution_time <= now()) AS waiting,
                   coalesce(extract(epoch FROM now() - min(execution_time)
                       FILTER (WHERE NOT picked AND execution_time <= now())), 0) AS oldest,
                   count(*) FILTER (WHERE consecutive_failures > 0) AS failing
            FROM scheduled_tasks GROUP BY task_name""";

    private static final String EVENTS = """
            SELECT count(*) AS number, coalesce(greatest(extract(epoch FROM now() - min(publication_date)), 0), 0) AS oldest
            FROM event_publication WHERE completion_date IS NULL""";

    private final JdbcClient jdbc;
    private final List<String> tasks;
    private final MeterRegistry metrics;
    private final MultiGauge waiting;
    private final MultiGauge oldest;
    private final MultiGauge failing;
    private final Map<String, MultiGauge> tallies = new LinkedHashMap<>();
    private volatile Events events = new Events(0, 0);
    private volatile double tallied = Double.NaN;
    private volatile long seen = System.nanoTime();

    QueueWatch(JdbcClient jdbc, List<Task<?>> tasks, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.tasks = tasks.stream().map(Task::getName).toList();
        this.metrics = metrics;
        waiting = jobs("waiting", "Jobs that are due and that nobody has taken", null);
        oldest = jobs("oldest.due", "How long the oldest of them has been due", SECONDS);
        failing = jobs("failing", "Jobs whose last try failed", null);
        gauge("samklima.event.publications.unhandled", "Events that a listener has yet to handle", e -> e.number);
        Gauge.builder("samklima.event.publications.oldest", this, watch -> watch.events.oldest)
                .description("How long the oldest of them has waited")
                .baseUnit(SECONDS)
                .register(metrics);
        Gauge.builder("samklima.queues.seen", this, watch -> (System.nanoTime() - watch.seen) / 1e9)
                .description("How long ago the queues were last seen; the numbers are as old")
                .baseUnit(SECONDS)
                .register(metrics);
        Gauge.builder("samklima.tally.age", this, watch -> watch.tallied)
                .description("How long ago reports, rounds and mails were last counted over all tenants")
                .baseUnit(SECONDS)
                .register(metrics);
    }

    private record Job(String task, long waiting, double oldest, long failing) {}

    private record Events(long number, double oldest) {}

    private record Number(String name, String label, long number, double age) {}

    @Scheduled(fixedDelayString = "PT15S")
    void look() {
        try {
            show(jdbc.sql(JOBS)
                    .query((row, _) -> new Job(row.getString(1), row.getLong(2), row.getDouble(3), row.getLong(4)))
                    .list());
            events = jdbc.sql(EVENTS)
                    .query((row, _) -> new Events(row.getLong(1), row.getDouble(2)))
                    .single();
            showTally(jdbc.sql(
                            "SELECT name, label, number, extract(epoch FROM now() - counted_at) FROM tally ORDER BY name")
                    .query((row, _) -> new Number(row.getString(1), row.getString(2), row.getLong(3), row.getDouble(4)))
                    .list());
            seen = System.nanoTime();
        } catch (DataAccessException away) {
            // Their age says so, and the connection pool tells the log.
        }
    }

    private void show(List<Job> found) {
        var jobs = new LinkedHashMap<String, Job>();
        tasks.forEach(task -> jobs.put(task, new Job(task, 0, 0, 0)));
        found.forEach(job -> jobs.put(job.task, job));
        waiting.register(rows(jobs, Job::waiting), true);
        oldest.register(rows(jobs, Job::oldest), true);
        failing.register(rows(jobs, Job::failing), true);
    }

    private static List<MultiGauge.Row<?>> rows(Map<String, Job> jobs, ToDoubleFunction<Job> value) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        jobs.forEach((task, job) -> rows.add(MultiGauge.Row.of(Tags.of("task", task), value.applyAsDouble(job))));
        return rows;
    }

    private void showTally(List<Number> numbers) {
        var byName = new LinkedHashMap<String, List<MultiGauge.Row<?>>>();
        for (var one : numbers) {
            byName.computeIfAbsent(one.name, _ -> new ArrayList<>())
                    .add(MultiGauge.Row.of(
                            Tags.of(one.name.equals("tenants") ? "kind" : "state", one.label), one.number));
        }
        byName.forEach((name, rows) -> tallies.computeIfAbsent(
                        name,
                        wanted -> MultiGauge.builder("samklima." + wanted)
                                .description("Counted over all tenants from time to time")
                                .register(metrics))
                .register(rows, true));
        tallied = numbers.isEmpty() ? Double.NaN : numbers.getFirst().age;
    }

    private MultiGauge jobs(String name, String description, @Nullable String unit) {
        return MultiGauge.builder("samklima.jobs." + name)
                .description(description)
                .baseUnit(unit)
                .register(metrics);
    }

    private void gauge(String name, String description, ToDoubleFunction<Events> value) {
        Gauge.builder(name, this, watch -> value.applyAsDouble(watch.events))
                .description(description)
                .register(metrics);
    }
}
