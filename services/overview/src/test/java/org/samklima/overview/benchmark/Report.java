package org.samklima.overview.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.samklima.overview.benchmark.BenchmarkServer.Facts;

/** Writes what was measured between the two marks of a document; everything around them is written by hand. */
final class Report {

    private static final String BEGIN = "<!-- measured -->";
    private static final String END = "<!-- /measured -->";
    private static final Map<String, String> NAMES = Map.of(
            "a", "comparison as JSON",
            "b", "municipality page",
            "c", "table of all members",
            "d", "constant 100 bytes",
            "e", "the comparison as SQL");

    private Report() {}

    static void write(
            Path document, Facts facts, Map<String, Map<Integer, Measurement>> results, int rounds, int seconds)
            throws IOException {
        String text = Files.readString(document);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        Files.writeString(document, before + "\n" + measured(facts, results, rounds, seconds) + after);
    }

    private static String measured(
            Facts facts, Map<String, Map<Integer, Measurement>> results, int rounds, int seconds) {
        var text = new StringBuilder();
        text.append("Measured on %s with %d cores, Java %s: the median of %d rounds of %d seconds each.%n%n"
                .formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        rounds,
                        seconds));
        text.append("| | | connections | requests/s | p50 ms | p99 ms | p99/p50 | CPU µs/request |\n");
        text.append("|---|---|---:|---:|---:|---:|---:|---:|\n");
        results.forEach((target, byConnections) ->
                byConnections.forEach((connections, measured) -> text.append(row(target, connections, measured))));
        text.append("\n| ratio of requests/s | aim |");
        results.get("a").keySet().forEach(connections -> text.append(" %d |".formatted(connections)));
        text.append("\n|---|---|---:|---:|---:|\n");
        text.append(ratio("a/d", "≥ 0.5", results));
        text.append(ratio("b/d", "≥ 0.3", results));
        text.append(ratio("c/d", "≥ 0.3", results));
        text.append(ratio("a/e", "≥ 10", results));
        text.append("\nAn edition of %d members × %d years × %d indicators takes %s MB in memory; its JSON is %s MB.%n"
                .formatted(
                        facts.members().size(),
                        facts.years().size(),
                        facts.indicators(),
                        megabytes(facts.editionBytes()),
                        megabytes(facts.documentBytes())));
        return text.toString();
    }

    private static String row(String target, int connections, Measurement measured) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %,.0f | %.2f | %.2f | %.1f | %,.0f |%n",
                target,
                NAMES.get(target),
                connections,
                measured.perSecond(),
                measured.p50(),
                measured.p99(),
                measured.p99() / measured.p50(),
                measured.processor());
    }

    private static String ratio(String ratio, String aim, Map<String, Map<Integer, Measurement>> results) {
        var text = new StringBuilder("| %s | %s |".formatted(ratio, aim));
        String[] parts = ratio.split("/");
        results.get(parts[0])
                .forEach((connections, measured) -> text.append(String.format(
                        Locale.ROOT,
                        " %.2f |",
                        measured.perSecond()
                                / results.get(parts[1]).get(connections).perSecond())));
        return text.append('\n').toString();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1_000_000.0);
    }
}
