package org.samklima.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member's answer that is saved, and the same that cannot be, for every reason there is. */
final class FailingSaves {

    static final String ANSWER = "Hemligt svar: kommunalrådet har inte läst planen";
    static final String COMMENT = "Hemlig kommentar till kollegorna om budgeten";

    private final URI api;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param api of the member's tenant, ending in a slash */
    FailingSaves(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    /** All of them, on a report that is still a draft. */
    void happen(DataSource superuser) throws Exception {
        var question = openQuestion();
        refuse(question, body("\"type\":\"text\",\"text\":\"" + ANSWER.repeat(900) + "\""));
        refuse(question, body("\"type\":\"text\",\"text\":\"" + ANSWER + "\\u0000\""));
        refuse(question, body("\"type\":\"amount\",\"value\":\"" + ANSWER + "\""));
        refuse(question, body("\"type\":\"" + ANSWER + "\""));
        refuse(question, "{\"answer\": {\"type\":\"text\",\"text\":\"" + ANSWER);
        refuse(question.resolve("no-such-question"), body("\"type\":\"text\",\"text\":\"" + ANSWER + "\""));
        execute(superuser, "REVOKE INSERT, UPDATE ON samklima.answer FROM portal");
        try {
            assertThat(put(question, body("\"type\":\"text\",\"text\":\"" + ANSWER + " en gång till\""))
                            .statusCode())
                    .isEqualTo(500);
        } finally {
            execute(superuser, "GRANT INSERT, UPDATE ON samklima.answer TO portal");
        }
    }

    /** Of a report that can be answered: the first that takes words. */
    private URI openQuestion() throws Exception {
        for (var line : get("reports")) {
            if (line.path("id").isString()) {
                var report = "reports/" + line.path("id").asString();
                for (var section : get(report).path("form").path("sections")) {
                    for (var question : section.path("questions")) {
                        var address = api.resolve(
                                report + "/answers/" + question.path("code").asString());
                        if (question.path("kind").asString().equals("text")
                                && put(address, body("\"type\":\"text\",\"text\":\"" + ANSWER + "\""))
                                                .statusCode()
                                        == 200) {
                            return address;
                        }
                    }
                }
            }
        }
        throw new AssertionError("No report takes an answer in words");
    }

    private static String body(String answer) {
        return "{\"answer\": {" + answer + "}, \"comment\": \"" + COMMENT + "\"}";
    }

    private void refuse(URI question, String body) throws Exception {
        var answer = put(question, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }

    private HttpResponse<String> put(URI question, String body) throws Exception {
        return send(HttpRequest.newBuilder(question)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) throws Exception {
        return JsonMapper.shared()
                .readTree(send(HttpRequest.newBuilder(api.resolve(path))).body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private static void execute(DataSource superuser, String statement) throws SQLException {
        try (var connection = superuser.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }
}
