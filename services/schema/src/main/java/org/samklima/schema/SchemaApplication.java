package org.samklima.schema;

import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The migration job, which ends with 0 when it is done, and with 1 and the reason otherwise:
 *
 * <ul>
 *   <li>without an argument it migrates, as {@code owner} with {@code SAMKLIMA_DATABASE_OWNER_PASSWORD}
 *   <li>with {@code roles} it makes database and roles, as the superuser {@code SAMKLIMA_DATABASE_SUPERUSER} with {@code
 *       SAMKLIMA_DATABASE_SUPERUSER_PASSWORD}; it takes the passwords to be from {@code SAMKLIMA_DATABASE_OWNER_PASSWORD},
 *       {@code …_PORTAL_PASSWORD} and {@code …_OVERVIEW_PASSWORD} and, where Keycloak lives on the same server, {@code
 *       …_KEYCLOAK_PASSWORD}
 * </ul>
 *
 * Both connect to {@code SAMKLIMA_DATABASE_URL}. Each of these is an environment variable or a file: see {@link JobSettings}.
 */
public final class SchemaApplication {

    private final JobSettings settings;

    private SchemaApplication(JobSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) {
        try {
            var settings = JobSettings.of(System.getenv());
            JsonLines.writeIfAskedFor(settings.optional("SAMKLIMA_LOG_FORMAT").orElse(""));
            new SchemaApplication(settings).run(args);
        } catch (JobSettings.Missing missing) {
            failed(missing.getMessage(), null);
        } catch (SQLException failure) {
            failed("The database could not be prepared: " + failure.getMessage(), null);
        } catch (IllegalStateException failure) {
            failed(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static void failed(String why, @Nullable Throwable failure) {
        Logger.getLogger(SchemaApplication.class.getName()).log(Level.SEVERE, why, failure);
        System.exit(1);
    }

    /** For tests: as {@link #main} with these environment variables, but it throws where that ends the process. */
    static void run(Map<String, String> environment, String... args) throws SQLException {
        new SchemaApplication(JobSettings.of(environment)).run(args);
    }

    private void run(String[] args) throws SQLException {
        if (args.length == 1 && args[0].equals("roles")) {
            prepare();
        } else if (args.length == 0) {
            Migration.run(connecting(url(), "owner", settings.required("SAMKLIMA_DATABASE_OWNER_PASSWORD")));
        } else {
            throw new JobSettings.Missing("The migration job takes no argument but 'roles'.");
        }
    }

    private void prepare() throws SQLException {
        var passwords = new DatabaseRoles.Passwords(
                settings.required("SAMKLIMA_DATABASE_OWNER_PASSWORD"),
                settings.required("SAMKLIMA_DATABASE_PORTAL_PASSWORD"),
                settings.required("SAMKLIMA_DATABASE_OVERVIEW_PASSWORD"));
        var keycloak = settings.optional("SAMKLIMA_DATABASE_KEYCLOAK_PASSWORD");
        DatabaseRoles.prepare(this::superuserOf, passwords);
        if (keycloak.isPresent()) {
            DatabaseRoles.prepareKeycloak(this::superuserOf, keycloak.get());
        }
    }

    private String url() {
        return settings.required("SAMKLIMA_DATABASE_URL");
    }

    private DataSource superuserOf(String database) {
        var source = connecting(
                url(),
                settings.optional("SAMKLIMA_DATABASE_SUPERUSER").orElse("postgres"),
                settings.required("SAMKLIMA_DATABASE_SUPERUSER_PASSWORD"));
        source.setDatabaseName(database);
        return source;
    }

    private static PGSimpleDataSource connecting(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        // What stood in a row that a change could not take belongs into no log.
        source.setLogServerErrorDetail(false);
        return source;
    }
}
