package org.samklima.checks.recovery;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.samklima.keycloak.server.KeycloakProgram;
import org.samklima.keycloak.server.KeycloakServer;
import org.samklima.keycloak.server.RealmSettings;
import org.samklima.schema.DatabaseRoles;

/** The real Keycloak with our realm, on its own database in a cluster. */
final class Identity implements AutoCloseable {

    static final URI PORTAL = URI.create("http://localhost:8081");
    static final String PORTAL_SECRET = "secret-of-the-portal";

    private static final String ADMINISTRATOR = "admin";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final URI issuer;
    private final Keycloak administrator;

    private Identity(Process process, URI issuer) {
        this.process = process;
        this.issuer = issuer;
        var server = issuer.resolve("/").toString();
        administrator = Keycloak.getInstance(server, "master", ADMINISTRATOR, ADMINISTRATOR, "admin-cli");
    }

    /** Returns when the realm answers. What the database has is taken as it is; only an empty one is filled with the realm. */
    static Identity start(Cluster cluster, Path home) throws Exception {
        Files.createDirectories(home);
        var realm = new RealmSettings(PORTAL, PORTAL_SECRET, "secret-of-the-admin-client", 25, false);
        var server = new KeycloakServer(home, freePort(), realm)
                .administrator(ADMINISTRATOR, ADMINISTRATOR)
                .database(
                        "jdbc:postgresql://localhost:" + cluster.port() + "/" + DatabaseRoles.KEYCLOAK,
                        DatabaseRoles.KEYCLOAK,
                        Network.PASSWORD_OF_KEYCLOAK);
        var program = KeycloakProgram.install(
                Path.of(System.getProperty("keycloak.zip")),
                Path.of(System.getProperty("user.home"), ".cache", "samklima"),
                KeycloakProgram.Database.POSTGRES);
        var log = home.resolve("keycloak.log");
        var process = server.process(program).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(server.issuer(), process, log);
        return new Identity(process, server.issuer());
    }

    private static void awaitReady(URI issuer, Process process, Path log) throws Exception {
        var question =
                HttpRequest.newBuilder(issuer).timeout(Duration.ofSeconds(5)).build();
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, question)) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
                }
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    URI issuer() {
        return issuer;
    }

    /** Accounts without a password: {@code 1@example.org} and so on. */
    Map<String, UUID> accounts(int number) {
        var people = new ArrayList<UserRepresentation>();
        for (int i = 1; i <= number; i++) {
            people.add(person(i + "@example.org"));
        }
        var everybody = new PartialImportRepresentation();
        everybody.setIfResourceExists("FAIL");
        everybody.setUsers(people);
        try (var answer = administrator.realm("samklima").partialImport(everybody)) {
            if (answer.getStatus() != 200) {
                throw new IllegalStateException("Keycloak took nobody: " + answer.getStatus());
            }
        }
        var ids = new HashMap<String, UUID>();
        users().list(0, number).forEach(user -> ids.put(user.getEmail(), UUID.fromString(user.getId())));
        return ids;
    }

    UUID account(String email) {
        try (var answer = users().create(person(email))) {
            return UUID.fromString(CreatedResponseUtil.getCreatedId(answer));
        }
    }

    void password(UUID person, String password) {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        users().get(person.toString()).resetPassword(credential);
    }

    void delete(UUID person) {
        users().delete(person.toString()).close();
    }

    private UsersResource users() {
        return administrator.realm("samklima").users();
    }

    private static UserRepresentation person(String email) {
        var person = new UserRepresentation();
        person.setUsername(email);
        person.setEmail(email);
        person.setEmailVerified(true);
        person.setFirstName("Person");
        person.setLastName(email.substring(0, email.indexOf('@')));
        person.setEnabled(true);
        person.setRequiredActions(List.of());
        return person;
    }

    /** As its machine dies. */
    void destroy() throws InterruptedException {
        administrator.close();
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        administrator.close();
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
