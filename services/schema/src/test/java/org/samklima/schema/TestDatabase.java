package org.samklima.schema;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/**
 * A real PostgreSQL 18, embedded or in a container, with the real roles and the newest schema, once for each test JVM. Tests connect as {@code portal}
 * or {@code overview}: as a superuser they would prove nothing.
 */
public final class TestDatabase {

    private static final TestDatabase SHARED = new TestDatabase();

    private final TestServer server;
    private final @Nullable Pooler pooler;
    private final Thread atTheEnd = new Thread(this::stop, "stop PostgreSQL");

    private TestDatabase() {
        try {
            server = TestServer.start();
            pooler = Pooler.isWanted() ? Pooler.before(server.address()) : null;
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            prepare(DatabaseRoles.DATABASE);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("No PostgreSQL for the tests", failure);
        }
    }

    private void prepare(String name) throws SQLException {
        DatabaseRoles.prepare(server::superuserOf, new DatabaseRoles.Passwords("owner", "portal", "overview"), name);
        Migration.run(as("owner", name));
    }

    /** One more database on the same server, with the newest schema and nothing in it: another deployment. */
    public static void make(String name) {
        try {
            SHARED.prepare(name);
        } catch (SQLException failure) {
            throw new IllegalStateException("No second database for the tests", failure);
        }
    }

    private void stop() {
        if (pooler != null) {
            pooler.stop();
        }
        server.stop();
    }

    public static TestDatabase shared() {
        return SHARED;
    }

    /** For application contexts. They still have something to write when they close, so the server stops after them. */
    public String url() {
        if (Runtime.getRuntime().removeShutdownHook(atTheEnd)) {
            SpringApplication.getShutdownHandlers().add(this::stop);
        }
        return pooler == null ? server.url(DatabaseRoles.DATABASE) : pooler.url(DatabaseRoles.DATABASE);
    }

    /** Connects as one of the three roles; each role's password is its name. */
    public DataSource as(String role) {
        return as(role, DatabaseRoles.DATABASE);
    }

    /** The same in a database that was {@link #make made}. */
    public DataSource as(String role, String database) {
        return server.as(role, role, database);
    }

    /** Only to look behind the walls in a test; never to prove that they stand. */
    public DataSource superuser() {
        return superuser(DatabaseRoles.DATABASE);
    }

    /** The same in a database that was {@link #make made}. */
    public DataSource superuser(String database) {
        return server.superuserOf(database);
    }
}
