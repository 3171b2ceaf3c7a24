package org.samklima.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that the launcher started and that it will stop. Its output goes to a log file of its own. */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 150;
    private static final long TO_END_SECONDS = 20;
    private static final int LINES_SHOWN = 20;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final Process process;
    private final Path log;
    private final Leftovers leftovers;

    private Child(String name, Process process, Path log, Leftovers leftovers) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.leftovers = leftovers;
    }

    static Child start(String name, ProcessBuilder builder, DataFolder data) throws IOException {
        var log = data.logs().resolve(name + ".log");
        builder.command(apartFromTheTerminal(builder.command()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        var process = builder.start();
        data.leftovers().remember(process.toHandle());
        return new Child(name, process, log, data.leftovers());
    }

    /** Else Ctrl-C would reach it directly, and the database would end before those who use it. */
    private static List<String> apartFromTheTerminal(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        var apart = new ArrayList<>(command);
        apart.addFirst(SETSID.toString());
        return apart;
    }

    /**
     * Returns once the address answers with 200.
     *
     * @throws CannotStart with the end of its log if the process ends before that, or the time is up
     */
    void awaitReady(URI health) throws InterruptedException {
        var question =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, question)) {
                if (endsWithin(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new CannotStart(howItEnded());
                }
                if (System.nanoTime() > end) {
                    throw new CannotStart(
                            "%s was not ready after %d s; see %s".formatted(name, PATIENCE.toSeconds(), log));
                }
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /** Completes when the process has ended, for whatever reason. */
    CompletableFuture<Child> onEnd() {
        return process.onExit().thenApply(_ -> this);
    }

    /** Why it is not there any more, with the end of its log. */
    String howItEnded() {
        return "%s ended by itself with code %d. The end of %s:%n%n%s"
                .formatted(name, process.exitValue(), log, String.join(System.lineSeparator(), lastLines()));
    }

    private List<String> lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
        } catch (IOException unreadable) {
            return List.of(unreadable.toString());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        leftovers.forget(process.toHandle());
    }

    @Override
    public String toString() {
        return name;
    }
}
