package org.samklima.checks.recovery;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samklima.keycloak.HttpBrowser;
import tools.jackson.databind.json.JsonMapper;

/** A person signs in as the portal has them do it: at Keycloak's own page, from which a code comes back that buys tokens. */
final class SignIn {

    private static final URI BACK = Identity.PORTAL.resolve("/login/oauth2/code/keycloak");

    private SignIn() {}

    /** Who Keycloak says that it is, or nobody if it does not know them or the password is another. */
    static Optional<UUID> as(Identity identity, String email, String password) throws Exception {
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        var question = form(Map.of(
                "client_id", "portal",
                "response_type", "code",
                "scope", "openid",
                "redirect_uri", BACK.toString(),
                "code_challenge", challenge,
                "code_challenge_method", "S256"));
        var browser = new HttpBrowser(address -> !address.getAuthority().equals(BACK.getAuthority()));
        browser.open(URI.create(identity.issuer() + "/protocol/openid-connect/auth?" + question))
                .submit(Map.of("username", email, "password", password));
        return browser.address().getAuthority().equals(BACK.getAuthority())
                ? Optional.of(whose(identity, code(browser.address()), verifier))
                : Optional.empty();
    }

    private static String code(URI address) {
        for (var parameter : address.getQuery().split("&")) {
            if (parameter.startsWith("code=")) {
                return parameter.substring("code=".length());
            }
        }
        throw new IllegalStateException("No code came back: " + address);
    }

    private static UUID whose(Identity identity, String code, String verifier)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(identity.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "portal",
                        "client_secret", Identity.PORTAL_SECRET,
                        "redirect_uri", BACK.toString(),
                        "code", code,
                        "code_verifier", verifier))))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No token: " + answer.body());
            }
            var token = JsonMapper.shared()
                    .readTree(answer.body())
                    .path("access_token")
                    .asString();
            var claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
            return UUID.fromString(
                    JsonMapper.shared().readTree(claims).path("sub").asString());
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
