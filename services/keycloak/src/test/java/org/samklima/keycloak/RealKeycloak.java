package org.samklima.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.samklima.keycloak.server.KeycloakServer;
import org.samklima.keycloak.server.KeycloakStart;
import org.samklima.keycloak.server.RealmSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real Keycloak server with our realm, one for all tests of a JVM, started when first asked for and stopped with the
 * JVM. Tests share it, so each brings its own organisations and people.
 *
 * <p>Needs the system property {@code keycloak.distribution}, the path of the distribution's zip: see this module's pom. Runs
 * in a container instead where {@link org.samklima.schema.containers.Containers} are asked for.
 */
public final class RealKeycloak {

    /** Fulfils the realm's rules for passwords. */
    public static final String PASSWORD = "correct-horse-battery";

    public static final String PORTAL_SECRET = "portal-secret-of-tests";
    public static final String ADMIN_SECRET = "admin-secret-of-tests";

    private static final String ADMINISTRATOR = "admin";

    private final KeycloakServer server;
    private final Keycloak administrator;

    private static final class Shared {
        static final RealKeycloak INSTANCE = start();
    }

    private RealKeycloak(KeycloakServer server) {
        this.server = server;
        this.administrator =
                Keycloak.getInstance(address().toString(), "master", ADMINISTRATOR, ADMINISTRATOR, "admin-cli");
    }

    public static RealKeycloak shared() {
        return Shared.INSTANCE;
    }

    public URI issuer() {
        return server.issuer();
    }

    /** The realm as its administrator sees it, for arranging and looking behind the scenes. */
    public RealmResource realm() {
        return administrator.realm("samklima");
    }

    /** The properties of an application that uses this Keycloak. */
    public Map<String, String> properties(URI portal) {
        return Map.of(
                "samklima.identity.issuer",
                issuer().toString(),
                "samklima.identity.portal-url",
                portal.toString(),
                "samklima.identity.portal-secret",
                PORTAL_SECRET,
                "samklima.identity.admin-secret",
                ADMIN_SECRET);
    }

    /** Lets people sign in to a portal that listens here; the realm knows only one at a time. */
    public void signsInTo(URI portal) {
        var clients = realm().clients();
        var client = clients.findByClientId(Realm.PORTAL_CLIENT).getFirst();
        client.setRedirectUris(List.of(portal + "/login/oauth2/code/keycloak"));
        client.getAttributes().put("post.logout.redirect.uris", portal + "/");
        clients.get(client.getId()).update(client);
    }

    /** Sends the realm's mails to a server on this port of loopback. */
    public void sendsMailTo(int port) {
        var representation = realm().toRepresentation();
        representation.getSmtpServer().put("port", Integer.toString(port));
        realm().update(representation);
    }

    /** Makes a person with a verified address and {@link #PASSWORD}. */
    public UUID person(String email, String firstName, String lastName) {
        var password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        var person = new UserRepresentation();
        person.setUsername(email);
        person.setEmail(email);
        person.setEmailVerified(true);
        person.setFirstName(firstName);
        person.setLastName(lastName);
        person.setEnabled(true);
        person.setCredentials(List.of(password));
        try (var answer = realm().users().create(person)) {
            return UUID.fromString(CreatedResponseUtil.getCreatedId(answer));
        }
    }

    public void makeOperator(UUID person) {
        var operator = realm().roles().get(Realm.OPERATOR_ROLE).toRepresentation();
        realm().users().get(person.toString()).roles().realmLevel().add(List.of(operator));
    }

    public void makeNoOperator(UUID person) {
        var operator = realm().roles().get(Realm.OPERATOR_ROLE).toRepresentation();
        realm().users().get(person.toString()).roles().realmLevel().remove(List.of(operator));
    }

    /** Whether operators have to show a second factor: as an administrator decides it, in the flow that the realm came with. */
    public void operatorsNeedSecondFactor(boolean needed) {
        var flows = realm().flows();
        var wanted = flows.getExecutions("forms").stream()
                .filter(part -> part.getDisplayName().equals("Browser - second factor of operators"))
                .findFirst()
                .orElseThrow();
        wanted.setRequirement(needed ? "CONDITIONAL" : "DISABLED");
        flows.updateExecutions("forms", wanted);
    }

    /** An access token for the API, as a script of this person's would get it. */
    public String accessToken(String email) {
        var form = Map.of(
                "grant_type", "password",
                "client_id", "samklima-scripts",
                "scope", "openid",
                "username", email,
                "password", PASSWORD);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No token for " + email + ": " + answer.body());
            }
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .get("access_token")
                    .asString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private URI address() {
        return issuer().resolve("/");
    }

    private static RealKeycloak start() {
        try {
            var home = Files.createTempDirectory("keycloak");
            var settings = new RealmSettings(
                    URI.create("http://localhost:8081"), PORTAL_SECRET, ADMIN_SECRET, freePort(), true);
            var server = new KeycloakServer(home, freePort(), settings).administrator(ADMINISTRATOR, ADMINISTRATOR);
            KeycloakStart.start(server, home);
            return new RealKeycloak(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
