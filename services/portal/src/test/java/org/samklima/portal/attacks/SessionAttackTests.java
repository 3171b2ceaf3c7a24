package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody else's session: planted, kept after its end, or used for ever. That its id changes when somebody signs in is tried with the real
 * Keycloak, in {@code SignInTests} and {@code WholeSystemTests}.
 */
@PortalTest
class SessionAttackTests {

    private final JdbcClient everything =
            JdbcClient.create(TestDatabase.shared().superuser());

    @Autowired
    World world;

    @Autowired
    ApplicationContext portal;

    Tenant town;
    World.Person anna;
    String cookie;

    @BeforeEach
    void somebody_signed_in() {
        town = world.municipality("Ekby");
        anna = world.person("Anna Alm", town, Role.MANAGER);
        cookie = SignedInBrowser.operatorCookie(anna, portal);
    }

    @Test
    void an_id_that_somebody_planted_never_becomes_a_session() throws Exception {
        var planted =
                Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

        var answer = get("/" + town.slug(), "samklima=" + planted);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("samklima=")
                .doesNotContain(planted)
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain=");
    }

    @Test
    void a_session_that_was_signed_out_leads_nowhere() throws Exception {
        assertSignedIn(cookie);

        var answer = post("/logout", cookie);

        assertThat(answer.statusCode()).isIn(302, 303);
        assertThat(answer.headers().firstValue("Clear-Site-Data").isEmpty())
                .as("sent by https only")
                .isTrue();
        assertSignedOut(cookie);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy_it_is() throws Exception {
        age(cookie, Duration.ofHours(12).minusMinutes(1));
        assertSignedIn(cookie);

        age(cookie, Duration.ofHours(12).plusMinutes(1));

        assertSignedOut(cookie);
        assertThat(everything
                        .sql("SELECT count(*) FROM samklima.spring_session WHERE session_id = ?")
                        .param(id(cookie))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoever_lost_a_computer_ends_all_their_sessions_and_nobody_elses() throws Exception {
        var elsewhere = SignedInBrowser.operatorCookie(anna, portal);
        var bo = SignedInBrowser.operatorCookie(world.person("Bo Ek", town, Role.MANAGER), portal);
        assertThat(get("/me/sessions", cookie).body())
                .containsOnlyOnce("This browser")
                .containsOnlyOnce("Another browser");

        var answer = post("/me/sessions/ending", cookie);

        assertThat(answer.headers().firstValue("Location"))
                .as("says that Keycloak, which these tests have not, did not answer")
                .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in-unavailable?signed-out"));
        assertSignedOut(cookie);
        assertSignedOut(elsewhere);
        assertSignedIn(bo);
    }

    @Test
    void a_role_that_was_taken_away_is_gone_with_the_next_request() throws Exception {
        assertSignedIn(cookie);

        everything
                .sql("DELETE FROM samklima.tenant_user WHERE tenant_id = ? AND person_id = ?")
                .params(town.id(), anna.id())
                .update();

        assertThat(get("/" + town.slug() + "/people", cookie).statusCode()).isEqualTo(404);
    }

    private void assertSignedIn(String cookie) throws Exception {
        assertThat(get("/" + town.slug() + "/people", cookie).statusCode()).isEqualTo(200);
    }

    private void assertSignedOut(String cookie) throws Exception {
        assertThat(get("/" + town.slug() + "/people", cookie).statusCode()).isEqualTo(302);
    }

    private void age(String cookie, Duration age) {
        everything
                .sql("UPDATE samklima.spring_session SET creation_time = ? WHERE session_id = ?")
                .params(System.currentTimeMillis() - age.toMillis(), id(cookie))
                .update();
    }

    private static String id(String cookie) {
        return new String(
                Base64.getDecoder().decode(cookie.substring(cookie.indexOf('=') + 1)), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(path, cookie, null);
    }

    private HttpResponse<String> post(String path, String cookie) throws IOException, InterruptedException {
        var token = get("/me/sessions", cookie).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return send(path, cookie, "_csrf=" + token);
    }

    private HttpResponse<String> send(String path, String cookie, @Nullable String fields)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(SignedInBrowser.addressOf(portal) + path))
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
        if (fields != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields));
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }
}
