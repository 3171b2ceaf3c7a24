package org.samklima.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.keycloak.server.KeycloakProgram;
import org.samklima.keycloak.server.KeycloakServer;
import org.samklima.keycloak.server.RealmSettings;
import org.samklima.schema.DatabaseRoles;
import org.samklima.schema.Migration;

/**
 * The real system that the faults befall, started once for all of them: PostgreSQL, Keycloak with a PostgreSQL of its own, a
 * mail server, and two portals, the first of them behind a {@link Cable}. An association with members lives in it.
 */
final class World {

    static final String PASSWORD = "faults";
    static final String PEOPLES_PASSWORD = "samklima-faults";
    static final String NETWORK = "faultnet";
    static final int MEMBERS = 24;

    static final Path PROGRAMS = Path.of(System.getProperty("user.home"), ".cache", "samklima");

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static @Nullable World shared;
    private static @Nullable Exception failure;

    final Path logs = TARGET.resolve("faults/logs");
    final Sweeper sweeper;
    final Disk disk;
    final Database database;
    final Database identities;
    final Cable cable;
    final Post post;
    final Machine first;
    final Machine second;
    final URI issuer = URI.create("http://localhost:" + Ports.of(3) + "/realms/samklima");
    final Person operator = new Person("operator@faults.example", issuer);
    final Person staff = new Person("staff@faults.example", issuer);
    private final List<Person> coordinators = IntStream.range(0, MEMBERS)
            .mapToObj(number -> new Person("coordinator." + slug(number) + "@faults.example", issuer))
            .toList();
    private final Path home;
    private @Nullable Program keycloak;

    private World() throws IOException, InterruptedException {
        IntStream.rangeClosed(1, Ports.LAST).map(Ports::of).forEach(Ports::assertFree);
        home = Files.createTempDirectory("samklima-faults");
        sweeper = new Sweeper(home);
        disk = Disk.at(home.resolve("disk"));
        database = new Database(
                "database",
                home.resolve("disk/database"),
                Ports.of(5),
                logs,
                sweeper,
                "min_wal_size=32MB",
                "max_wal_size=128MB");
        identities = new Database("identities", home.resolve("identities"), Ports.of(6), logs, sweeper, "fsync=off");
        cable = new Cable(Ports.of(7), Ports.of(5));
        post = new Post(Ports.of(4));
        first = portal("first", 1, Ports.of(7), Map.of());
        second = portal("second", 2, Ports.of(5), Map.of());
    }

    /** Made at the first call; what could not be made then is not tried again by every test. */
    static synchronized World shared() throws Exception {
        if (failure != null) {
            throw new IllegalStateException("The system never started: " + failure.getMessage(), failure);
        }
        if (shared == null) {
            try {
                shared = new World();
                Runtime.getRuntime().addShutdownHook(new Thread(shared::forget));
                shared.begin();
            } catch (Exception broken) {
                failure = broken;
                throw broken;
            }
        }
        return shared;
    }

    private void begin() throws Exception {
        post.open();
        var program = CompletableFuture.supplyAsync(this::keycloakProgram);
        for (var one : List.of(database, identities)) {
            one.create();
            one.start();
        }
        prepare();
        startKeycloak(program.join());
        first.start().awaitReady();
        second.start().awaitReady();
        new Founding(this).found();
    }

    private void prepare() throws Exception {
        DatabaseRoles.prepare(database::superuser, new DatabaseRoles.Passwords(PASSWORD, PASSWORD, PASSWORD));
        Migration.run(database.as("owner", PASSWORD, DatabaseRoles.DATABASE));
        try (var connection = identities.superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE keycloak LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE keycloak OWNER keycloak");
        }
    }

    private KeycloakProgram keycloakProgram() {
        try {
            return KeycloakProgram.install(
                    Path.of(System.getProperty("keycloak.zip")), PROGRAMS, KeycloakProgram.Database.POSTGRES);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void startKeycloak(KeycloakProgram program) throws IOException, InterruptedException {
        var realm = new RealmSettings(first.address(), PASSWORD, PASSWORD, Ports.of(4), true);
        var server = new KeycloakServer(home.resolve("keycloak"), Ports.of(3), realm)
                .administrator("admin", PASSWORD)
                .database(Database.url("keycloak", Ports.of(6)), "keycloak", PASSWORD)
                .people(Founding.people(everyone()));
        Ports.assertFree(Ports.of(3));
        keycloak = Program.start("keycloak", server.process(program), logs, sweeper);
        keycloak.awaitReady(issuer);
    }

    /** Again, after it ended. */
    void startKeycloak() throws IOException, InterruptedException {
        startKeycloak(keycloakProgram());
    }

    Program keycloak() {
        if (keycloak == null) {
            throw new IllegalStateException("Keycloak was never started");
        }
        return keycloak;
    }

    private Stream<Person> everyone() {
        return Stream.concat(Stream.of(operator, staff), coordinators.stream());
    }

    /** @param databasePort where it finds its database */
    private Machine portal(String name, int port, int databasePort, Map<String, String> more) {
        var classes = Path.of(System.getProperty("portal.classes")).normalize();
        return portal(name, port, databasePort, classes, more);
    }

    private Machine portal(String name, int port, int databasePort, Path classes, Map<String, String> more) {
        var environment = new HashMap<String, String>(Map.of(
                "SAMKLIMA_ADDRESS",
                "127.0.0.1",
                "SAMKLIMA_DATABASE_URL",
                Database.url(DatabaseRoles.DATABASE, databasePort),
                "SAMKLIMA_DATABASE_PORTAL_PASSWORD",
                PASSWORD,
                "SAMKLIMA_IDENTITY_ISSUER",
                issuer.toString(),
                "SAMKLIMA_IDENTITY_PORTAL_SECRET",
                PASSWORD,
                "SAMKLIMA_IDENTITY_ADMIN_SECRET",
                PASSWORD,
                "SAMKLIMA_PORTAL_URL",
                "http://localhost:" + Ports.of(1),
                "SAMKLIMA_OVERVIEW_URL",
                "http://localhost:" + Ports.of(0),
                "SAMKLIMA_MAIL_HOST",
                "127.0.0.1",
                "SAMKLIMA_MAIL_PORT",
                String.valueOf(Ports.of(4))));
        // A deadline's evening of a whole network comes from one address here.
        environment.put("SAMKLIMA_LIMITS_ENABLED", "false");
        environment.putAll(more);
        return new Machine(name, Ports.of(port), classes, logs, sweeper, environment);
    }

    /** One more portal, of other classes or with other settings. */
    Machine another(String name, @Nullable Path classes, Map<String, String> more) {
        return classes == null ? portal(name, 9, Ports.of(5), more) : portal(name, 9, Ports.of(5), classes, more);
    }

    static String slug(int number) {
        return "fault-%02d".formatted(number);
    }

    /** The slugs of the members. */
    static List<String> members() {
        return IntStream.range(0, MEMBERS).mapToObj(World::slug).toList();
    }

    Person coordinator(int number) {
        return coordinators.get(number);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** Brings everything back to what it was before the last fault; the next one is not to suffer from it. */
    void heal() throws Exception {
        cable.mend();
        post.open();
        post.mood(Post.Mood.FRIENDLY);
        if (!database.answers()) {
            database.start();
        }
        for (var portal : List.of(first, second)) {
            if (!portal.program().isAlive()) {
                portal.start();
            }
            portal.awaitReady();
        }
    }

    private void forget() {
        for (var part : List.<AutoCloseable>of(database, identities, sweeper, post, cable, disk)) {
            try {
                part.close();
            } catch (Exception failure) {
                System.err.println("Not ended cleanly: " + failure);
            }
        }
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
            sweeper.dismiss();
        } catch (IOException left) {
            System.err.println("Left behind: " + home);
        }
    }

    static UUID id(String text) {
        return UUID.nameUUIDFromBytes(("faults " + text).getBytes(StandardCharsets.UTF_8));
    }
}
