package org.samklima.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.samklima.schema.DatabaseRoles;
import org.samklima.schema.Migration;

/** A real PostgreSQL 18 with the portal's database and Keycloak's. Nobody gets in without a password. */
final class Database implements AutoCloseable {

    static final String KEYCLOAK = DatabaseRoles.KEYCLOAK;

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 50;

    private final PostgresProgram program;
    private final Child server;
    private final Settings settings;
    private final DataFolder data;
    private final Secrets secrets;

    private Database(PostgresProgram program, Child server, Settings settings, DataFolder data, Secrets secrets) {
        this.program = program;
        this.server = server;
        this.settings = settings;
        this.data = data;
        this.secrets = secrets;
    }

    static Database start(Settings settings, DataFolder data, Secrets secrets, Running running) throws Exception {
        var program = PostgresProgram.install(data.programs());
        if (!Files.exists(data.database())) {
            create(program, data, secrets.of(SUPERUSER));
        }
        forgetStalePid(data.database().resolve("postmaster.pid"));
        var server = new ProcessBuilder(program.command(
                "postgres",
                "-D",
                data.database().toString(),
                "-p",
                String.valueOf(settings.databasePort()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=150",
                // The last moment before a power cut may be lost, but nothing is ever half written.
                "-c",
                "synchronous_commit=off"));
        var child = running.addChild(Child.start("database", server, data));
        var database = running.add(new Database(program, child, settings, data, secrets));
        database.awaitReady();
        database.prepare();
        return database;
    }

    /** Under another name first, so that an interrupted creation is not mistaken for a database. */
    private static void create(PostgresProgram program, DataFolder data, String password)
            throws IOException, InterruptedException {
        var unfinished = data.unfinishedDatabase();
        var passwordFile = Files.createTempFile(data.root(), "password", "");
        try {
            Files.writeString(passwordFile, password);
            run(
                    new ProcessBuilder(program.command(
                            "initdb",
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8")),
                    data.logs().resolve("database-creation.log"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, data.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** After a power cut the number in it may be another program's by now, and PostgreSQL would take that for its own. */
    private static void forgetStalePid(Path file) throws IOException {
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            var isPostgres = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(command -> command.endsWith("postgres"))
                    .isPresent();
            if (!isPostgres) {
                Files.delete(file);
            }
        }
    }

    private static void run(ProcessBuilder program, Path log) throws IOException, InterruptedException {
        var process = program.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new CannotStart("PostgreSQL could not be prepared:%n%n%s".formatted(Files.readString(log)));
        }
    }

    private void awaitReady() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var _ = superuserOf("postgres").getConnection()) {
                return;
            } catch (SQLException notYet) {
                if (server.endsWithin(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new CannotStart(server.howItEnded(), notYet);
                }
                if (System.nanoTime() > end) {
                    throw new CannotStart("PostgreSQL was not ready after " + PATIENCE.toSeconds() + " s", notYet);
                }
            }
        }
    }

    private void prepare() throws IOException, SQLException {
        DatabaseRoles.prepare(
                this::superuserOf,
                new DatabaseRoles.Passwords(secrets.of("owner"), secrets.of("portal"), secrets.of("overview")));
        DatabaseRoles.prepareKeycloak(this::superuserOf, secrets.of(KEYCLOAK));
    }

    /** Brings the portal's schema to the newest version, as its owner; looks no further if the changes are those of last time. */
    void migrate() throws IOException {
        var changes = SchemaChanges.fingerprint();
        if (changes.isPresent() && data.isMigratedTo(changes.get())) {
            return;
        }
        Migration.run(as("owner", secrets.of("owner"), DatabaseRoles.DATABASE));
        if (changes.isPresent()) {
            data.rememberMigration(changes.get());
        }
    }

    private DataSource superuserOf(String database) {
        return as(SUPERUSER, secrets.of(SUPERUSER), database);
    }

    private DataSource as(String role, String password, String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.databaseUrl(database));
        source.setUser(role);
        source.setPassword(password);
        return source;
    }

    /** Ends it at once but cleanly; its process would wait for everyone who is connected. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (server.isAlive()) {
            run(
                    new ProcessBuilder(program.command(
                            "pg_ctl", "stop", "-D", data.database().toString(), "-m", "fast", "-w")),
                    data.logs().resolve("database-stop.log"));
        }
    }
}
