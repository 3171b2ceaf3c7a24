package org.samklima.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.samklima.schema.DatabaseRoles;
import org.samklima.schema.Migration;

/** A real PostgreSQL 18 with the portal's database and Keycloak's. */
final class Database implements AutoCloseable {

    static final String KEYCLOAK = "keycloak";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Settings settings;
    private final Secrets secrets;

    private Database(EmbeddedPostgres server, Settings settings, Secrets secrets) {
        this.server = server;
        this.settings = settings;
        this.secrets = secrets;
    }

    static Database start(Settings settings, DataFolder data, Secrets secrets) throws IOException, SQLException {
        var server = EmbeddedPostgres.builder()
                .setPort(settings.databasePort())
                .setDataDirectory(data.database())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "150")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        data.logs().resolve("database.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        data.logs().resolve("database.log").toFile()))
                .start();
        var database = new Database(server, settings, secrets);
        database.prepare();
        return database;
    }

    private void prepare() throws IOException, SQLException {
        DatabaseRoles.prepare(
                name -> server.getDatabase("postgres", name),
                new DatabaseRoles.Passwords(secrets.of("owner"), secrets.of("portal"), secrets.of("overview")));
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SELECT FROM pg_roles WHERE rolname = 'keycloak'")
                    .next()) {
                statement.execute(
                        "CREATE ROLE keycloak LOGIN PASSWORD " + statement.enquoteLiteral(secrets.of(KEYCLOAK)));
                statement.execute("CREATE DATABASE keycloak OWNER keycloak");
            }
        }
    }

    /** Brings the portal's schema to the newest version, as its owner. */
    void migrate() throws IOException {
        var owner = new PGSimpleDataSource();
        owner.setUrl(settings.databaseUrl(DatabaseRoles.DATABASE));
        owner.setUser("owner");
        owner.setPassword(secrets.of("owner"));
        Migration.run(owner);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
