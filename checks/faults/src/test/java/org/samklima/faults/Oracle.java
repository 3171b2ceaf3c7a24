package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Knows what has to be there after a fault, and looks for it past the portal: in the database, as its superuser, and in what
 * the mail server took.
 */
final class Oracle {

    private static final String REPORTS = "SELECT id FROM samklima.report WHERE round_id = '%s'::uuid";

    /** Everything that a submitted report leaves behind, each of them once. */
    private static final Map<String, String> TRACES = new TreeMap<>(Map.of(
            "letters", "SELECT count(*) FROM samklima.received WHERE kind = 'report' AND subject = '%s'",
            "own records", "SELECT count(*) FROM samklima.submission WHERE report_id IN (" + REPORTS + ")",
            "entries in the history",
                    "SELECT count(*) FROM samklima.audit_entry WHERE action = 'report.submitted'"
                            + " AND subject_id IN (SELECT id::text FROM (" + REPORTS + ") reports)",
            "mails with receipts",
                    "SELECT count(*) FROM samklima.outgoing_mail WHERE sent_at IS NOT NULL AND occasion IN"
                            + " (SELECT 'receipt:' || id || ':1' FROM (" + REPORTS + ") reports)",
            "mails about the opening",
                    "SELECT count(*) FROM samklima.outgoing_mail WHERE sent_at IS NOT NULL"
                            + " AND occasion = 'round-opened:%s'"));

    private final World world;

    Oracle(World world) {
        this.world = world;
    }

    /**
     * Asserts that every member's report to the round arrived once and that nobody holds a receipt for nothing.
     *
     * @return how many receipts members hold in hands
     */
    int assertEachOnce(UUID round, List<Reporter.Outcome> outcomes) throws SQLException {
        assertThat(outcomes).hasSize(World.MEMBERS);
        var receipts = outcomes.stream()
                .map(Reporter.Outcome::receipt)
                .filter(Objects::nonNull)
                .toList();
        assertThat(texts("SELECT receipt FROM samklima.received WHERE kind = 'report' AND subject = '%s'"
                        .formatted(round)))
                .as("receipts that members hold, of letters that arrived")
                .containsAll(receipts);
        for (var trace : TRACES.entrySet()) {
            assertThat(number(trace.getValue().formatted(round)))
                    .as(trace.getKey())
                    .isEqualTo(World.MEMBERS);
        }
        assertThat(texts(
                        "SELECT sender_id FROM samklima.received WHERE kind = 'report' AND subject = '%s' GROUP BY sender_id HAVING count(*) > 1"
                                .formatted(round)))
                .as("members whose report arrived twice")
                .isEmpty();
        return receipts.size();
    }

    /** Of all mail that was taken, what reached its reader more than once, by its number, and how often. */
    Map<String, Integer> mailedTwice() {
        Map<String, Integer> times = new TreeMap<>();
        world.post.delivered().forEach(mail -> times.merge(mail.toString(), 1, Integer::sum));
        times.values().removeIf(once -> once == 1);
        return times;
    }

    /**
     * Waits until no event and no job waits any more, by itself.
     *
     * @return how long that took
     */
    Duration awaitSettled(Duration atMost) {
        var begun = System.nanoTime();
        await().pollInterval(Duration.ofMillis(200))
                .atMost(atMost)
                .untilAsserted(() -> assertThat(waiting()).as("still waiting").isEmpty());
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private List<String> waiting() throws SQLException {
        var waiting = new ArrayList<>(texts("SELECT event_type || ' ' || status || ' ' || listener_id FROM"
                + " samklima.event_publication WHERE completion_date IS NULL LIMIT 5"));
        waiting.addAll(texts("SELECT task_name || ' ' || picked || ' ' || execution_time FROM samklima.scheduled_tasks"
                + " WHERE task_name IN ('send-mail', 'import-official-figures', 'write-tenant-archive') LIMIT 5"));
        return waiting;
    }

    long number(String query) throws SQLException {
        return Long.parseLong(texts(query).getFirst());
    }

    List<String> texts(String query) throws SQLException {
        try (var connection = world.database.superuser("samklima").getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    int change(String statement) throws SQLException {
        try (var connection = world.database.superuser("samklima").getConnection();
                var change = connection.createStatement()) {
            return change.executeUpdate(statement);
        }
    }
}
