package org.samklima.standalone.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Makes accounts with verified addresses, as Keycloak's administrator. In real life people make their own by the link in
 * their invitation; a script that plays them cannot read their mail.
 */
public final class KeycloakAccounts {

    private static final int EXISTS_ALREADY = 409;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String token;

    /**
     * @param keycloak {@code http://localhost:8082}
     * @param password of Keycloak's administrator {@code admin}
     */
    public KeycloakAccounts(URI keycloak, String password) throws IOException, InterruptedException {
        this.keycloak = keycloak;
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var answer = http.send(
                HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Keycloak's administrator was refused: " + answer.body());
        }
        token = Portal.JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** Makes the account; one that is there already stays as it is. */
    public void make(Portal.Login login, String firstName, String lastName) throws IOException, InterruptedException {
        var account = Map.of(
                "username",
                login.user(),
                "email",
                login.user(),
                "emailVerified",
                true,
                "enabled",
                true,
                "firstName",
                firstName,
                "lastName",
                lastName,
                "credentials",
                List.of(Map.of("type", "password", "value", login.password())));
        var answer = http.send(
                HttpRequest.newBuilder(keycloak.resolve("/admin/realms/samklima/users"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Portal.JSON.writeValueAsString(account)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300 && answer.statusCode() != EXISTS_ALREADY) {
            throw new IllegalStateException("No account for " + login.user() + ": " + answer.body());
        }
    }
}
