package org.samklima.overview.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.samklima.overview.benchmark.BenchmarkServer.Facts;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the benchmark and writes its table into {@code docs/benchmark.md}. Everything is measured in turn, round after
 * round, so that what else the machine does hits all alike.
 */
public final class Benchmark {

    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 4);
    private static final int PORT = Integer.getInteger("benchmark.port", 8418);

    private static final int PATIENCE_SECONDS = 180;

    private Benchmark() {}

    /** @param args the document to write the table into */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("benchmark");
        Process server = start(folder);
        try {
            Facts facts = facts(server, folder.resolve("facts.json"));
            var load = new Load(new ProcessorTime(facts.process(), facts.postmaster()), folder, SECONDS);
            var results = measure(load, targets(load, facts, script(facts, folder)));
            Report.write(Path.of(args[0]), facts, results, ROUNDS, SECONDS);
        } finally {
            stop(server);
        }
    }

    /** Puts load of so many connections on one thing. */
    interface Target {

        Measurement measure(int connections) throws IOException, InterruptedException;
    }

    private static Map<String, Target> targets(Load load, Facts facts, Path script) {
        String server = "http://127.0.0.1:" + PORT;
        String network = facts.network();
        var targets = new LinkedHashMap<String, Target>();
        targets.put("a", connections -> load.http(server, comparisons(facts), connections));
        targets.put("b", connections -> load.http(server, members(facts), connections));
        targets.put("c", connections -> load.http(server, List.of("/sv/" + network + "/members"), connections));
        targets.put("d", connections -> load.http(server, List.of("/benchmark/ceiling"), connections));
        URI database = URI.create(facts.database().substring("jdbc:".length()));
        targets.put(
                "e",
                connections -> load.sql(database.getHost(), String.valueOf(database.getPort()), script, connections));
        return targets;
    }

    private static List<String> comparisons(Facts facts) {
        return IntStream.range(0, facts.indicators())
                .mapToObj(i -> i == 0 ? "emissions" : i == facts.indicators() - 1 ? "population" : "indicator-" + i)
                .flatMap(indicator -> facts.years().stream()
                        .map(year -> "/api/v1/%s/comparison?indicator=%s&year=%d"
                                .formatted(facts.network(), indicator, year)))
                .toList();
    }

    private static List<String> members(Facts facts) {
        return facts.members().stream()
                .map(key -> "/sv/%s/members/%s".formatted(facts.network(), key))
                .toList();
    }

    private static Map<String, Map<Integer, Measurement>> measure(Load load, Map<String, Target> targets)
            throws IOException, InterruptedException {
        for (Target target : targets.values()) {
            target.measure(CONNECTIONS.getLast());
            target.measure(CONNECTIONS.getLast());
        }
        var rounds = new LinkedHashMap<String, Map<Integer, List<Measurement>>>();
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf("Round %d of %d%n", round, ROUNDS);
            for (int connections : CONNECTIONS) {
                for (var target : targets.entrySet()) {
                    rounds.computeIfAbsent(target.getKey(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(connections, _ -> new ArrayList<>())
                            .add(target.getValue().measure(connections));
                }
            }
        }
        var results = new LinkedHashMap<String, Map<Integer, Measurement>>();
        rounds.forEach((target, byConnections) -> byConnections.forEach(
                (connections, measured) -> results.computeIfAbsent(target, _ -> new LinkedHashMap<>())
                        .put(connections, Measurement.median(measured))));
        return results;
    }

    /** pgbench knows no arrays, so the years stand in the script. */
    private static Path script(Facts facts, Path folder) throws IOException {
        try (var template = Benchmark.class.getResourceAsStream("/benchmark/comparison.sql")) {
            String sql = new String(template.readAllBytes())
                    .replace(":indicators", String.valueOf(facts.indicators()))
                    .replace(":years", String.valueOf(facts.years().size()))
                    .replace(":list", "ARRAY" + facts.years());
            return Files.writeString(folder.resolve("comparison.sql"), sql);
        }
    }

    private static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchmarkServer.class.getName(),
                        folder.resolve("facts.json").toString(),
                        "--server.address=127.0.0.1",
                        "--server.port=" + PORT)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "server.log"))
                .start();
    }

    private static Facts facts(Process server, Path file) throws IOException, InterruptedException {
        while (!Files.exists(file)) {
            if (server.waitFor(1, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server did not start: see " + file.resolveSibling("server.log"));
            }
        }
        return JsonMapper.builder().build().readValue(Files.readString(file), Facts.class);
    }

    /** PostgreSQL ends with the server that started it. */
    private static void stop(Process server) throws InterruptedException {
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }
}
