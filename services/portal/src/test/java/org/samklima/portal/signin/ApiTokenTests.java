package org.samklima.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.TestTokens;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom the API lets in, over real HTTP with real tokens, and what it says to the others. */
@PortalTest
class ApiTokenTests {

    @Autowired
    World world;

    @Autowired
    ApplicationContext portal;

    Tenant network;
    World.Person staff;

    @BeforeEach
    void somebody() {
        network = world.association("Klimatringen");
        staff = world.person("Stina Stab", network, Role.STAFF);
    }

    @Test
    void a_token_of_ours_is_good_until_it_expires_and_then_the_answer_says_so() throws Exception {
        var path = "/api/v1/" + network.slug() + "/members";
        assertThat(get(path, TestTokens.of(staff, Instant.now().plusSeconds(60)))
                        .statusCode())
                .isEqualTo(200);

        var expired = get(path, TestTokens.of(staff, Instant.now().minusSeconds(120)));
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(expired.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .contains("invalid_token");
        assertThat(problem(expired).path("code").asString()).isEqualTo("problem.token-expired");
        assertThat(problem(expired).path("detail").asString()).startsWith("Token har gått ut. Hämta en ny");
    }

    @Test
    void no_token_and_a_wrong_one_are_told_apart() throws Exception {
        var path = "/api/v1/" + network.slug() + "/members";
        var good = TestTokens.of(staff, Instant.now().plusSeconds(60));

        assertThat(problem(get(path, null)).path("code").asString()).isEqualTo("problem.token-missing");
        for (var wrong : new String[] {"nonsense", good.substring(0, good.length() - 8) + "AAAAAAAA"}) {
            var refused = get(path, wrong);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(problem(refused).path("code").asString()).isEqualTo("problem.token-wrong");
        }
    }

    @Test
    void a_tenant_of_others_and_one_that_is_not_there_get_the_same_answer() throws Exception {
        var token = TestTokens.of(staff, Instant.now().plusSeconds(60));
        var others = world.association("Andra ringen").slug();

        for (var slug : new String[] {others, "no-such-tenant"}) {
            var answer = get("/api/v1/" + slug + "/members", token);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(problem(answer).path("code").asString()).isEqualTo("problem.not-found");
            assertThat(answer.body().replace(slug, "")).doesNotContain("Andra ringen");
        }
    }

    @Test
    void the_operators_api_says_that_the_role_is_missing() throws Exception {
        var refused = get(
                "/api/v1/operator/tenants", TestTokens.of(staff, Instant.now().plusSeconds(60)));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused).path("code").asString()).isEqualTo("problem.forbidden");
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("application/problem+json");
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(SignedInBrowser.addressOf(portal) + path))
                .header("Accept-Language", "sv");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
