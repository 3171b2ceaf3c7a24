package org.samklima.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.samklima.standalone.demo.DemoPeople;
import org.samklima.standalone.watching.Exposition;
import org.samklima.standalone.watching.OperatorFiles;
import org.samklima.standalone.watching.PromQl;
import org.samklima.standalone.watching.TraceReceiver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever operates the whole system sees of it: metrics as their tools ask for them, traces, logs. */
final class OperatorsView {

    /** What Prometheus adds to every scrape by itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TRACE = "5a3b1e0c9d8f47a6b1c2d3e4f5061728";
    private static final String CALLER = "00f067aa0ba902b7";

    /** Written by people in the demonstration and while it is tried; none of it may be in a log. */
    private static final String REASON = "Hemlig orsak: kommunstyrelsens ordförande är sjuk";

    private final WholeSystem system;
    private final TraceReceiver traces;
    private final HttpClient http = HttpClient.newHttpClient();

    OperatorsView(WholeSystem system, TraceReceiver traces) {
        this.system = system;
        this.traces = traces;
    }

    void isComplete() throws Exception {
        assertThat(traces.all()).as("traced without being asked for").isEmpty();
        oneTraceLeadsFromARequestToTheMailItCaused();
        metricsAreAskedForAsTheyAre();
        metricsAreNotPublic();
        new FailingSaves(system.portal().resolve("/api/v1/angsvik/"), token("coordinator@demo.example"))
                .happen(system.superuser());
    }

    /** A deadline is put off; events tell every member, and each has a job write a mail to its people. */
    private void oneTraceLeadsFromARequestToTheMailItCaused() throws Exception {
        var staff = token("staff@demo.example");
        var rounds = json(api(staff, "klimatringen/rounds", null));
        var open = rounds.valueStream()
                .filter(round -> round.path("state").asString().equalsIgnoreCase("open"))
                .findFirst()
                .orElseThrow();
        var later = LocalDate.parse(open.path("deadline").asString()).plusDays(9);
        var body = JsonMapper.shared().writeValueAsString(Map.of("deadline", later.toString(), "reason", REASON));
        var granted = api(staff, "klimatringen/rounds/" + open.path("id").asString() + "/extensions", body);
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(204);

        // Spans are sent when they end, many at once.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pathToTheMail())
                        .containsSubsequence("job send-mail", "on deadline_extended", "on extension_granted")
                        .last()
                        .asString()
                        .contains("/rounds/{id}/extensions"));
        var spans = traces.of(TRACE);
        assertThat(spans).extracting(TraceReceiver.Seen::service).containsOnly("portal");
        assertThat(spans.stream().filter(span -> span.parent().equals(CALLER))).hasSize(1);
        assertThat(spans.stream()
                        .filter(span ->
                                span.attributes().keySet().stream().anyMatch(key -> key.startsWith("jdbc.query")))
                        .map(span -> span.attributes().toString()))
                .anyMatch(statement -> statement.contains("INSERT INTO outgoing_mail"))
                .allMatch(statement -> !statement.contains("@demo.example"));
        assertThat(spans.toString()).doesNotContain("Hemlig", "@demo.example");
    }

    /** From the first job that wrote a mail back to what caused it. */
    private List<String> pathToTheMail() {
        var spans = traces.of(TRACE);
        var byId = spans.stream().collect(Collectors.toMap(TraceReceiver.Seen::id, span -> span, (one, _) -> one));
        var job = spans.stream()
                .filter(span -> span.name().equals("job send-mail"))
                .findFirst()
                .orElse(null);
        return Stream.iterate(job, span -> span != null, span -> byId.get(span.parent()))
                .map(TraceReceiver.Seen::name)
                .toList();
    }

    private void metricsAreAskedForAsTheyAre() throws Exception {
        assertThat(status(system.overview().resolve("/sv/klimatringen"))).isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(exposed().names()).contains("samklima_reports", "samklima_shelf_documents"));
        var exposed = exposed();
        var headings = OperatorFiles.headings();
        assertSoftly(softly -> {
            try {
                for (var question : OperatorFiles.questions()) {
                    check(question, exposed, softly);
                }
                for (var alert : OperatorFiles.alerts()) {
                    softly.assertThat(alert.summary()).as(alert.name()).isNotBlank();
                    softly.assertThat(alert.description()).as(alert.name()).isNotBlank();
                    softly.assertThat(alert.handbook()).as(alert.name()).startsWith("docs/operations.md#");
                    softly.assertThat(headings)
                            .as(alert.name())
                            .contains(alert.handbook().replace("docs/operations.md", ""));
                }
            } catch (Exception unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
        assertThat(exposed.values("samklima_submissions_total", "network")).contains("klimatringen");
        assertThat(exposed.values()).doesNotContain("angsvik").noneMatch(value -> value.contains("@"));
    }

    private static void check(OperatorFiles.Question question, Exposition exposed, SoftAssertions softly) {
        var asked = PromQl.of(question.expression().replace("$__rate_interval", "5m"));
        var labels = new HashSet<>(LABELS_OF_PROMETHEUS);
        softly.assertThat(asked.selectors()).as(question.where()).isNotEmpty();
        for (var selector : asked.selectors()) {
            if (OF_PROMETHEUS.contains(selector.metric())) {
                continue;
            }
            softly.assertThat(exposed.has(selector.metric()))
                    .as("%s asks for %s", question.where(), selector.metric())
                    .isTrue();
            labels.addAll(exposed.labels(selector.metric()));
            for (var match : selector.matches()) {
                var values = exposed.values(selector.metric(), match.label());
                softly.assertThat(values)
                        .as("%s: %s{%s}", question.where(), selector.metric(), match.label())
                        .isNotEmpty();
                // What has not gone wrong is not there yet.
                if (match.operator().equals("=") && !match.value().equals("SERVER_ERROR")) {
                    softly.assertThat(values).as(question.where()).contains(match.value());
                }
            }
        }
        softly.assertThat(labels)
                .as(question.where())
                .containsAll(asked.grouping())
                .containsAll(question.labels());
    }

    private Exposition exposed() throws Exception {
        return Exposition.of(system.portalMetrics(), system.overviewMetrics());
    }

    private void metricsAreNotPublic() throws Exception {
        for (var address : List.of(system.portal(), system.secondPortal(), system.overview())) {
            assertThat(status(address.resolve("/actuator/prometheus"))).isIn(302, 401, 403, 404);
        }
        assertThat(status(system.portal().resolve("/actuator/health"))).isIn(302, 401, 403, 404);
        assertThat(status(system.secondPortal().resolve("/actuator/health"))).isEqualTo(200);
    }

    /** Two years of the demonstration, and what was tried since: people's names, addresses and words are in none of the lines. */
    void logsAreDiscreet() throws Exception {
        var staff = DemoPeople.introduced();
        var written = WrittenTexts.of(system.superuser());
        assertThat(written.number()).isGreaterThan(500);
        assertThat(List.of(FailingSaves.ANSWER, FailingSaves.COMMENT, REASON)).allMatch(written::hold);
        for (var application : List.of("portal", "second-portal", "overview")) {
            var lines = system.log(application);
            assertThat(lines).as(application).isNotEmpty();
            for (var line : lines) {
                assertThat(JsonMapper.shared().readTree(line).has("message"))
                        .as(line)
                        .isTrue();
                assertThat(line).doesNotContain("@demo.example", "Hemlig", DemoPeople.PASSWORD, "new.colleague");
                assertThat(written.quotedIn(line)).as(line).isEmpty();
                staff.forEach(person -> assertThat(line).doesNotContain(person.firstName() + " " + person.lastName()));
            }
        }
    }

    private int status(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** @param body to be sent, as part of {@link #TRACE}; null to get */
    private HttpResponse<String> api(String token, String path, @Nullable String body) throws Exception {
        var request = HttpRequest.newBuilder(system.portal().resolve("/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (body != null) {
            request.header("traceparent", "00-" + TRACE + "-" + CALLER + "-01").POST(BodyPublishers.ofString(body));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String token(String user) throws Exception {
        var form = Map.of(
                        "grant_type", "password",
                        "client_id", "samklima-scripts",
                        "scope", "openid",
                        "username", user,
                        "password", DemoPeople.PASSWORD)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return json(http.send(
                        HttpRequest.newBuilder(URI.create(system.keycloak() + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString()))
                .path("access_token")
                .asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
