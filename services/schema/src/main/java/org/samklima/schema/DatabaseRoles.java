package org.samklima.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Makes the database, its two schemas and its three roles. Needs a superuser, once; may be repeated, and then sets the
 * passwords anew.
 *
 * <ul>
 *   <li>{@code owner} owns the schemas and runs the migrations, nothing else
 *   <li>{@code portal} owns nothing and cannot bypass row-level security
 *   <li>{@code overview} reads the schema {@code published} and nothing else
 * </ul>
 */
public final class DatabaseRoles {

    /** The database that everything lives in. */
    public static final String DATABASE = "samklima";

    /** Keycloak's database, and its owner. */
    public static final String KEYCLOAK = "keycloak";

    /**
     * How long the portal's role may take, less than its driver waits for an answer (its application.yaml). They belong to the
     * role, not to what the driver asks for at the start of a connection, because a pooler between them refuses that.
     */
    private static final List<String> PORTAL_WAITS =
            List.of("statement_timeout = '10s'", "lock_timeout = '8s'", "idle_in_transaction_session_timeout = '120s'");

    private DatabaseRoles() {}

    /** The passwords of the three roles. */
    public record Passwords(String owner, String portal, String overview) {

        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }

    /** Where to connect to a database of the same server by its name. */
    @FunctionalInterface
    public interface Server {

        DataSource superuserOf(String database);
    }

    /** @throws SQLException if the superuser may not do this or the server is away */
    public static void prepare(Server server, Passwords passwords) throws SQLException {
        prepare(server, passwords, DATABASE);
    }

    /** The same in a database of another name. */
    static void prepare(Server server, Passwords passwords, String database) throws SQLException {
        try (Connection connection = server.superuserOf("postgres").getConnection()) {
            role(connection, "owner", passwords.owner());
            role(connection, "portal", passwords.portal());
            role(connection, "overview", passwords.overview());
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                run(connection, "CREATE DATABASE " + database + " OWNER owner TEMPLATE template0 ENCODING 'UTF8'");
            }
        }
        try (Connection connection = server.superuserOf(database).getConnection()) {
            run(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
            run(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            run(connection, "GRANT CONNECT ON DATABASE " + database + " TO portal, overview");
            run(connection, "CREATE SCHEMA IF NOT EXISTS samklima AUTHORIZATION owner");
            run(connection, "CREATE SCHEMA IF NOT EXISTS published AUTHORIZATION owner");
            run(connection, "ALTER ROLE owner IN DATABASE " + database + " SET search_path = samklima");
            run(connection, "ALTER ROLE portal IN DATABASE " + database + " SET search_path = samklima");
            run(connection, "ALTER ROLE overview IN DATABASE " + database + " SET search_path = published");
            for (var limit : PORTAL_WAITS) {
                run(connection, "ALTER ROLE portal IN DATABASE " + database + " SET " + limit);
            }
        }
    }

    /**
     * Makes Keycloak's own database and the role that owns it, which may connect to nothing of ours.
     *
     * @throws SQLException if the superuser may not do this or the server is away
     */
    public static void prepareKeycloak(Server server, String password) throws SQLException {
        try (Connection connection = server.superuserOf("postgres").getConnection()) {
            role(connection, KEYCLOAK, password);
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = '" + KEYCLOAK + "'")) {
                run(connection, "CREATE DATABASE keycloak OWNER keycloak TEMPLATE template0 ENCODING 'UTF8'");
            }
            run(connection, "REVOKE ALL ON DATABASE keycloak FROM PUBLIC");
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        var verb = exists(connection, "SELECT FROM pg_roles WHERE rolname = '" + name + "'") ? "ALTER" : "CREATE";
        run(
                connection,
                verb + " ROLE " + name + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD "
                        + connection.createStatement().enquoteLiteral(password));
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
