package org.samklima.load;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came out, as tables for docs/load.md. */
final class Report {

    private static final int MOST_COMPLAINTS = 20;

    private final String title;
    private final Evening.Stage stage;
    private final List<GatlingRun.Kind> kinds;
    private final Probe probe;
    private final Oracle oracle;
    private final StringBuilder text = new StringBuilder();

    Report(String title, Evening.Stage stage, List<GatlingRun.Kind> kinds, Probe probe, Oracle oracle) {
        this.title = title;
        this.stage = stage;
        this.kinds = kinds;
        this.probe = probe;
        this.oracle = oracle;
    }

    void write() throws IOException {
        var settings = stage.settings();
        line("## %s, %s", title, LocalDate.now());
        line("");
        line(
                "%d members, a saved answer every %s s (steps: %s), %.0f pages a second of the overview, %d connections in the portal's pool; %d processors for all.",
                stage.cast().participants().size(),
                seconds(settings.pause()),
                settings.steps().stream().map(Report::seconds).toList(),
                settings.readersPerSecond(),
                settings.pool(),
                Runtime.getRuntime().availableProcessors());
        line("");
        line(
                "Opening the round made %d reports in %s s. Signing in took %d ms (median), %d ms (p95).",
                stage.cast().participants().size(), seconds(stage.cast().opening()), signIn(0.5), signIn(0.95));
        line("");
        requests();
        parts();
        pool();
        line("");
        line(
                "Acknowledged: %d answers, %d submissions. %s",
                oracle.answers(),
                oracle.submissions(),
                oracle.isKept()
                        ? "Each answer is there, each submission has one receipt and one received letter."
                        : "WRONG: " + oracle.complaints().size());
        oracle.complaints().stream().limit(MOST_COMPLAINTS).forEach(each -> line("- %s", each));
        var file = stage.settings().results().resolve(title + ".md");
        Files.writeString(file, text);
        System.out.println(text);
        System.out.println("Written to " + file);
    }

    private void requests() {
        line("| request | count | failed | a second | p50 ms | p95 ms | p99 ms | longest ms |");
        line("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (var kind : kinds) {
            line(
                    "| %s | %,d | %d | %.1f | %,d | %,d | %,d | %,d |",
                    kind.name(),
                    kind.count(),
                    kind.failed(),
                    kind.perSecond(),
                    kind.p50(),
                    kind.p95(),
                    kind.p99(),
                    kind.most());
        }
        line("");
    }

    private void parts() {
        line("| part | processors in use | memory at most, MB |");
        line("|---|---:|---:|");
        for (var part : Probe.parts()) {
            line(
                    "| %s | %.2f | %.0f |",
                    part,
                    processors(probe.samples(), part),
                    probe.samples().stream()
                            .mapToDouble(each -> each.residentMegabytes().get(part))
                            .max()
                            .orElse(0));
        }
        line("");
    }

    private void pool() {
        var marks = new LinkedHashMap<String, List<Probe.Sample>>();
        probe.samples()
                .forEach(each -> marks.computeIfAbsent(each.mark(), _ -> new ArrayList<>())
                        .add(each));
        line(
                "| | answers/s | connections in use, mean (most) | waiting for one, mean (most) | looks with anybody waiting | portal | PostgreSQL | generator | PostgreSQL's busy sessions, mean |");
        line("|---|---:|---:|---:|---:|---:|---:|---:|---|");
        marks.forEach((mark, samples) -> line(
                "| %s | %.1f | %.1f (%d) | %.1f (%d) | %.0f %% | %.2f | %.2f | %.2f | %s |",
                mark.isEmpty() ? "all the time" : mark,
                answers(mark) / length(samples),
                samples.stream().mapToInt(Probe.Sample::active).average().orElse(0),
                samples.stream().mapToInt(Probe.Sample::active).max().orElse(0),
                samples.stream().mapToInt(Probe.Sample::waiting).average().orElse(0),
                samples.stream().mapToInt(Probe.Sample::waiting).max().orElse(0),
                100.0 * samples.stream().filter(each -> each.waiting() > 0).count() / samples.size(),
                processors(samples, "portal"),
                processors(samples, "PostgreSQL"),
                processors(samples, "generator"),
                waits(samples)));
    }

    /** Saved answers of a step. */
    private long answers(String mark) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(("save answer " + mark).strip()))
                .mapToLong(kind -> kind.count() - kind.failed())
                .sum();
    }

    private static String waits(List<Probe.Sample> samples) {
        var sums = new TreeMap<String, Integer>();
        samples.forEach(each -> each.waits().forEach((what, count) -> sums.merge(what, count, Integer::sum)));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(4)
                .map(each -> "%s %.1f".formatted(each.getKey(), (double) each.getValue() / samples.size()))
                .collect(Collectors.joining(", "));
    }

    private static double length(List<Probe.Sample> samples) {
        return Math.max(1, (samples.getLast().nanos() - samples.getFirst().nanos()) / 1e9);
    }

    private static double processors(List<Probe.Sample> samples, String part) {
        return (samples.getLast().cpuSeconds().get(part)
                        - samples.getFirst().cpuSeconds().get(part))
                / length(samples);
    }

    private long signIn(double share) {
        var sorted = stage.signIns().took().stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1))).toMillis();
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toMillis() / 1e3);
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
