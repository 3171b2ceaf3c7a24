package org.samklima.portal.attacks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.isolation.Route;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Redirects to elsewhere, a host that is not ours, methods in disguise, header lines in values. */
@PortalTest
class HttpTricksTests {

    private static final String EVIL = "evil.example";

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ApplicationContext portal;

    Tenant town;
    World.Person anna;
    String cookie;
    RawHttp raw;

    @BeforeEach
    void somebody_signed_in() {
        town = world.municipality("Ekby");
        anna = world.person("Anna Alm", town, Role.values());
        cookie = "Cookie: " + SignedInBrowser.operatorCookie(anna, portal);
        raw = new RawHttp(portal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/?lang=sv",
                "/\\evil.example/?lang=sv",
                "///evil.example?lang=sv",
                "/%2F%2Fevil.example?lang=sv",
                "/%5Cevil.example?lang=sv",
                "/?lang=sv&next=https://evil.example",
                "/%0d%0aLocation:%20https://evil.example?lang=sv",
                "/?lang=sv%0d%0aX-Smuggled:%20yes",
                "http://evil.example/?lang=sv",
                "/;@evil.example/?lang=sv"
            })
    void choosing_a_language_and_signing_in_lead_to_no_other_site(String target) throws Exception {
        for (var who : List.of(cookie, "Accept-Language: sv")) {
            var answer = raw.send("GET " + target + " HTTP/1.1", "Host: localhost", "Accept: text/html", who);

            assertThat(locations(answer))
                    .allSatisfy(location -> assertThat(location)
                            .as(answer.lines().findFirst().orElse(""))
                            .satisfiesAnyOf(
                                    here -> assertThat(here).matches("/(?![/\\\\]).*"),
                                    here -> assertThat(here).startsWith("http://localhost/")));
            assertThat(answer.lines().takeWhile(line -> !line.isBlank()))
                    .noneMatch(line -> line.startsWith("X-Smuggled"));
        }
    }

    @Test
    void nothing_hides_behind_a_request_that_says_two_lengths() throws Exception {
        var hidden = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        for (var lengths : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6")) {
            var answer =
                    raw.sendAsItIs("POST / HTTP/1.1\r\nHost: localhost\r\n" + lengths + "\r\n\r\n0\r\n\r\n" + hidden);

            assertThat(answer.split("HTTP/1\\.1 ", -1))
                    .as("%s: %s", lengths, answer)
                    .hasSize(2);
        }
    }

    @Test
    void no_parameter_of_any_page_leads_to_another_site() throws Exception {
        for (var route :
                Route.all(mappings).stream().filter(route -> !route.isApi()).toList()) {
            var attempt = MockMvcRequestBuilders.request(route.method(), route.in(town.slug()))
                    .with(anna.browser())
                    .with(csrf());
            for (var parameter : List.of(
                    "return",
                    "returnTo",
                    "next",
                    "url",
                    "redirect",
                    "continue",
                    "target",
                    "back",
                    "from",
                    "to",
                    "referer")) {
                attempt.param(parameter, "https://" + EVIL + "/");
            }
            var location = mvc.perform(attempt.header("Referer", "https://" + EVIL + "/"))
                    .andReturn()
                    .getResponse()
                    .getHeader("Location");
            assertThat(
                            location == null
                                    ? ""
                                    : URI.create(location.replaceAll("\\?.*", ""))
                                            .getHost())
                    .as("%s leads to %s", route, location)
                    .isNotEqualTo(EVIL);
        }
    }

    @Test
    void a_host_that_is_not_ours_stands_in_no_answer() throws Exception {
        for (var path : List.of(
                "/",
                "/" + town.slug(),
                "/no-such-page",
                "/oauth2/authorization/keycloak",
                "/api/v1/me",
                "/v3/api-docs")) {
            for (var header : List.of(
                    "Host: " + EVIL,
                    "Host: localhost\r\nX-Forwarded-Host: " + EVIL,
                    "Host: localhost\r\nForwarded: host=" + EVIL)) {
                var answer = raw.send("GET " + path + " HTTP/1.1", header, "Accept: text/html", "Accept-Language: en");
                if (path.equals("/v3/api-docs")) {
                    answer = answer.replaceFirst(
                            "\"servers\":\\[[^]]*]", ""); // says where it was asked, to whoever asked
                }
                assertThat(answer)
                        .as("%s with %s", path, header)
                        .startsWith("HTTP/1.1 ")
                        .doesNotContain(EVIL);
            }
        }
    }

    @Test
    void a_secret_address_leads_to_the_portal_whatever_host_it_was_asked_by() throws Exception {
        var answer = mvc.perform(MockMvcRequestBuilders.post("/api/v1/{tenant}/calendar-address", town.slug())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(anna.token())
                        .with(request -> {
                            request.setServerName(EVIL);
                            return request;
                        }))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getContentAsString())
                .contains("http://localhost:8081/calendar/")
                .doesNotContain(EVIL);
        assertThat(answer.getHeader("Location"))
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        relative -> assertThat(relative).doesNotContain(EVIL));
    }

    /** Mails are written by jobs, which have no request; this is so that it stays so. */
    @Test
    void no_code_asks_a_request_for_its_host() {
        noClasses()
                .should()
                .callMethod(HttpServletRequest.class, "getRequestURL")
                .orShould()
                .callMethod(ServletRequest.class, "getServerName")
                .orShould()
                .callMethod(HttpServletRequest.class, "getServerName")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("ServletUriComponentsBuilder")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("MvcUriComponentsBuilder")
                .check(OutgoingRequestTests.OURS);
    }

    @Test
    void a_method_cannot_come_in_disguise() throws Exception {
        var before = SampleRows.fingerprint(town.id());
        var people = "/api/v1/" + town.slug() + "/people/" + anna.id();
        for (var disguise : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            mvc.perform(get(people)
                    .header(disguise, "DELETE")
                    .param("_method", "DELETE")
                    .with(anna.token()));
            mvc.perform(MockMvcRequestBuilders.post(people)
                    .header(disguise, "DELETE")
                    .param("_method", "DELETE")
                    .with(anna.token()));
        }
        assertThat(SampleRows.fingerprint(town.id())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "MKCOL", "SAMKLIMA"})
    void a_method_that_nobody_needs_is_refused_and_echoes_nothing(String method) throws Exception {
        var answer = raw.send(method + " /" + town.slug() + " HTTP/1.1", "Host: localhost", cookie, "X-Echo: heard");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|403|404|405|501) .*").doesNotContain("heard");
    }

    @Test
    void looking_changes_nothing_on_any_route() throws Exception {
        var before = SampleRows.fingerprint(town.id());
        for (var route : Route.all(mappings).stream()
                .filter(route -> route.isOfTenant() && !route.changes())
                .toList()) {
            mvc.perform(get(route.with(town.slug(), anna.id().toString()))
                    .with(route.isApi() ? anna.token() : anna.browser()));
        }
        assertThat(SampleRows.fingerprint(town.id())).isEqualTo(before);
    }

    private static List<String> locations(String answer) {
        return answer.lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.startsWith("Location:"))
                .map(line -> line.substring("Location:".length()).strip())
                .toList();
    }
}
