package org.samklima.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Everything that the README's first command starts, on free ports and with data of its own, and one more portal beside the
 * first. Keycloak and PostgreSQL are unpacked once for all times.
 */
final class WholeSystem implements AutoCloseable {

    private static final Path PROGRAMS = Path.of(System.getProperty("user.home"), ".cache", "samklima");

    private final Settings settings;
    private final DataFolder data;
    private final Running running = new Running();
    private final int secondPort = freePort();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private WholeSystem(Settings settings) throws Exception {
        this.settings = settings;
        this.data = running.add(DataFolder.open(settings.data(), true));
    }

    /** @param traces where it sends the traces that somebody asks for */
    static WholeSystem start(Path folder, URI traces) throws Exception {
        var settings = new Settings(
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                freePort(),
                folder,
                true,
                true,
                new Watching(freePort(), freePort(), traces.toString(), "0", "ecs"),
                Path.of("../portal/target/classes").toAbsolutePath().normalize(),
                Path.of("../overview/target/classes").toAbsolutePath().normalize(),
                Path.of(System.getProperty("keycloak.zip")));
        var system = new WholeSystem(settings);
        try {
            Files.createSymbolicLink(system.data.programs(), Files.createDirectories(PROGRAMS));
            system.launch();
            return system;
        } catch (Exception failure) {
            system.close();
            throw failure;
        }
    }

    private void launch() throws Exception {
        var terminal = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            new Launch(settings, data, running, new Progress()).start();
        } finally {
            System.setOut(terminal);
            Files.writeString(Path.of("target", "whole-system.txt"), said());
        }
        var applications = new Applications(settings, data, Secrets.in(data.root()));
        running.addChild(applications.startPortal("second-portal", secondPort))
                .awaitReady(Applications.readiness(secondPortal(), 0));
    }

    /** What whoever started it has read. */
    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    URI portal() {
        return settings.portal();
    }

    URI secondPortal() {
        return URI.create("http://localhost:" + secondPort);
    }

    URI overview() {
        return settings.overview();
    }

    /** What the portal tells at its management port. */
    URI portalMetrics() {
        return metrics(settings.watching().portalPort());
    }

    URI overviewMetrics() {
        return metrics(settings.watching().overviewPort());
    }

    private static URI metrics(int port) {
        return URI.create("http://localhost:" + port + "/actuator/prometheus");
    }

    /** All that an application has logged. */
    List<String> log(String application) throws IOException {
        return Files.readAllLines(data.logs().resolve(application + ".log"));
    }

    /** Whom no tenant's wall stops. */
    DataSource superuser() throws IOException {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.databaseUrl("samklima"));
        source.setUser("postgres");
        source.setPassword(Secrets.in(data.root()).of("postgres"));
        return source;
    }

    URI mail() {
        return settings.mail();
    }

    URI keycloak() {
        return settings.issuer();
    }

    /** Ends Keycloak and nothing else. */
    void loseKeycloak() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .commandLine()
                        .filter(command -> command.contains("-Dkc.home.dir=" + data.keycloak()))
                        .isPresent())
                .forEach(keycloak -> {
                    keycloak.destroy();
                    keycloak.onExit().join();
                });
    }

    /** What is still running of all that was started. */
    int leftOver() throws Exception {
        return data.leftovers().end();
    }

    @Override
    public void close() {
        running.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
