package org.samklima.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks the database itself, behind all walls, whether what the portal acknowledged is there, and once.
 *
 * @param answers that were acknowledged, each place once
 * @param submissions that were acknowledged with a receipt
 * @param complaints what is wrong, in words
 */
record Oracle(int answers, int submissions, List<String> complaints) {

    boolean isKept() {
        return complaints.isEmpty();
    }

    /** An answer as it stands. */
    private record Standing(int revision, String comment) {}

    static Oracle ask(RunningSystem system, Evening.Stage stage) throws SQLException {
        var complaints = new ArrayList<String>();
        try (var connection = system.superuser().getConnection()) {
            if (stage.acknowledged().answers().isEmpty()) {
                complaints.add("no answer was acknowledged: nothing is proved");
            }
            answers(connection, stage, complaints);
            submissions(connection, stage, complaints);
        }
        var acknowledged = stage.acknowledged();
        return new Oracle(acknowledged.answers().size(), acknowledged.receipts().size(), List.copyOf(complaints));
    }

    private static void answers(Connection connection, Evening.Stage stage, List<String> complaints)
            throws SQLException {
        var standing = new HashMap<Acknowledged.Place, Standing>();
        try (var statement =
                connection.prepareStatement("SELECT report_id, question_code, revision, comment FROM answer"
                        + " WHERE report_id IN (SELECT id FROM report WHERE round_id = ?)")) {
            statement.setObject(1, stage.cast().round());
            var rows = statement.executeQuery();
            while (rows.next()) {
                standing.put(
                        new Acknowledged.Place(rows.getObject(1, UUID.class), rows.getString(2)),
                        new Standing(rows.getInt(3), rows.getString(4)));
            }
        }
        stage.acknowledged().answers().forEach((place, said) -> {
            var there = standing.get(place);
            if (there == null) {
                complaints.add("acknowledged and not there: " + place);
            } else if (there.revision() < said.revision()) {
                complaints.add("acknowledged as %s and an older one there, %s: %s".formatted(said, there, place));
            } else if (!stage.acknowledged().isDoubtful(place)
                    && (there.revision() != said.revision() || !there.comment().equals(said.comment()))) {
                complaints.add("acknowledged as %s and another there, %s: %s".formatted(said, there, place));
            }
        });
    }

    private static void submissions(Connection connection, Evening.Stage stage, List<String> complaints)
            throws SQLException {
        var kept = numbers(
                connection,
                "SELECT report_id, receipt FROM submission WHERE report_id IN (SELECT id FROM report WHERE round_id = ?)",
                stage.cast().round());
        var received = numbers(
                connection,
                "SELECT r.id, l.receipt FROM received l JOIN report r ON r.tenant_id = l.sender_id"
                        + " AND r.round_id::text = l.subject AND r.network_id = l.tenant_id"
                        + " WHERE l.kind = 'report' AND r.round_id = ?",
                stage.cast().round());
        for (var participant : stage.cast().participants()) {
            var report = participant.report();
            var receipt = stage.acknowledged().receipts().get(report);
            var own = kept.getOrDefault(report, List.of());
            var letters = received.getOrDefault(report, List.of());
            if (!own.equals(letters)) {
                complaints.add("%s keeps %s, the network received %s".formatted(participant.slug(), own, letters));
            }
            if (receipt != null && !own.equals(List.of(receipt))) {
                complaints.add("%s was given the receipt %s and keeps %s".formatted(participant.slug(), receipt, own));
            }
            if (!stage.acknowledged().wasTried(report) && !own.isEmpty()) {
                complaints.add(participant.slug() + " never submitted, and did");
            }
        }
    }

    private static Map<UUID, List<String>> numbers(Connection connection, String sql, UUID round) throws SQLException {
        var numbers = new HashMap<UUID, List<String>>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, round);
            var rows = statement.executeQuery();
            while (rows.next()) {
                numbers.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return numbers;
    }
}
