package org.samklima.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.samklima.standalone.PostgresProgram;

/** A real PostgreSQL that waits for the disk at every commit, as in production. */
final class Database implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How it is told to end. */
    enum Stop {
        /** Ends its sessions, then itself. */
        FAST,
        /** Drops everything; recovers at the next start. */
        IMMEDIATE
    }

    private final PostgresProgram program;
    private final String name;
    private final Path folder;
    private final int port;
    private final Path logs;
    private final Sweeper sweeper;
    private final List<String> options;
    private @Nullable Program server;

    Database(String name, Path folder, int port, Path logs, Sweeper sweeper, String... options) throws IOException {
        this.program = PostgresProgram.install(World.PROGRAMS);
        this.name = name;
        this.folder = folder;
        this.port = port;
        this.logs = Files.createDirectories(logs);
        this.sweeper = sweeper;
        this.options = List.of(options);
    }

    void create() throws IOException, InterruptedException {
        var password = Files.writeString(logs.resolve(name + "-password"), World.PASSWORD);
        run(
                "initdb",
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync");
    }

    void start() throws IOException, InterruptedException {
        launch();
        awaitReady();
    }

    private void launch() throws IOException {
        Ports.assertFree(port);
        var command = new ArrayList<>(List.of("-D", folder.toString(), "-p", String.valueOf(port)));
        for (var option : List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=120")) {
            command.addAll(List.of("-c", option));
        }
        options.forEach(option -> command.addAll(List.of("-c", option)));
        server = Program.start(
                name, new ProcessBuilder(program.command("postgres", command.toArray(String[]::new))), logs, sweeper);
    }

    private void awaitReady() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (server().endsWithin(Duration.ofMillis(50)) || System.nanoTime() > end) {
                throw new IllegalStateException(name + " did not start:\n" + String.join("\n", server().lastLines()));
            }
        }
    }

    boolean answers() {
        try (var connection = as(SUPERUSER, World.PASSWORD, "postgres").getConnection()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    void stop(Stop mode) throws IOException, InterruptedException {
        run("pg_ctl", "stop", "-D", folder.toString(), "-m", mode.name().toLowerCase(Locale.ROOT), "-w");
    }

    Program server() {
        if (server == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return server;
    }

    DataSource superuser(String database) {
        return as(SUPERUSER, World.PASSWORD, database);
    }

    DataSource as(String role, String password, String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database, port));
        source.setUser(role);
        source.setPassword(password);
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
        return source;
    }

    static String url(String database, int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var log = logs.resolve(name + "-" + program + ".log");
        var process = new ProcessBuilder(this.program.command(program, arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " failed:\n" + Files.readString(log));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (server != null && server.isAlive()) {
            server.resume();
            stop(Stop.IMMEDIATE);
            server.close();
        }
    }
}
