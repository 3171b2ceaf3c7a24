package org.samklima.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.samklima.load.LoadSettings.Place;
import org.samklima.standalone.PostgresProgram;

/**
 * A second PostgreSQL that follows the first over its stream of changes. Made as {@code pg_basebackup} makes it, which the embedded
 * PostgreSQL lacks: the files are copied while they are written to, and the changes since then put them right.
 */
final class Replica {

    private static final String SLOT = "replica";
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "pg_replslot");

    private final LoadSettings settings;
    private final RunningSystem system;
    private final Path folder;

    Replica(LoadSettings settings, RunningSystem system, Path folder) {
        this.settings = settings;
        this.system = system;
        this.folder = folder;
    }

    void make() throws IOException, SQLException {
        if (Files.exists(folder)) {
            delete();
        }
        var password = UUID.randomUUID().toString();
        try (var connection = system.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS replica");
            statement.execute("CREATE ROLE replica LOGIN REPLICATION PASSWORD " + statement.enquoteLiteral(password));
            statement.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots");
            statement.execute("SELECT pg_create_physical_replication_slot('" + SLOT + "', true)");
            statement.execute("SELECT pg_backup_start('replica', true)");
            copy(settings.data().resolve("database"));
            try (var end = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                end.next();
                Files.writeString(folder.resolve("backup_label"), end.getString(1));
            }
        }
        Files.createFile(folder.resolve("standby.signal"));
        Files.writeString(
                folder.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=replica password=%s'%nprimary_slot_name = '%s'%n"
                        .formatted(settings.port(Place.DATABASE), password, SLOT));
    }

    private void copy(Path from) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var relative = from.relativize(file);
                if (NOT_COPIED.stream().noneMatch(relative::startsWith)) {
                    copy(file, folder.resolve(relative));
                }
            }
        }
        Files.createDirectory(folder.resolve("pg_replslot"));
    }

    private static void copy(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException temporary) {
            // Gone since the folder was listed; the changes know.
        }
    }

    Process start() throws IOException {
        var command = PostgresProgram.install(settings.data().resolve("programs"))
                .command(
                        "postgres",
                        "-D",
                        folder.toString(),
                        "-p",
                        String.valueOf(settings.port(Place.STANDBY)),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=150");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.results().resolve("standby.log").toFile())
                .start();
    }

    void awaitStreaming(Duration patience) {
        await("the replica follows; else see standby.log").atMost(patience).until(() -> !lag().isEmpty());
    }

    /** How far behind it is, as the first database sees it; nothing while nobody follows. */
    Map<String, String> lag() throws SQLException {
        var lag = new LinkedHashMap<String, String>();
        try (var connection = system.superuser().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT state, pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn), coalesce(replay_lag::text, '0')"
                                + " FROM pg_stat_replication WHERE state = 'streaming'")) {
            if (row.next()) {
                lag.put("state", row.getString(1));
                lag.put("bytes behind", row.getString(2));
                lag.put("time behind", row.getString(3));
            }
        }
        return lag;
    }

    void refusesToWrite() throws SQLException {
        try (var connection = system.superuser(Place.STANDBY).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written (at timestamptz)");
        } catch (SQLException refused) {
            // read_only_sql_transaction
            if (refused.getSQLState().equals("25006")) {
                return;
            }
            throw refused;
        }
        throw new IllegalStateException("The replica took a change");
    }

    private void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
