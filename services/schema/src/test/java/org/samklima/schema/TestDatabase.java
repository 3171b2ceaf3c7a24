package org.samklima.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/**
 * A real PostgreSQL 18 with the real roles and the newest schema, once for each test JVM. Tests connect as {@code portal}
 * or {@code overview}: as a superuser they would prove nothing.
 */
public final class TestDatabase {

    private static final TestDatabase SHARED = new TestDatabase();

    private final EmbeddedPostgres server;
    private final Thread atTheEnd = new Thread(this::stop, "stop PostgreSQL");

    private TestDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            DatabaseRoles.prepare(
                    database -> server.getDatabase("postgres", database),
                    new DatabaseRoles.Passwords("owner", "portal", "overview"));
            Migration.run(as("owner"));
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("No PostgreSQL for the tests", failure);
        }
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static TestDatabase shared() {
        return SHARED;
    }

    /** For application contexts. They still have something to write when they close, so the server stops after them. */
    public String url() {
        if (Runtime.getRuntime().removeShutdownHook(atTheEnd)) {
            SpringApplication.getShutdownHandlers().add(this::stop);
        }
        return address();
    }

    private String address() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DatabaseRoles.DATABASE;
    }

    /** Connects as one of the three roles; each role's password is its name. */
    public DataSource as(String role) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(address());
        dataSource.setUser(role);
        dataSource.setPassword(role);
        return dataSource;
    }

    /** Only to look behind the walls in a test; never to prove that they stand. */
    public DataSource superuser() {
        return server.getDatabase("postgres", DatabaseRoles.DATABASE);
    }
}
