package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.isolation.Route;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.planning.PlanScene;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** More, deeper, longer and stranger than anybody needs: refused in a moment, and never a failure of ours. */
@PortalTest
class OversizedInputTests {

    /** What no field expects; the fields of all the forms take turns with them. */
    private static final List<String> STRANGE =
            List.of("\0", "-1", "'%s{0}${7*7}; DROP TABLE x" + "x".repeat(5_000), "99999999999999999999");

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
    String anything;

    @BeforeEach
    void somebody_who_may_do_everything() {
        var scene = new PlanScene(portal);
        scene.has("Nr;Titel;Område\n1;Cykelbana;Transport\n");
        scene.goal("Mål");
        town = scene.town();
        anna = world.person("Anna Alm", town, Role.values());
        anything = SampleRows.ids(town.id()).getFirst().toString();
    }

    @Test
    void strange_values_of_parameters_never_make_the_portal_fail() throws Exception {
        var failures = new TreeMap<String, String>();
        for (var route : tenantRoutes()) {
            var names = parameters(route);
            if (!names.isEmpty()) {
                int turn = Math.floorMod(route.toString().hashCode(), STRANGE.size());
                var attempt = attempt(route);
                for (int i = 0; i < names.size(); i++) {
                    attempt.param(names.get(i), STRANGE.get((i + turn) % STRANGE.size()));
                }
                note(failures, route, "values from " + turn, attempt);
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void strange_bodies_never_make_the_api_fail() throws Exception {
        var failures = new TreeMap<String, String>();
        var bodies = List.of("null", "[]", "{\"a\":1,\"a\":2}", "{\"a\":".repeat(20_000), "9".repeat(20_000));
        for (var route : tenantRoutes().stream()
                .filter(route -> Arrays.stream(route.handler().getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)))
                .toList()) {
            for (var body : bodies) {
                note(
                        failures,
                        route,
                        body,
                        attempt(route).contentType(MediaType.APPLICATION_JSON).content(body));
            }
            for (var value : List.of("\"\\u0000\"", "1e999999999", "\"" + "x".repeat(5_000) + "\"")) {
                note(
                        failures,
                        route,
                        value,
                        attempt(route).contentType(MediaType.APPLICATION_JSON).content(filled(route, value)));
            }
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/%s/activities"})
    void an_endless_query_or_header_is_refused(String path) throws Exception {
        var raw = new RawHttp(portal);
        var line = "GET " + path.formatted(town.slug());

        assertThat(raw.send(line + "?q=" + "x".repeat(20_000) + " HTTP/1.1", "Host: localhost"))
                .matches("(?s)HTTP/1\\.1 (400|414|431) .*");
        assertThat(raw.send(line + " HTTP/1.1", "Host: localhost", "X-Long: " + "x".repeat(20_000)))
                .matches("(?s)HTTP/1\\.1 (400|431) .*");
    }

    @Test
    void more_fields_than_any_form_has_are_refused() throws Exception {
        var fields = IntStream.range(0, 20_000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
        var cookie = SignedInBrowser.operatorCookie(anna, portal);

        var answer = new RawHttp(portal)
                .send(
                        "POST /" + town.slug() + "/reminders HTTP/1.1",
                        "Host: localhost",
                        "Cookie: " + cookie,
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + fields.length() + "\r\n\r\n" + fields);

        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
    }

    private void note(Map<String, String> failures, Route route, String value, MockHttpServletRequestBuilder attempt)
            throws Exception {
        var began = Instant.now();
        int status;
        try {
            status = mvc.perform(attempt).andReturn().getResponse().getStatus();
        } catch (Exception failed) {
            failures.put(route + " with " + shown(value), String.valueOf(rootOf(failed)));
            return;
        }
        var took = Duration.between(began, Instant.now());
        if (status >= 500 || took.toSeconds() > 10) {
            failures.put(route + " with " + shown(value), status + " after " + took);
        }
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    private static String shown(String value) {
        return value.substring(0, Math.min(value.length(), 20)).replace("\0", "\\0");
    }

    private List<Route> tenantRoutes() {
        return Route.all(mappings).stream().filter(Route::isOfTenant).toList();
    }

    private MockHttpServletRequestBuilder attempt(Route route) {
        var attempt = request(route.method(), route.with(town.slug(), anything));
        return route.isApi()
                ? attempt.with(anna.token())
                : attempt.with(anna.browser()).with(csrf());
    }

    /** Of a route's query and forms: the names of simple parameters, and of the components of records. */
    private static List<String> parameters(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(parameter -> !parameter.hasParameterAnnotation(RequestBody.class))
                .flatMap(parameter -> parameter.getParameterType().isRecord()
                        ? Arrays.stream(parameter.getParameterType().getRecordComponents())
                                .map(component -> component.getName())
                        : Stream.of(parameter.getParameter().getName()))
                .distinct()
                .toList();
    }

    /** A body in which every field of the route's record is this value. */
    private static String filled(Route route, String value) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .filter(parameter -> parameter.getParameterType().isRecord())
                .flatMap(parameter -> Arrays.stream(parameter.getParameterType().getRecordComponents()))
                .map(component -> "\"" + component.getName() + "\": "
                        + (List.class.isAssignableFrom(component.getType()) ? "[" + value + "]" : value))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
