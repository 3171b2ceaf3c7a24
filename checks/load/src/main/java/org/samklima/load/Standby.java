package org.samklima.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.samklima.load.LoadSettings.Place;

/**
 * The overview on a streaming replica: copies the running database, lets the copy follow it, publishes on the one and reads on the
 * other, and then ends the first for good. Fails at the first thing that is not as it should be.
 */
final class Standby {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FRONT_PAGE = "/sv/" + Network.SLUG;

    private final LoadSettings settings;
    private final RunningSystem system;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    private Standby(LoadSettings settings, RunningSystem system) {
        this.settings = settings;
        this.system = system;
    }

    static void main(String[] args) throws Exception {
        var settings = LoadSettings.fromSystemProperties();
        var system = RunningSystem.start(settings);
        var standby = new Standby(settings, system);
        try {
            standby.run();
        } finally {
            standby.stop();
            system.close();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        var network = new Network(settings, system);
        network.found();
        var copied = Instant.now();
        var folder = settings.data().resolveSibling(settings.data().getFileName() + "-standby");
        var copy = new Replica(settings, system, folder);
        copy.make();
        started.add(copy.start());
        copy.awaitStreaming(PATIENCE);
        Network.say("copied and following after %.1f s".formatted(since(copied)));
        started.add(overview());
        var overview = settings.address(Place.OVERVIEW_AT_STANDBY);
        await("the overview reads from the replica", () -> status(overview.resolve(FRONT_PAGE)) == 200);

        var title = "Edition of " + Instant.now().toString().substring(0, 19);
        var published = Instant.now();
        network.publish(network.lastYearsRound(), title);
        Network.say("published after %.1f s".formatted(since(published)));
        published = Instant.now();
        await(
                "the new edition is seen through the replica",
                () -> text(overview.resolve(FRONT_PAGE)).contains(title));
        Network.say("seen through the replica %.1f s after it was published".formatted(since(published)));
        copy.lag().forEach((what, value) -> Network.say("%s: %s".formatted(what, value)));
        copy.refusesToWrite();

        system.killDatabase();
        Network.say("the first database is gone");
        for (int look = 0; look < 15; look++) {
            require(text(overview.resolve(FRONT_PAGE)).contains(title), "the page stays without the first database");
            require(status(overview.resolve("/actuator/health/readiness")) == 200, "the overview stays ready");
            Thread.sleep(1_000);
        }
        started.getLast().destroy();
        started.getLast().waitFor();
        started.add(overview());
        await(
                "an overview that starts now has everything",
                () -> text(overview.resolve(FRONT_PAGE)).contains(title));
        Network.say("an overview that started without the first database has everything; all is as it should be");
    }

    private Process overview() throws IOException {
        var jar = Path.of(System.getProperty("overview.jar"));
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jar + ":" + Files.readString(jar.resolveSibling("class-path")),
                        "org.samklima.overview.OverviewApplication")
                .redirectErrorStream(true)
                .redirectOutput(
                        settings.results().resolve("overview-at-standby.log").toFile());
        var port = String.valueOf(settings.port(Place.OVERVIEW_AT_STANDBY));
        builder.environment().put("SERVER_PORT", port);
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment()
                .put(
                        "SAMKLIMA_DATABASE_URL",
                        "jdbc:postgresql://localhost:" + settings.port(Place.STANDBY) + "/samklima");
        builder.environment().put("SAMKLIMA_DATABASE_OVERVIEW_PASSWORD", system.secret("overview"));
        return builder.start();
    }

    private static void await(String what, Callable<Boolean> expectation) {
        Awaitility.await(what).atMost(PATIENCE).until(expectation);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Not so: " + what);
        }
    }

    private int status(URI address) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notThere) {
            return 0;
        }
    }

    private String text(URI address) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException notThere) {
            return "";
        }
    }

    private static double since(Instant moment) {
        return Duration.between(moment, Instant.now()).toMillis() / 1e3;
    }

    private void stop() throws InterruptedException {
        for (var process : started.reversed()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }
}
