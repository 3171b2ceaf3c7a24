package org.samklima.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = SmallPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInTests {

    private static final RealKeycloak KEYCLOAK = RealKeycloak.shared();

    /** Within seconds, unless a busy machine made it too slow an answer for once. */
    private static final Duration KEYCLOAK_IS_ASKED_AGAIN = Duration.ofSeconds(70);

    private final String email = "bo-" + UUID.randomUUID() + "@samklima.example";
    private final HttpBrowser browser = new HttpBrowser();

    @Autowired
    Accounts accounts;

    private URI portal;
    private UUID person;

    @DynamicPropertySource
    static void identity(DynamicPropertyRegistry properties) {
        KEYCLOAK.properties(URI.create("http://localhost:8081"))
                .forEach((name, value) -> properties.add(name, () -> value));
        properties.add("samklima.identity.account-believed", () -> "0s");
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        portal = URI.create("http://localhost:" + port);
        KEYCLOAK.signsInTo(portal);
        person = KEYCLOAK.person(email, "Bo", "Ek");
        accounts.find(email); // The first connection takes longer than a request waits.
    }

    @Test
    void whoever_signs_in_comes_back_to_the_page_wanted_and_is_known() throws Exception {
        signIn("/who");

        assertThat(browser.address()).hasToString(portal + "/who?continue");
        assertThat(browser.text()).isEqualTo(json(new SignedIn(person, "Bo Ek", email, true, false, null)));
    }

    @Test
    void the_language_chosen_in_keycloak_is_known() throws Exception {
        var account = KEYCLOAK.realm().users().get(person.toString());
        var details = account.toRepresentation();
        details.singleAttribute("locale", "da");
        account.update(details);

        signIn("/who");

        assertThat(browser.text()).isEqualTo(json(new SignedIn(person, "Bo Ek", email, true, false, Locale.of("da"))));
    }

    @Test
    void the_realm_role_makes_an_operator() throws Exception {
        signIn("/operator");
        assertThat(browser.status()).isEqualTo(403);

        KEYCLOAK.makeOperator(person);
        var afterwards = new HttpBrowser();
        signIn(afterwards, "/operator");
        assertThat(afterwards.text()).isEqualTo(json(new SignedIn(person, "Bo Ek", email, true, true, null)));
    }

    @Test
    void an_operator_shows_a_second_factor_where_the_realm_wants_one_and_nobody_else_does() throws Exception {
        KEYCLOAK.operatorsNeedSecondFactor(true);
        try {
            signIn("/who");
            assertThat(browser.text()).contains(person.toString());

            KEYCLOAK.makeOperator(person);
            var operator = new HttpBrowser();
            signIn(operator, "/operator");
            var telephone = OneTimeCodes.setUpOn(operator.text());
            operator.submit(Map.of("totp", telephone.code(0), "userLabel", "telephone"));
            assertThat(operator.text()).isEqualTo(json(new SignedIn(person, "Bo Ek", email, true, true, null)));

            var elsewhere = new HttpBrowser();
            signIn(elsewhere, "/operator");
            elsewhere.submit(Map.of("otp", "000000"));
            assertThat(elsewhere.address().getAuthority())
                    .isEqualTo(KEYCLOAK.issuer().getAuthority());
            elsewhere.submit(Map.of("otp", telephone.code(1)));
            assertThat(elsewhere.text()).as("asked once").contains(person.toString());
        } finally {
            KEYCLOAK.operatorsNeedSecondFactor(false);
        }
    }

    @Test
    void the_way_to_keycloak_is_secured_by_pkce_and_speaks_the_pages_language() throws Exception {
        var halting = new HttpBrowser(address -> address.getAuthority().equals(portal.getAuthority()));

        halting.open(portal.resolve("/who"));

        assertThat(halting.address().getQuery())
                .contains("code_challenge_method=S256")
                .contains("ui_locales=en")
                .doesNotContain("prompt");
    }

    @Test
    void signing_out_ends_the_session_at_keycloak_too() throws Exception {
        signIn("/leave");

        browser.submit(Map.of());
        assertThat(browser.text()).isEqualTo("front page");

        browser.open(portal.resolve("/who"));
        assertThat(browser.address().getAuthority()).isEqualTo(KEYCLOAK.issuer().getAuthority());
        assertThat(browser.text()).contains("name=\"password\"");
    }

    @Test
    void signing_out_everywhere_asks_for_the_password_again_and_ends_the_tokens_of_scripts() throws Exception {
        signIn("/who");
        var elsewhere = new HttpBrowser();
        signIn(elsewhere, "/who");

        accounts.signOutEverywhere(person);
        accounts.signOutEverywhere(UUID.randomUUID());

        for (var each : List.of(browser, elsewhere)) {
            each.open(portal.resolve(BrowserSignIn.START));
            assertThat(each.text()).contains("name=\"password\"");
        }
    }

    @Test
    void an_account_that_was_closed_ends_the_session_that_it_has_here() throws Exception {
        signIn("/who");
        var account = KEYCLOAK.realm().users().get(person.toString());
        var details = account.toRepresentation();
        details.setEnabled(false);
        account.update(details);

        assertEnds(browser, "/who");

        details.setEnabled(true);
        account.update(details);
        signIn(new HttpBrowser(), "/who");
    }

    @Test
    void an_account_that_was_deleted_ends_the_session_that_it_has_here() throws Exception {
        signIn("/who");

        KEYCLOAK.realm().users().delete(person.toString()).close();

        assertEnds(browser, "/who");
    }

    @Test
    void whoever_is_signed_out_at_keycloak_is_signed_out_here_and_may_come_back() throws Exception {
        signIn("/who");
        Thread.sleep(1100); // Keycloak writes down whole seconds.

        KEYCLOAK.realm().users().get(person.toString()).logout();

        assertEnds(browser, "/who");
        signIn("/who");
        assertThat(browser.text()).contains(person.toString());
    }

    @Test
    void an_operator_who_is_none_any_more_is_none_here_either() throws Exception {
        KEYCLOAK.makeOperator(person);
        signIn("/operator");

        KEYCLOAK.makeNoOperator(person);

        assertEnds(browser, "/operator");
        browser.open(portal.resolve("/operator"));
        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void a_fragment_of_a_page_asks_for_the_whole_page_when_the_account_was_closed() throws Exception {
        signIn("/who");
        KEYCLOAK.realm().users().delete(person.toString()).close();
        var session = "JSESSIONID=" + browser.cookie("JSESSIONID").orElseThrow();

        await().atMost(KEYCLOAK_IS_ASKED_AGAIN).untilAsserted(() -> {
            var answer = get("/who", "HX-Request", "true", "Cookie", session);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
        });
    }

    @Test
    void a_stale_way_back_is_explained() throws Exception {
        browser.open(portal.resolve("/login/oauth2/code/keycloak?code=old&state=forgotten"));

        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.text()).isEqualTo("sign-in failed");
    }

    @Test
    void a_fragment_of_a_page_asks_for_the_whole_page_when_nobody_is_signed_in() throws Exception {
        var answer = get("/who", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void a_script_is_known_by_its_persons_token() throws Exception {
        var answer = get("/api/who", "Authorization", "Bearer " + KEYCLOAK.accessToken(email));

        assertThat(answer.body()).isEqualTo(json(new SignedIn(person, "Bo Ek", email, true, false, null)));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_api_takes_no_session_and_no_token_of_another_make() throws Exception {
        signIn("/who");
        browser.open(portal.resolve("/api/who"));
        assertThat(browser.status()).isEqualTo(401);

        var forged = get("/api/who", "Authorization", "Bearer not.a.token");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .contains("invalid_token");
    }

    private void signIn(String path) throws Exception {
        signIn(browser, path);
    }

    private void signIn(HttpBrowser browser, String path) throws Exception {
        browser.open(portal.resolve(path)).submit(Map.of("username", email, "password", RealKeycloak.PASSWORD));
    }

    private void assertEnds(HttpBrowser signedIn, String path) {
        await().atMost(KEYCLOAK_IS_ASKED_AGAIN).untilAsserted(() -> {
            signedIn.open(portal.resolve(path));
            assertThat(signedIn.status()).isEqualTo(401);
            assertThat(signedIn.text()).isEqualTo("sign-in ended");
        });
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(portal.resolve(path)).headers(headers).build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static String json(SignedIn signedIn) {
        return JsonMapper.shared().writeValueAsString(signedIn);
    }
}
