package org.samklima.standalone.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One person at work. Paths begin behind {@code /api/v1/}. */
public final class Session {

    private static final String JSON_TYPE = "application/json";

    private final Portal portal;
    private final Portal.Login login;

    Session(Portal portal, Portal.Login login) {
        this.portal = portal;
        this.login = login;
    }

    public JsonNode get(String path) {
        return portal.send(login, "GET", path, JSON_TYPE, BodyPublishers::noBody);
    }

    public JsonNode post(String path, Object body) {
        return sendJson("POST", path, body);
    }

    public JsonNode put(String path, Object body) {
        return sendJson("PUT", path, body);
    }

    public void delete(String path) {
        portal.send(login, "DELETE", path, JSON_TYPE, BodyPublishers::noBody);
    }

    /** A multipart form with one file; a field whose value begins with a brace is sent as JSON. */
    public JsonNode upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        var boundary = "samklima-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            var type = value.startsWith("{") ? "\r\nContent-Type: application/json" : "";
            text(
                    body,
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                            .formatted(boundary, name, type, value));
        });
        text(
                body,
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n")
                        .formatted(boundary, fileName));
        body.writeBytes(content);
        text(body, "\r\n--%s--\r\n".formatted(boundary));
        return portal.send(
                login,
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                () -> BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** Arriving in a tenant accepts its invitation; a manager then adds the roles to work in. */
    public void takeUp(String slug, String... roles) {
        for (var person : get(slug + "/people")) {
            if (person.path("email").asString().equals(login.user())) {
                put(slug + "/people/" + person.path("id").asString() + "/roles", Map.of("roles", List.of(roles)));
            }
        }
    }

    private JsonNode sendJson(String method, String path, Object body) {
        return portal.send(
                login, method, path, JSON_TYPE, () -> BodyPublishers.ofString(Portal.JSON.writeValueAsString(body)));
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
