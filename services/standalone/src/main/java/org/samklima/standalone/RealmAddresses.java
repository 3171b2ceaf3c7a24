package org.samklima.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keycloak keeps the addresses that its realm was imported with. When the ports are others at a later start, this tells it,
 * as its administrator.
 */
final class RealmAddresses {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI realm;
    private final URI keycloak;
    private final HttpClient http;
    private final String token;

    private RealmAddresses(URI keycloak, HttpClient http, String administratorPassword)
            throws IOException, InterruptedException {
        this.keycloak = keycloak;
        this.realm = keycloak.resolve("/admin/realms/samklima");
        this.http = http;
        this.token = signIn(administratorPassword);
    }

    /**
     * @param known where the addresses of the last start are noted
     */
    static void keepUpToDate(Settings settings, String administratorPassword, Path known)
            throws IOException, InterruptedException {
        var now = settings.portal() + " " + settings.smtpPort();
        if (Files.exists(known) && !Files.readString(known).equals(now)) {
            try (var http = HttpClient.newHttpClient()) {
                var addresses = new RealmAddresses(settings.issuer().resolve("/"), http, administratorPassword);
                addresses.signInLeadsTo(settings.portal());
                addresses.mailGoesTo(settings.smtpPort());
            }
        }
        Files.writeString(known, now);
    }

    private void signInLeadsTo(URI portal) throws IOException, InterruptedException {
        var client =
                (ObjectNode) get(URI.create(realm + "/clients?clientId=portal")).get(0);
        client.put("baseUrl", portal + "/");
        client.putArray("redirectUris").add(portal + "/login/oauth2/code/keycloak");
        ((ObjectNode) client.get("attributes")).put("post.logout.redirect.uris", portal + "/");
        put(URI.create(realm + "/clients/" + client.get("id").asString()), client);
    }

    private void mailGoesTo(int smtpPort) throws IOException, InterruptedException {
        var settings = (ObjectNode) get(realm);
        ((ObjectNode) settings.get("smtpServer")).put("port", String.valueOf(smtpPort));
        put(realm, settings);
    }

    private String signIn(String password) throws IOException, InterruptedException {
        var form = "grant_type=password&client_id=admin-cli&username=" + Launch.ADMINISTRATOR + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(request).get("access_token").asString();
    }

    private JsonNode get(URI address) throws IOException, InterruptedException {
        return send(authorized(address).GET());
    }

    private void put(URI address, JsonNode body) throws IOException, InterruptedException {
        send(authorized(address)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder authorized(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "Keycloak would not take the changed ports: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }
}
