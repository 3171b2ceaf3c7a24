package org.samklima.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at work over the API, signed in by Keycloak, at whichever portal; every answer is written down. */
final class Person {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);

    private final String email;
    private final URI issuer;
    private String token = "";
    private Instant until = Instant.MIN;

    Person(String email, URI issuer) {
        this.email = email;
        this.issuer = issuer;
    }

    String email() {
        return email;
    }

    /** @param path behind {@code /api/v1/} */
    Answer send(URI portal, String method, String path, @Nullable Object body) {
        return send(request(portal, path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** A file, and a field in JSON beside it. */
    Answer upload(URI portal, String path, String fileName, String content, @Nullable Object mapping) {
        var form = new StringBuilder();
        if (mapping != null) {
            form.append("--faults\r\nContent-Disposition: form-data; name=\"mapping\"\r\n")
                    .append("Content-Type: application/json\r\n\r\n")
                    .append(JSON.writeValueAsString(mapping))
                    .append("\r\n");
        }
        form.append("--faults\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n--faults--\r\n");
        return send(request(portal, path)
                .header("Content-Type", "multipart/form-data; boundary=faults")
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
    }

    /** A file as the whole of a request. */
    Answer bring(URI portal, String path, String type, byte[] content) {
        return send(request(portal, path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content))
                .build());
    }

    /** A file that is there. */
    byte[] fetch(URI portal, String path) throws IOException, InterruptedException {
        var answer = HTTP.send(request(portal, path).GET().build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(URI portal, String path) {
        return HttpRequest.newBuilder(portal.resolve("/api/v1/" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token())
                .header("Accept-Language", "sv");
    }

    private static Answer send(HttpRequest request) {
        var begun = System.nanoTime();
        var what = request.method() + " " + request.uri();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(
                    what,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    since(begun));
        } catch (IOException away) {
            return new Answer(what, 0, "", away.toString(), since(begun));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    /** Kept for as long as it is good, so that Keycloak may be away. */
    synchronized String token() {
        if (Instant.now().isAfter(until)) {
            signIn();
        }
        return token;
    }

    /** Gets a new token whatever the old one is worth. */
    synchronized void signIn() {
        var form = "grant_type=password&client_id=samklima-scripts&scope=openid&username="
                + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password=" + World.PEOPLES_PASSWORD;
        var answer = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (answer.status() != 200) {
            throw new IllegalStateException(email + " could not sign in: " + answer);
        }
        var read = JSON.readTree(answer.body());
        token = read.path("access_token").asString();
        until = Instant.now().plusSeconds(read.path("expires_in").asLong()).minus(BEFORE_EXPIRY);
    }
}
