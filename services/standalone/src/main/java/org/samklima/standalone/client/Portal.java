package org.samklima.standalone.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running portal's API. Everyone who works with it signs in with their own name and password, which the realm permits to
 * scripts only where {@code SAMKLIMA_SCRIPTS_PASSWORD_GRANT} is on: on this machine, in a demonstration.
 */
public final class Portal {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI portal;
    private final URI issuer;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /**
     * @param portal {@code http://localhost:8081}
     * @param issuer {@code http://localhost:8082/realms/samklima}
     */
    public Portal(URI portal, URI issuer) {
        this.portal = portal;
        this.issuer = issuer;
    }

    /** A person's name and password at the identity provider. */
    public record Login(String user, String password) {}

    private record Token(String value, Instant until) {}

    /** Works as this person. */
    public Session as(Login login) {
        return new Session(this, login);
    }

    JsonNode send(Login login, String method, String path, String contentType, BodyPublisherOf body) {
        var request = HttpRequest.newBuilder(portal.resolve("/api/v1/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(login))
                .header("Accept-Language", "en")
                .header("Content-Type", contentType)
                .method(method, body.publisher())
                .build();
        var response = exchange(request);
        if (response.statusCode() >= 400) {
            throw new RefusedException(login.user(), method, path, response.statusCode(), response.body());
        }
        return response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    /** Lets a request make its body when it is sent. */
    @FunctionalInterface
    interface BodyPublisherOf {

        HttpRequest.BodyPublisher publisher();
    }

    private String token(Login login) {
        return tokens.compute(
                        login.user(),
                        (user, known) -> known != null && Instant.now().isBefore(known.until()) ? known : signIn(login))
                .value();
    }

    private Token signIn(Login login) {
        var form = Map.of(
                "grant_type", "password",
                "client_id", "samklima-scripts",
                "scope", "openid",
                "username", login.user(),
                "password", login.password());
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        var response = exchange(request);
        if (response.statusCode() != 200) {
            throw new RefusedException(login.user(), "POST", "token", response.statusCode(), response.body());
        }
        var token = JSON.readTree(response.body());
        var lasts = Duration.ofSeconds(token.path("expires_in").asInt());
        return new Token(
                token.path("access_token").asString(), Instant.now().plus(lasts).minus(BEFORE_EXPIRY));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new IllegalStateException("No answer from " + request.uri(), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(new InterruptedIOException());
        }
    }

    /** The portal or the identity provider said no. */
    public static final class RefusedException extends RuntimeException {

        private final int status;

        RefusedException(String user, String method, String path, int status, String body) {
            super("%s %s as %s: %d %s".formatted(method, path, user, status, body));
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
