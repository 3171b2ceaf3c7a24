package org.samklima.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One portal, as a JVM of its own, at one address: it can be killed there, and started again. */
final class Machine implements AutoCloseable {

    private final String name;
    private final int port;
    private final Path classes;
    private final Path logs;
    private final Sweeper sweeper;
    private final Map<String, String> environment;
    private @Nullable Program running;

    /** @param classes of the portal; beside them the build notes what they need */
    Machine(String name, int port, Path classes, Path logs, Sweeper sweeper, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.classes = classes;
        this.logs = logs;
        this.sweeper = sweeper;
        this.environment = Map.copyOf(environment);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    URI readiness() {
        return address().resolve("/actuator/health/readiness");
    }

    Machine start() throws IOException {
        Ports.assertFree(port);
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + ":" + Files.readString(classes.resolveSibling("class-path")),
                "org.samklima.portal.PortalApplication");
        process.environment().putAll(environment);
        process.environment().put("SERVER_PORT", String.valueOf(port));
        running = Program.start(name, process, logs, sweeper);
        return this;
    }

    Machine awaitReady() throws IOException, InterruptedException {
        program().awaitReady(readiness());
        return this;
    }

    Program program() {
        return Objects.requireNonNull(running, name + " was never started");
    }

    @Override
    public void close() throws InterruptedException {
        if (running != null) {
            running.close();
        }
    }
}
