package org.samklima.portal.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantPathFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A stranger against every route that is mapped: a new route is tried as soon as it is there. */
@PortalTest
class RouteIsolationTests {

    /** Open to everyone, each for its reason. Anything else wants a signed-in person. */
    private static final Set<String> OPEN = Set.of(
            "/", // the welcome page
            "/error", // says what went wrong
            "/page-outdated", // says that a page was too old
            "/sign-in-ended",
            "/sign-in-failed",
            "/sign-in-unavailable",
            "/assets/accent/{hex:[0-9a-fA-F]{6}}.css", // a colour
            "/api/v1/report-form-schema", // a public format
            "/unsubscribe/{organisation}/{secret}", // the secret in a mail switches that mail off, and nothing else
            "/calendar/{tenantId}/{token}.ics", // calendar programs cannot sign in: the address itself is the secret
            "/v3/api-docs", // what the API can do, not what is in it
            "/v3/api-docs.yaml",
            "/v3/api-docs/swagger-config",
            "/swagger-ui.html");

    /** What changes something without our page's token, each for its reason. */
    private static final Set<String> WITHOUT_TOKEN =
            Set.of("/unsubscribe/{organisation}/{secret}"); // a mail program posts it, which has no page of ours

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Test
    void every_tenant_route_is_not_found_for_a_stranger_whether_the_tenant_exists_or_not() throws Exception {
        var tenant = world.association("Klimatringen");
        world.person("Mia Manager", tenant, Role.MANAGER);
        var stranger = world.person("Sven Stranger", world.association("Andra ringen"), Role.values());
        for (var route : routes().stream().filter(Route::isOfTenant).toList()) {
            var signedIn = route.isApi() ? stranger.token() : stranger.browser();
            assertThat(status(route, tenant.slug(), signedIn)).as("%s", route).isEqualTo(404);
            assertThat(status(route, "no-such-tenant", signedIn))
                    .as("%s", route)
                    .isEqualTo(404);
        }
    }

    @Test
    void every_route_but_the_open_ones_wants_a_signed_in_person() throws Exception {
        var tenant = world.association("Klimatringen");
        for (var route : routes()) {
            var status = mvc.perform(request(route.method(), route.in(tenant.slug()))
                            .accept(MediaType.TEXT_HTML)
                            .with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            if (OPEN.contains(route.pattern())) {
                assertThat(status).as("%s", route).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s", route).isEqualTo(route.isApi() ? 401 : 302);
            }
        }
    }

    @Test
    void every_page_that_changes_something_refuses_a_request_without_its_token_or_with_a_wrong_one() throws Exception {
        var tenant = world.association("Klimatringen");
        var manager = world.person("Mia Manager", tenant, Role.values());
        var before = SampleRows.fingerprint(tenant.id());
        var changing = routes().stream()
                .filter(route -> !route.isApi() && route.changes() && !WITHOUT_TOKEN.contains(route.pattern()))
                .toList();
        assertThat(changing).hasSizeGreaterThan(40);
        for (var route : changing) {
            for (var forged : List.<RequestPostProcessor>of(without -> without, csrf().useInvalidToken())) {
                var response = mvc.perform(request(route.method(), route.in(tenant.slug()))
                                .with(manager.browser())
                                .with(forged))
                        .andReturn()
                        .getResponse();
                assertThat(response.getStatus()).as("%s", route).isEqualTo(403);
                assertThat(response.getForwardedUrl()).as("%s", route).isEqualTo("/page-outdated");
            }
        }
        assertThat(SampleRows.fingerprint(tenant.id())).isEqualTo(before);
    }

    @Test
    void every_operator_route_is_refused_to_whoever_is_none() throws Exception {
        var manager = world.person("Mia Manager", world.association("Klimatringen"), Role.values());
        var operators = routes().stream()
                .filter(route -> route.pattern().startsWith("/operator")
                        || route.pattern().startsWith("/api/v1/operator"))
                .toList();
        for (var route : operators) {
            var signedIn = route.isApi() ? manager.token() : manager.browser();
            assertThat(status(route, "none", signedIn)).as("%s", route).isEqualTo(403);
        }
    }

    @Test
    void every_tenant_route_says_who_may_use_it() {
        for (var route : routes().stream().filter(Route::isOfTenant).toList()) {
            var handler = route.handler();
            assertThat(handler.hasMethodAnnotation(Allowed.class)
                            || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Allowed.class))
                    .as("%s: annotate %s with @Allowed", route, handler)
                    .isTrue();
        }
    }

    @Test
    void no_tenant_can_take_the_place_of_a_route_outside_tenants() {
        for (var route : routes().stream().filter(route -> !route.isOfTenant()).toList()) {
            assertThat(TenantPathFixture.isOutsideTenants(route.in("x").getPath()))
                    .as("%s: reserve its first segment in TenantPath", route)
                    .isTrue();
        }
    }

    private int status(Route route, String tenant, RequestPostProcessor signedIn) throws Exception {
        return mvc.perform(
                        request(route.method(), route.in(tenant)).with(signedIn).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private List<Route> routes() {
        return Route.all(mappings);
    }
}
