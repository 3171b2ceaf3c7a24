package org.samklima.standalone.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes accounts with verified addresses, as Keycloak's administrator. In real life people make their own by the link in
 * their invitation; a script that plays them cannot read their mail.
 */
public final class KeycloakAccounts {

    private static final String USERS = "/admin/realms/samklima/users";
    private static final int EXISTS_ALREADY = 409;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String password;

    /**
     * @param keycloak {@code http://localhost:8082}
     * @param password of Keycloak's administrator {@code admin}
     */
    public KeycloakAccounts(URI keycloak, String password) {
        this.keycloak = keycloak;
        this.password = password;
    }

    /**
     * Somebody's account, its address verified.
     *
     * @param id null for one that Keycloak gives
     */
    public record Account(
            @Nullable UUID id, Portal.Login login, String firstName, String lastName, List<String> realmRoles) {

        private Map<String, Object> asMap() {
            Map<String, Object> account = new LinkedHashMap<>();
            if (id != null) {
                account.put("id", id);
            }
            account.put("username", login.user());
            account.put("email", login.user());
            account.put("emailVerified", true);
            account.put("enabled", true);
            account.put("firstName", firstName);
            account.put("lastName", lastName);
            return account;
        }

        private Map<String, Object> asImport() {
            var account = asMap();
            account.put("credentials", List.of(Map.of("type", "password", "value", login.password())));
            account.put("realmRoles", realmRoles);
            return account;
        }
    }

    /** Accounts in Keycloak's own format. */
    public static String asImport(Collection<Account> accounts) {
        return Portal.JSON.writeValueAsString(Map.of(
                "realm",
                "samklima",
                "users",
                accounts.stream().map(Account::asImport).toList()));
    }

    /** Lasts a minute only, so every account begins with a new one. */
    private String token() throws IOException, InterruptedException {
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
        return Portal.JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** Makes the account, or takes over the one that an invitation opened: with this password, its address verified. */
    public void make(Portal.Login login, String firstName, String lastName) throws IOException, InterruptedException {
        var account = new Account(null, login, firstName, lastName, List.of()).asMap();
        account.put("requiredActions", List.of());
        var token = token();
        send(token, "POST", USERS, account, EXISTS_ALREADY);
        var query = "?exact=true&email=" + URLEncoder.encode(login.user(), StandardCharsets.UTF_8);
        var found = send(token, "GET", USERS + query, null, 0);
        var user = USERS + "/" + Portal.JSON.readTree(found).path(0).path("id").asString();
        send(token, "PUT", user, account, 0);
        send(token, "PUT", user + "/reset-password", Map.of("type", "password", "value", login.password()), 0);
    }

    /** Makes accounts, ids and all; those that are there stay as they are. */
    public void makeAll(Collection<Account> accounts) throws IOException, InterruptedException {
        var list = (ObjectNode) Portal.JSON.readTree(asImport(accounts));
        list.put("ifResourceExists", "SKIP");
        send(token(), "POST", "/admin/realms/samklima/partialImport", list, 0);
    }

    private String send(String token, String method, String path, @Nullable Object body, int expectedRefusal)
            throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(keycloak.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(Portal.JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300 && answer.statusCode() != expectedRefusal) {
            throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
