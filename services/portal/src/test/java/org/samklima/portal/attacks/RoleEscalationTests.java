package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.isolation.Route;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Somebody who works in the tenant and wants more than their role gives them. */
@PortalTest
class RoleEscalationTests {

    /** What anybody who works in a tenant may change, each for its reason. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "/{tenant}/reminders", // when one wants to be reminded oneself
            "/api/v1/{tenant}/reminders",
            "/{tenant}/activities/views", // a view of one's own
            "/{tenant}/activities/views/{view}/removal",
            "/api/v1/{tenant}/activities/views",
            "/api/v1/{tenant}/activities/views/{view}",
            "/{tenant}/communication/calendar", // the address of one's own calendar
            "/{tenant}/communication/calendar/removal",
            "/api/v1/{tenant}/calendar-address",
            "/api/v1/{tenant}/communication-readings"); // reads a text for somebody, and keeps nothing

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    /** Everybody is tried at once: whoever has all roles but those that the route names is still refused. */
    @Test
    void every_route_is_refused_to_every_role_that_it_does_not_name_and_changes_nothing() throws Exception {
        var tenant = world.association("Klimatringen");
        world.person("Mia Manager", tenant, Role.MANAGER);
        var others = new HashMap<Set<Role>, World.Person>();
        var limited = routes().filter(route -> allowed(route).size() < Role.values().length)
                .toList();
        limited.forEach(route -> others.computeIfAbsent(
                allowed(route), allowed -> world.person("Petra Person", tenant, everyRoleBut(allowed))));
        var before = SampleRows.fingerprint(tenant.id());
        assertThat(limited).hasSizeGreaterThan(150);
        for (var route : limited) {
            var person = others.get(allowed(route));
            var attempt = request(route.method(), route.in(tenant.slug())).headers(asked(route));
            var status = mvc.perform(
                            route.isApi()
                                    ? attempt.with(person.token())
                                    : attempt.with(person.browser()).with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as("%s", route).isEqualTo(403);
        }
        assertThat(SampleRows.fingerprint(tenant.id())).isEqualTo(before);
    }

    private static Role[] everyRoleBut(Set<Role> allowed) {
        return EnumSet.complementOf(EnumSet.copyOf(allowed)).toArray(Role[]::new);
    }

    @Test
    void only_a_manager_changes_who_works_here_and_what_they_may() {
        var ofPeople = routes().filter(Route::changes)
                .filter(route -> route.pattern().matches(".*/(people|invitations)(/.*)?"))
                .toList();
        assertThat(ofPeople)
                .hasSizeGreaterThan(5)
                .allSatisfy(route -> assertThat(allowed(route)).as("%s", route).containsExactly(Role.MANAGER));
    }

    @Test
    void what_everybody_may_change_is_their_own_and_stands_in_a_list() {
        assertThat(routes().filter(Route::changes)
                        .filter(route -> allowed(route).containsAll(Set.of(Role.values())))
                        .map(Route::pattern))
                .isSubsetOf(FOR_EVERYBODY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"BOARD", "DECISION_MAKER"})
    void who_only_reads_and_decides_changes_nothing_else(Role reader) {
        assertThat(routes().filter(Route::changes)
                        .filter(route -> allowed(route).contains(reader))
                        .map(Route::pattern)
                        .filter(pattern -> !FOR_EVERYBODY.contains(pattern)))
                .allSatisfy(pattern ->
                        assertThat(pattern).as("%s for %s", pattern, reader).containsAnyOf("/sign-off", "/notes"));
    }

    private Stream<Route> routes() {
        return Route.all(mappings).stream().filter(Route::isOfTenant);
    }

    /** Of the kind that the route takes, or it would be refused for that. */
    private static HttpHeaders asked(Route route) {
        var headers = new HttpHeaders();
        var mapped = AnnotatedElementUtils.findMergedAnnotation(route.handler().getMethod(), RequestMapping.class);
        Stream.of(mapped.consumes()).findFirst().ifPresent(type -> headers.set(HttpHeaders.CONTENT_TYPE, type));
        return headers;
    }

    private static Set<Role> allowed(Route route) {
        var ofMethod = route.handler().getMethodAnnotation(Allowed.class);
        var allowed = ofMethod != null
                ? ofMethod
                : AnnotatedElementUtils.findMergedAnnotation(route.handler().getBeanType(), Allowed.class);
        assertThat(allowed).as("%s", route).isNotNull();
        return Set.copyOf(Arrays.asList(allowed.value().length == 0 ? Role.values() : allowed.value()));
    }
}
