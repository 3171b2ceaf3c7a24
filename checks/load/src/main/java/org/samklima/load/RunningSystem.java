package org.samklima.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.samklima.load.LoadSettings.Place;
import org.samklima.standalone.client.KeycloakAccounts;
import org.samklima.standalone.client.Portal;

/**
 * The system that {@code ./mvnw -Pstandalone} starts, as a program of its own, but with what a real one has: compiled to the end,
 * every commit on disk. It stops when this program does.
 */
final class RunningSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String READY = "  ready";
    private static final String OPTIONS = "-XX:+UseG1GC";

    private final LoadSettings settings;
    private final Process process;

    private RunningSystem(LoadSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    static RunningSystem start(LoadSettings settings) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(settings.results());
        var log = settings.results().resolve("system.log");
        var builder =
                new ProcessBuilder(command(settings)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_HIKARI_REGISTERMBEANS",
                        "true",
                        "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE",
                        String.valueOf(settings.pool())));
        var system = new RunningSystem(settings, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop the system"));
        system.awaitReady(log);
        system.keepEveryCommit();
        return system;
    }

    private static List<String> command(LoadSettings settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        for (var place :
                List.of(Place.OVERVIEW, Place.PORTAL, Place.KEYCLOAK, Place.MAIL, Place.SMTP, Place.DATABASE)) {
            command.add("-D" + place.name().toLowerCase() + ".port=" + settings.port(place));
        }
        command.add("-Ddata=" + settings.data());
        command.add("-Dfresh=" + settings.fresh());
        command.add("-Ddemonstration=false");
        command.add("-Dapplications.options=" + OPTIONS);
        for (var name : List.of("portal.jar", "overview.jar", "keycloak.zip")) {
            command.add("-D" + name + "=" + System.getProperty(name));
        }
        command.addAll(
                List.of("-classpath", System.getProperty("java.class.path"), "org.samklima.standalone.Standalone"));
        return command;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(log).contains(READY)) {
            if (process.waitFor(300, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException("The system did not start:\n" + Files.readString(log));
            }
        }
    }

    /** The standalone system does not wait for the disk; what is measured here has to. New connections do; the old ones are ended. */
    private void keepEveryCommit() throws SQLException, InterruptedException {
        try (var connection = superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE samklima SET synchronous_commit = on");
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'portal'");
        }
        // A connection that was used within half a second is taken to be there without a look.
        Thread.sleep(2_000);
    }

    /** To look behind the walls: at what really came of it all. */
    DataSource superuser() {
        return superuser(Place.DATABASE);
    }

    DataSource superuser(Place place) {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:%d/samklima".formatted(settings.port(place)));
        source.setUser("postgres");
        source.setPassword(secret("postgres"));
        source.setCurrentSchema("samklima");
        return source;
    }

    String secret(String name) {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(settings.data().resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return secrets.getProperty(name);
    }

    Portal portal() {
        return new Portal(settings.address(Place.PORTAL), settings.issuer());
    }

    KeycloakAccounts accounts() {
        return new KeycloakAccounts(settings.address(Place.KEYCLOAK), secret("keycloak-administrator"));
    }

    /** The processes of one part, by what stands in their command; Java itself does not look to the end of a long one. */
    List<Long> pids(String command) {
        return process.toHandle()
                .descendants()
                .map(ProcessHandle::pid)
                .filter(pid -> commandOf(pid).contains(command))
                .toList();
    }

    /** At once, as when its machine is lost. */
    void killDatabase() {
        pids("/bin/postgres\0").forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private static String commandOf(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(90, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
