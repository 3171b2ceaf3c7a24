package org.samklima.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of every fault, for docs/reliability.md: {@code target/faults/results.md} and {@code .json}. */
final class Results {

    private static final Path FOLDER = Path.of("target", "faults");
    private static final List<Row> ROWS = new ArrayList<>();

    private Results() {}

    /**
     * One fault.
     *
     * @param meanwhile what went on while it happened
     * @param acknowledged how many changes somebody was told of; none of them is lost and none applied twice, or the test failed
     * @param recovery from its end until people could work again; null where they never noticed
     * @param settled from then until every event and job that had been held up was done
     * @param seen by people and programs
     */
    record Row(
            String fault,
            String meanwhile,
            long acknowledged,
            @Nullable Duration recovery,
            @Nullable Duration settled,
            String seen) {

        private String markdown() {
            return "| %s | %s | %d | 0 | 0 | %s | %s | %s |%n"
                    .formatted(fault, meanwhile, acknowledged, seconds(recovery), seconds(settled), seen);
        }
    }

    static synchronized void add(Row row) throws IOException {
        ROWS.add(row);
        Files.createDirectories(FOLDER);
        var table = new StringBuilder(
                        "| fault | meanwhile | acknowledged | lost | twice | at work again | all caught up | seen |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        ROWS.forEach(one -> table.append(one.markdown()));
        Files.writeString(FOLDER.resolve("results.md"), table);
        Files.writeString(
                FOLDER.resolve("results.json"),
                Person.JSON
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(ROWS.stream().map(Results::data).toList()));
        System.out.print(row.markdown());
    }

    private static Map<String, Object> data(Row row) {
        return Map.of(
                "fault", row.fault(),
                "meanwhile", row.meanwhile(),
                "acknowledged", row.acknowledged(),
                "recovery", seconds(row.recovery()),
                "settled", seconds(row.settled()),
                "seen", row.seen());
    }

    private static String seconds(@Nullable Duration duration) {
        return duration == null ? "–" : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
