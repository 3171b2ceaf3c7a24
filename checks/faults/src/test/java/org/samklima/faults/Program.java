package org.samklima.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that a fault may befall. Its output is added to a log of its own; it ends with this JVM, however that ends. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long TO_END_SECONDS = 40;
    private static final int LINES_SHOWN = 30;

    private final String name;
    private final Process process;
    private final Path log;
    private final Sweeper sweeper;

    private Program(String name, Process process, Path log, Sweeper sweeper) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.sweeper = sweeper;
    }

    static Program start(String name, ProcessBuilder builder, Path logs, Sweeper sweeper) throws IOException {
        var log = Files.createDirectories(logs).resolve(name + ".log");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Program(name, sweeper.start(builder), log, sweeper);
    }

    /** Returns once the address answers with 200. */
    void awaitReady(URI health) throws InterruptedException, IOException {
        var question =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, question)) {
                if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new IllegalStateException(name + " did not start:\n" + String.join("\n", lastLines()));
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

    /** As a power cut does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        sweeper.ended(process);
    }

    /** As an orchestrator does: asked to end, and killed if it does not. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
        sweeper.ended(process);
    }

    /** Nothing of it runs any more until {@link #resume}, but its connections stay. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var ids = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(one -> String.valueOf(one.pid()))
                .toList();
        var command =
                Stream.concat(Stream.of("kill", "-" + signal), ids.stream()).toList();
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    List<String> lastLines() throws IOException {
        var lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
    }
}
