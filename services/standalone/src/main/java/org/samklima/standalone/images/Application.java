package org.samklima.standalone.images;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of the two applications, run for a while as a child that writes where we write. */
final class Application implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofMinutes(15);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long ENDS_WITHIN_MINUTES = 5;
    private static final int SERVER_ERROR = 500;

    private final URI address;
    private final Process process;

    private Application(URI address, Process process) {
        this.address = address;
        this.process = process;
    }

    /**
     * Returns when it answers.
     *
     * @param environment of ours, and this
     * @throws IllegalStateException if it ends before that, or takes too long
     */
    static Application start(URI address, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        var application = new Application(address, builder.start());
        try {
            application.awaitAnswer();
            return application;
        } catch (IllegalStateException failure) {
            application.process.destroyForcibly();
            throw failure;
        }
    }

    /** The status of what it answers, or 500 where it does not. */
    int get(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return SERVER_ERROR;
        }
    }

    private void awaitAnswer() throws InterruptedException {
        var end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (get("/actuator/health") >= SERVER_ERROR) {
            if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The application ended with code " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The application did not start within " + STARTS_WITHIN);
            }
        }
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(ENDS_WITHIN_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The application would not end");
        }
    }
}
