package org.samklima.keycloak.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One Keycloak server on loopback, over plain HTTP. Its realm is imported when its database does not have it yet. */
public final class KeycloakServer {

    private static final String REALM_FILE = "samklima-realm.json";
    private static final List<String> THEME = List.of(
            "email/theme.properties",
            "email/text/org-invite.ftl",
            "email/messages/messages_en.properties",
            "email/messages/messages_sv.properties",
            "email/messages/messages_da.properties",
            "email/messages/messages_de.properties",
            "login/theme.properties",
            "login/messages/messages_en.properties",
            "login/messages/messages_sv.properties",
            "login/messages/messages_da.properties",
            "login/messages/messages_de.properties");
    private static final String REFUSED_PASSWORDS = "password-blacklists/samklima.txt";
    private static final List<String> SMALL_AND_QUICK = List.of(
            "-Xms64m",
            "-Xmx400m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MetaspaceSize=96m",
            "-Djava.net.preferIPv4Stack=true",
            "-Duser.language=en");

    private final Path home;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>();

    /**
     * @param home the server's own folder: what it is to import, and its temporary files
     * @param port on loopback
     */
    public KeycloakServer(Path home, int port, RealmSettings realm) {
        this.home = home;
        this.port = port;
        environment.putAll(realm.environment());
    }

    /** An administrator of all realms, created if the database has none yet. */
    public KeycloakServer administrator(String name, String password) {
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", name);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
        return this;
    }

    /** The database of a program that was built for PostgreSQL. */
    public KeycloakServer database(String jdbcUrl, String user, String password) {
        environment.put("KC_DB_URL", jdbcUrl);
        environment.put("KC_DB_USERNAME", user);
        environment.put("KC_DB_PASSWORD", password);
        return this;
    }

    /** People to import together with the realm: Keycloak's JSON, {@code {"realm": "samklima", "users": […]}}. */
    public KeycloakServer people(String json) throws IOException {
        Files.writeString(imports().resolve("samklima-users-0.json"), json);
        return this;
    }

    /** As people's browsers reach it, and as it names itself in tokens. */
    public URI issuer() {
        return URI.create("http://localhost:" + port + "/realms/samklima");
    }

    /** A process that can be started; the caller chooses where its output goes. */
    public ProcessBuilder process(KeycloakProgram program) throws IOException {
        prepareHome(program);
        var arguments = new ArrayList<>(List.of("start", "--optimized"));
        arguments.addAll(arguments());
        var process = new ProcessBuilder(program.command(home, SMALL_AND_QUICK, arguments));
        process.environment().putAll(environment);
        return process.redirectErrorStream(true);
    }

    /** What the server is told, wherever it runs. */
    List<String> arguments() {
        return List.of(
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                "--cache=local");
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Puts the realm, its theme and the passwords it refuses into the home, under {@code data} and {@code themes}. */
    void prepareRealm() throws IOException {
        copy(REALM_FILE, imports().resolve(REALM_FILE));
        copy(REFUSED_PASSWORDS, home.resolve("data").resolve(REFUSED_PASSWORDS));
        for (var file : THEME) {
            copy("themes/samklima/" + file, home.resolve("themes/samklima").resolve(file));
        }
    }

    private void prepareHome(KeycloakProgram program) throws IOException {
        prepareRealm();
        var libraries = home.resolve("lib");
        Files.deleteIfExists(libraries);
        Files.createSymbolicLink(libraries, program.libraries());
    }

    private static void copy(String resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var content = KeycloakServer.class.getResourceAsStream("/realm/" + resource)) {
            Files.write(file, Objects.requireNonNull(content, resource).readAllBytes());
        }
    }

    private Path imports() throws IOException {
        return Files.createDirectories(home.resolve("data").resolve("import"));
    }
}
