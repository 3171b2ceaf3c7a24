package org.samklima.overview.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts load on what is measured, by wrk or by pgbench, and reads what they tell. */
final class Load {

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ([\\d.]+)(s|m)");
    private static final Pattern TRANSACTIONS = Pattern.compile("transactions actually processed: (\\d+)");
    private static final Pattern TRANSACTION_RATE = Pattern.compile("tps = ([\\d.]+)");
    private static final Map<String, Double> MILLISECONDS = Map.of("us", 0.001, "ms", 1.0, "s", 1000.0);

    private final ProcessorTime processor;
    private final Path folder;
    private final int seconds;

    Load(ProcessorTime processor, Path folder, int seconds) {
        this.processor = processor;
        this.folder = folder;
        this.seconds = seconds;
    }

    /** Asks for the addresses in turn, compressed as browsers do. */
    Measurement http(String server, List<String> paths, int connections) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("paths.lua"), script(paths));
        double before = processor.seconds();
        String told = run(
                List.of(
                        "wrk",
                        "--threads=1",
                        "--connections=" + connections,
                        "--duration=" + seconds + "s",
                        "--latency",
                        "--timeout=10s",
                        "--script=" + script,
                        server),
                Map.of());
        double used = processor.seconds() - before;
        if (told.contains("Non-2xx") || told.contains("Socket errors")) {
            throw new IllegalStateException("Not every request was answered:\n" + told);
        }
        Matcher requests = find(REQUESTS, told);
        double count = Double.parseDouble(requests.group(1));
        double duration =
                Double.parseDouble(requests.group(2)) * (requests.group(3).equals("m") ? 60 : 1);
        return new Measurement(count / duration, latency("50", told), latency("99", told), used / count * 1_000_000);
    }

    private static String script(List<String> paths) {
        return """
               local paths = {%s}
               local at = 0
               request = function()
                 at = at %% #paths + 1
                 return wrk.format("GET", paths[at], {["Accept-Encoding"] = "gzip"})
               end
               """.formatted(String.join(
                ",", paths.stream().map(path -> '"' + path + '"').toList()));
    }

    private static double latency(String percent, String told) {
        Matcher found = find(Pattern.compile(percent + "%\\s+([\\d.]+)(us|ms|s)"), told);
        return Double.parseDouble(found.group(1)) * MILLISECONDS.get(found.group(2));
    }

    /** Runs the script as prepared statements, each client in its own session. */
    Measurement sql(String host, String port, Path script, int clients) throws IOException, InterruptedException {
        Path log = folder.resolve("pgbench");
        clean(log);
        Set<ProcessHandle> earlier = processor.ofDatabase();
        double before = processor.seconds();
        String told = run(
                List.of(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=1",
                        "--time=" + seconds,
                        "--log",
                        "--log-prefix=" + log,
                        "--file=" + script,
                        "--host=" + host,
                        "--port=" + port,
                        "--username=postgres",
                        "samklima"),
                Map.of("PGPASSWORD", "postgres"));
        processor.awaitEndOfAllBut(earlier);
        double used = processor.seconds() - before;
        double count = Double.parseDouble(find(TRANSACTIONS, told).group(1));
        double[] times = milliseconds(log);
        return new Measurement(
                Double.parseDouble(find(TRANSACTION_RATE, told).group(1)),
                times[times.length / 2],
                times[(int) (times.length * 0.99)],
                used / count * 1_000_000);
    }

    private static double[] milliseconds(Path log) throws IOException {
        var times = new ArrayList<Double>();
        try (Stream<Path> logs = logs(log)) {
            for (Path one : logs.toList()) {
                for (String line : Files.readAllLines(one)) {
                    times.add(Double.parseDouble(line.split(" ")[2]) / 1000);
                }
            }
        }
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static void clean(Path log) throws IOException {
        try (Stream<Path> logs = logs(log)) {
            for (Path one : logs.toList()) {
                Files.delete(one);
            }
        }
    }

    private static Stream<Path> logs(Path log) throws IOException {
        return Files.list(log.getParent())
                .filter(file -> file.getFileName().toString().startsWith(log.getFileName() + "."));
    }

    private static Matcher find(Pattern pattern, String told) {
        Matcher found = pattern.matcher(told);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in:\n" + told);
        }
        return found;
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + told);
        }
        return told;
    }
}
