package org.samklima.checks.recovery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** A PostgreSQL server that keeps its log as docker/backup says, and that can be lost. */
final class Cluster {

    private final EmbeddedPostgres server;
    private final Path data;

    private Cluster(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /** Starts on a data directory, made where there is none; reads the log to its end first, where it was restored. */
    static Cluster start(Path data, Scripts scripts) throws IOException, SQLException {
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("archive_mode", "on")
                .setServerConfig("wal_level", "replica")
                .start();
        var cluster = new Cluster(server, data);
        if (cluster.ask("postgres", "SHOW archive_command").isEmpty()) {
            cluster.run("postgres", "ALTER SYSTEM SET archive_command = '" + scripts.archiveCommand() + "'");
            cluster.run("postgres", "SELECT pg_reload_conf()");
        }
        return cluster;
    }

    /** The same on a directory that was restored; returns when the log has been read. */
    static Cluster startAndRead(Path data, Scripts scripts) throws Exception {
        return Measured.time("started and read the log", () -> {
            var cluster = start(data, scripts);
            await("the end of the log", () -> cluster.ask("postgres", "SELECT pg_is_in_recovery()").equals("f"));
            return cluster;
        });
    }

    /** Ends the piece of the log that is being written, as a timeout does, and waits until it is kept. */
    void waitUntilArchived() throws Exception {
        var piece = ask("postgres", "SELECT pg_walfile_name(pg_switch_wal())");
        await(
                "piece " + piece + " of the log in the archive",
                () -> ask(
                                "postgres",
                                "SELECT coalesce(last_archived_wal >= '" + piece + "', false) FROM pg_stat_archiver")
                        .equals("t"));
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        var patience = Instant.now().plusSeconds(120);
        while (!condition.call()) {
            if (Instant.now().isAfter(patience)) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }

    DataSource superuser(String database) {
        return server.getDatabase("postgres", database);
    }

    int port() {
        return server.getPort();
    }

    Path data() {
        return data;
    }

    void run(String database, String sql) throws SQLException {
        try (var connection = superuser(database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String database, String sql) throws SQLException {
        try (var connection = superuser(database).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As a machine dies: no process gets to say goodbye, and nothing of the data is left. */
    void destroy() throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        var postmaster = ProcessHandle.of(pid).orElseThrow();
        var everything = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        everything.forEach(ProcessHandle::destroyForcibly);
        postmaster.onExit().join();
        everything.forEach(process -> process.onExit().join());
        delete(data);
    }

    void stop() throws IOException {
        server.close();
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
