package org.samklima.portal.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.evaluation.EvaluationScene;
import org.samklima.portal.people.People;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody who may do everything in their own tenant, and names another one's in a body or by its ids. */
@PortalTest
class ForgedTenantTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    Tenant victim;
    List<UUID> ids;
    Tenant own;
    World.Person forger;

    @BeforeEach
    void another_tenants_things() {
        var scene = new EvaluationScene(world, beans, form(yesNo("plan", "2")));
        victim = scene.association();
        scene.accept(scene.reported("Ekby", answers("plan", true)), 1);
        world.in(victim, () -> beans.getBean(People.class).invite("ny@klimatringen.example", Set.of(Role.STAFF)));
        var mine = new EvaluationScene(world, beans, form(yesNo("plan", "2")));
        own = mine.association();
        forger = world.person("Frank Forger", own, Role.values());
        var member = mine.reporting().member("Lindby");
        world.join(forger, member, Role.values());
        ids = SampleRows.ids(victim.id());
        assertThat(ids).hasSizeGreaterThan(4);
    }

    @Test
    void no_id_of_another_tenant_leads_anywhere_in_ones_own() throws Exception {
        var before = SampleRows.fingerprint(victim.id());
        var routes = Route.all(mappings).stream()
                .filter(Route::isOfTenant)
                .filter(route -> parameters(route).anyMatch(ForgedTenantTests::isId))
                .toList();
        assertThat(routes).hasSizeGreaterThan(50);
        for (var route : routes) {
            var unknown = UUID.randomUUID();
            var nothing = attempt(route, unknown);
            for (var id : ids) {
                var answer = attempt(route, id);
                assertThat(answer.getStatus())
                        .as("%s with %s, as with an id that nothing has", route, id)
                        .isEqualTo(nothing.getStatus());
                assertThat(answer.getContentAsString())
                        .as("%s with %s", route, id)
                        .doesNotContain(victim.slug());
                if (route.isApi()) {
                    assertThat(answer.getContentAsString().replace(id.toString(), ""))
                            .as("%s with %s", route, id)
                            .isEqualTo(nothing.getContentAsString().replace(unknown.toString(), ""));
                }
            }
        }
        assertThat(SampleRows.fingerprint(victim.id())).isEqualTo(before);
    }

    @Test
    void a_tenant_named_in_a_body_is_not_the_one_that_is_worked_in() throws Exception {
        var before = SampleRows.fingerprint(victim.id());
        mvc.perform(post("/api/v1/{tenant}/invitations", own.slug())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"email": "api@example.org", "roles": ["STAFF"],
                         "tenant": "%s", "tenantId": "%s", "tenant_id": "%2$s"}
                        """.formatted(victim.slug(), victim.id()))
                .with(forger.token()));
        mvc.perform(post("/{tenant}/invitations", own.slug())
                .param("email", "page@example.org")
                .param("roles", "STAFF")
                .param("tenant", victim.slug())
                .param("tenantId", victim.id().toString())
                .param("tenant.id", victim.id().toString())
                .with(forger.browser())
                .with(csrf()));

        assertThat(SampleRows.fingerprint(victim.id())).isEqualTo(before);
        assertThat(SampleRows.count("samklima.invitation", own.id()))
                .as("by the page, and by the API unless it refuses what it does not know")
                .isBetween(1, 2);
    }

    private MockHttpServletResponse attempt(Route route, UUID id) throws Exception {
        var attempt = request(route.method(), route.with(own.slug(), id.toString()))
                .with(route.isApi() ? forger.token() : forger.browser())
                .with(csrf());
        parameters(route)
                .filter(ForgedTenantTests::isId)
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .forEach(parameter -> attempt.param(parameter.getParameter().getName(), id.toString()));
        return mvc.perform(attempt).andReturn().getResponse();
    }

    private static Stream<MethodParameter> parameters(Route route) {
        return Arrays.stream(route.handler().getMethodParameters());
    }

    private static boolean isId(MethodParameter parameter) {
        return parameter.getParameterType().equals(UUID.class);
    }
}
