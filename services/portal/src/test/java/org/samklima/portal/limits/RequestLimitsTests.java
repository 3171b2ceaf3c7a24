package org.samklima.portal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.TestTokens;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks for too much is told so, loses nothing, and stands in nobody else's way. */
@PortalTest
class RequestLimitsTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext portal;

    @Autowired
    Buckets buckets;

    @Autowired
    LimitProperties properties;

    @Autowired
    FilterRegistrationBean<Turnstile> turnstile;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    int connections;

    Tenant town;
    World.Person anna;
    World.Person bo;

    @BeforeEach
    void two_people_of_one_town() {
        town = world.municipality("Ekby");
        anna = world.person("Anna Alm", town, Role.MANAGER);
        bo = world.person("Bo Ek", town, Role.MANAGER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sv | Ett ögonblick | Ingenting har ändrats | Det du skrev finns kvar
            da | Et øjeblik | Intet er ændret | Det, du skrev, er bevaret
            de | Einen Augenblick bitte | Es wurde nichts geändert | Was Sie eingegeben haben, ist auf dieser Seite erhalten
            en | One moment, please | Nothing was changed | What you typed is kept in this page
            """)
    void a_form_that_came_too_soon_is_kept_in_the_page_that_says_so_and_can_be_sent_again(
            String language, String title, String kept, String typed) throws Exception {
        var cookie = SignedInBrowser.operatorCookie(anna, portal);
        var token = token(cookie);
        exhaust(Limit.PERSON, anna.id());

        var answer = send(
                cookie,
                language,
                "/" + town.slug() + "/invitations",
                "email=a%22%3E%3Cb%3E&roles=STAFF&roles=MANAGER&_csrf=" + token);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After").map(Long::parseLong))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1L, 61L));
        assertThat(answer.body())
                .contains("<html lang=\"" + language + "\">", title, kept, typed)
                .contains("action=\"/" + town.slug() + "/invitations\"")
                .contains("name=\"email\" value=\"a&quot;&gt;&lt;b&gt;\"")
                .contains("name=\"roles\" value=\"STAFF\"", "name=\"roles\" value=\"MANAGER\"");
    }

    private String token(String cookie) throws Exception {
        var page = send(cookie, "en", "/" + town.slug() + "/people", null).body();
        return page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void a_form_from_elsewhere_is_never_offered_to_be_sent_again() throws Exception {
        exhaust(Limit.PERSON, anna.id());
        var cookie = SignedInBrowser.operatorCookie(anna, portal);

        var answer = send(cookie, "en", "/" + town.slug() + "/invitations", "email=evil%40example.org&roles=MANAGER");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("evil@example.org");
    }

    @Test
    void a_program_is_told_by_problem_details() throws Exception {
        exhaust(Limit.PERSON, anna.id());

        var answer = apiMe(anna);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo("problem.too-many.what");
        assertThat(problem.path("detail").asString()).matches(".*try again in \\d+ seconds.*");
    }

    @Test
    void the_same_person_by_page_and_by_api_is_one_and_a_colleague_another() throws Exception {
        exhaust(Limit.PERSON, anna.id());

        assertThat(status(get("/{tenant}/people", town.slug()).with(anna.browser())))
                .isEqualTo(429);
        assertThat(status(get("/api/v1/me").with(anna.token()))).isEqualTo(429);
        assertThat(status(get("/{tenant}/people", town.slug()).with(bo.browser())))
                .isEqualTo(200);
    }

    @Test
    void all_who_work_in_a_tenant_share_what_it_has_and_a_stranger_cannot_use_it_up() throws Exception {
        var other = world.municipality("Lindby");
        var stranger = world.person("Sven Stranger", other, Role.MANAGER);
        var bucket = buckets.bucket(Limit.TENANT, town.id().toString());
        var before = bucket.getAvailableTokens();

        assertThat(status(get("/{tenant}/people", town.slug()).with(stranger.browser())))
                .isEqualTo(404);
        assertThat(bucket.getAvailableTokens()).isGreaterThanOrEqualTo(before);

        exhaust(Limit.TENANT, town.id());
        assertThat(status(get("/{tenant}/people", town.slug()).with(anna.browser())))
                .isEqualTo(429);
        assertThat(status(get("/api/v1/{tenant}/people", town.slug()).with(bo.token())))
                .isEqualTo(429);
        assertThat(status(get("/{tenant}/people", other.slug()).with(stranger.browser())))
                .isEqualTo(200);
    }

    @Test
    void files_are_counted_apart_and_fewer() throws Exception {
        MockHttpServletResponse last = null;
        for (int i = 0; i < 600 && (last == null || last.getStatus() != 429); i++) {
            last = mvc.perform(multipart("/api/v1/{tenant}/no-such-thing", town.slug())
                            .file("file", new byte[] {1})
                            .with(anna.token()))
                    .andReturn()
                    .getResponse();
        }
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(status(get("/api/v1/me").with(anna.token()))).isEqualTo(200);
    }

    @Test
    void strangers_are_counted_by_their_address() throws Exception {
        exhaust(Limit.ANONYMOUS, "192.0.2.10");

        assertThat(status(get("/").with(request -> from(request, "192.0.2.10"))))
                .isEqualTo(429);
        assertThat(status(get("/").with(request -> from(request, "192.0.2.11"))))
                .isEqualTo(200);
        assertThat(status(get("/assets/samklima.css").with(request -> from(request, "192.0.2.10"))))
                .isEqualTo(200);
        assertThat(status(get("/").with(anna.browser()).with(request -> from(request, "192.0.2.10"))))
                .as("a signed-in neighbour")
                .isEqualTo(200);
    }

    @Test
    void nobody_starts_sign_ins_without_end() throws Exception {
        exhaust(Limit.SIGN_IN, "192.0.2.20");

        for (var way : new String[] {"/oauth2/authorization/keycloak", "/login/oauth2/code/keycloak?code=x&state=y"}) {
            assertThat(status(get(URI.create(way)).with(request -> from(request, "192.0.2.20"))))
                    .as(way)
                    .isEqualTo(429);
        }
    }

    @Test
    void whoever_guesses_tokens_or_secret_addresses_is_stopped_and_whoever_knows_theirs_is_not() throws Exception {
        for (var guess : Map.of(
                        "192.0.2.30", get("/api/v1/me").header("Authorization", "Bearer not.a.token"),
                        "192.0.2.31", get("/calendar/" + town.id() + "/guessed.ics"),
                        "192.0.2.32", get("/unsubscribe/" + town.slug() + "/guessed"))
                .entrySet()) {
            var attempt = guess.getValue().with(request -> from(request, guess.getKey()));
            int guesses = 0;
            while (guesses < 600 && status(attempt) != 429) {
                guesses++;
            }
            assertThat(guesses).as(guess.getKey()).isBetween(60, 599);
        }
        for (int i = 0; i < 70; i++) {
            assertThat(status(get("/api/v1/me").with(anna.token()).with(request -> from(request, "192.0.2.34"))))
                    .isEqualTo(200);
        }
    }

    @Test
    void whose_turn_does_not_come_reads_so_in_plain_words_and_a_program_gets_problem_details() throws Exception {
        var cookie = SignedInBrowser.operatorCookie(anna, portal);
        try (var full = FullHouse.of(turnstile.getFilter(), connections)) {
            var page = send(cookie, "sv", "/" + town.slug() + "/people", null);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(page.body())
                    .contains("Ett ögonblick", "försök igen om 10 sekunder", "Ingenting har ändrats")
                    .doesNotContain("Logga in");

            var answer = apiMe(anna);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                    .isEqualTo("problem.too-many.what");
        }
        assertThat(send(cookie, "sv", "/" + town.slug() + "/people", null).statusCode())
                .isEqualTo(200);
    }

    /** For a minute from now on. */
    private void exhaust(Limit limit, Object who) {
        buckets.bucket(limit, who.toString()).consumeIgnoringRateLimits(2 * properties.perMinute(limit));
    }

    private static MockHttpServletRequest from(MockHttpServletRequest request, String address) {
        request.setRemoteAddr(address);
        return request;
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf())).andReturn().getResponse().getStatus();
    }

    private HttpResponse<String> apiMe(World.Person person) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(SignedInBrowser.addressOf(portal) + "/api/v1/me"))
                            .header("Accept-Language", "en")
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + TestTokens.of(
                                                    person, Instant.now().plusSeconds(300)))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> send(String cookie, String language, String path, @Nullable String fields)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(SignedInBrowser.addressOf(portal) + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", language);
        if (fields != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields));
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
