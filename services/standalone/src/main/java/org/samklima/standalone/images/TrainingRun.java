package org.samklima.standalone.images;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.samklima.schema.DatabaseRoles;
import org.samklima.schema.Migration;

/**
 * Lets an application live for a moment on an empty database of its own, so that its JVM can note which classes it needs and
 * how they are linked ({@code -XX:AOTCacheOutput}): with that cache it starts in a fraction of the time. Runs while an image is
 * built, in the image's own Java, for a cache is of use to no other.
 *
 * <p>Arguments: the application's address, then the command that starts it.
 */
final class TrainingRun {

    private static final DatabaseRoles.Passwords PASSWORDS = new DatabaseRoles.Passwords("owner", "portal", "overview");
    private static final List<String> VISITED = List.of("/", "/sv", "/login", "/v3/api-docs", "/api/v1/me");
    private static final int VISITS = 20;

    private TrainingRun() {}

    static void main(String[] args) throws Exception {
        var arguments = List.of(args);
        try (var server = EmbeddedPostgres.start()) {
            DatabaseRoles.prepare(database -> server.getDatabase("postgres", database), PASSWORDS);
            Migration.run(server.getDatabase("owner", DatabaseRoles.DATABASE));
            var url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DatabaseRoles.DATABASE;
            try (var application = Application.start(
                    URI.create(arguments.getFirst()), arguments.subList(1, arguments.size()), environment(url))) {
                for (int i = 0; i < VISITS; i++) {
                    for (var path : VISITED) {
                        application.get(path);
                    }
                }
            }
        }
    }

    /** Nobody signs in, so there need be no identity provider at its address. */
    private static Map<String, String> environment(String databaseUrl) {
        return Map.of(
                "SAMKLIMA_DATABASE_URL",
                databaseUrl,
                "SAMKLIMA_DATABASE_PORTAL_PASSWORD",
                PASSWORDS.portal(),
                "SAMKLIMA_DATABASE_OVERVIEW_PASSWORD",
                PASSWORDS.overview(),
                "SAMKLIMA_IDENTITY_ISSUER",
                "http://127.0.0.1:1/realms/samklima",
                "SAMKLIMA_IDENTITY_PORTAL_SECRET",
                "none",
                "SAMKLIMA_IDENTITY_ADMIN_SECRET",
                "none");
    }
}
