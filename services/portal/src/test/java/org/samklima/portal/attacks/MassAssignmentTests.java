package org.samklima.portal.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.persistence.Entity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.isolation.Route;
import org.samklima.portal.isolation.SampleRows;
import org.samklima.portal.people.People;
import org.samklima.portal.planning.PlanScene;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fields that no form has, sent along in the hope that somebody binds them. */
@PortalTest
class MassAssignmentTests {

    /** What the portal decides and nobody sends. (Who decided on a goal is a text: the town council.) */
    private static final Set<String> NOT_FOR_PEOPLE = Set.of(
            "tenantId",
            "tenant",
            "tenantSlug",
            "operator",
            "createdAt",
            "createdBy",
            "changedAt",
            "changedBy",
            "submittedAt",
            "receivedAt",
            "decidedAt",
            "publishedAt",
            "actor");

    /** Where roles are what it is about; {@link RoleEscalationTests} says to whom these are open. */
    private static final Set<String> GIVING_ROLES = Set.of("people", "invitations");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Test
    void nothing_that_is_stored_is_bound_to_a_request() {
        for (var route : Route.all(mappings)) {
            assertThat(bound(route).flatMap(type -> classes(type, new HashSet<>())))
                    .as("%s", route)
                    .noneMatch(type -> type.isAnnotationPresent(Entity.class));
        }
    }

    @Test
    void no_request_can_name_what_the_portal_decides_itself() {
        var found = new TreeSet<String>();
        for (var route : Route.all(mappings).stream().filter(Route::isOfTenant).toList()) {
            bound(route)
                    .flatMap(type -> components(type, new HashSet<>()))
                    .map(RecordComponent::getName)
                    .filter(name -> NOT_FOR_PEOPLE.contains(name)
                            || (name.equals("roles") || name.equals("role"))
                                    && GIVING_ROLES.stream().noneMatch(route.pattern()::contains))
                    .forEach(name -> found.add(route + " takes " + name));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_route_of_a_contributor_sent_with_forged_fields_leaves_their_role_and_other_tenants_alone()
            throws Exception {
        var scene = new PlanScene(beans);
        var town = scene.town();
        scene.has("Nr;Titel\n1;Cykelbana\n");
        var contributor = world.person("Conny Contributor", town, Role.CONTRIBUTOR);
        var victim = world.municipality("Offerby");
        world.person("Vera Victim", victim, Role.MANAGER);
        var ids = SampleRows.ids(town.id()).stream().limit(1).toList();
        var before = SampleRows.fingerprint(victim.id());
        for (var route : Route.all(mappings).stream()
                .filter(Route::isOfTenant)
                .filter(Route::changes)
                .toList()) {
            for (var id : ids) {
                var attempt = request(route.method(), route.with(town.slug(), id.toString()));
                if (route.isApi()) {
                    attempt.with(contributor.token());
                    attempt.contentType(MediaType.APPLICATION_JSON).content(json(victim, contributor));
                } else {
                    attempt.with(contributor.browser()).with(csrf());
                    attempt.param("tenant", victim.slug())
                            .param("tenantId", victim.id().toString())
                            .param("tenant_id", victim.id().toString())
                            .param("tenant.id", victim.id().toString())
                            .param("personId", contributor.id().toString())
                            .param("roles", "MANAGER", "COORDINATOR")
                            .param("role", "MANAGER")
                            .param("operator", "true")
                            .param("title", "Forged");
                }
                assertThat(mvc.perform(attempt).andReturn().getResponse().getStatus())
                        .as("%s with %s", route, id)
                        .isLessThan(500);
            }
        }
        assertThat(world.ask(town, () -> beans.getBean(People.class).all()))
                .filteredOn(user -> user.personId().equals(contributor.id()))
                .singleElement()
                .satisfies(user -> assertThat(user.roles()).containsExactly(Role.CONTRIBUTOR));
        assertThat(SampleRows.fingerprint(victim.id())).isEqualTo(before);
    }

    private static String json(Tenant victim, World.Person contributor) {
        return """
                {"tenant": "%s", "tenantId": "%s", "tenant_id": "%2$s", "personId": "%s", "role": "MANAGER",
                 "roles": ["MANAGER", "COORDINATOR"], "operator": true, "title": "Forged"}
                """.formatted(victim.slug(), victim.id(), contributor.id());
    }

    /** What Spring fills from a request as a whole: bodies and forms. */
    private static Stream<Type> bound(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                        || parameter.getParameterType().isRecord() && isOurForm(parameter))
                .map(MethodParameter::getGenericParameterType);
    }

    /** A tenant and a signed-in person come from the path and the sign-in. */
    private static boolean isOurForm(MethodParameter parameter) {
        return !List.of("Tenant", "Actor", "PageAddress")
                .contains(parameter.getParameterType().getSimpleName());
    }

    private static Stream<Class<?>> classes(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return Stream.of();
        }
        return switch (type) {
            case ParameterizedType generic ->
                Stream.of(generic.getActualTypeArguments()).flatMap(argument -> classes(argument, seen));
            case WildcardType wildcard -> Stream.of(wildcard.getUpperBounds()).flatMap(bound -> classes(bound, seen));
            case Class<?> known
            when known.isRecord() && known.getName().startsWith("org.samklima") ->
                Stream.concat(
                        Stream.of(known),
                        Arrays.stream(known.getRecordComponents())
                                .flatMap(component -> classes(component.getGenericType(), seen)));
            case Class<?> known -> Stream.of(known);
            default -> Stream.of();
        };
    }

    private static Stream<RecordComponent> components(Type type, Set<Type> seen) {
        return classes(type, seen)
                .filter(Class::isRecord)
                .flatMap(record -> Arrays.stream(record.getRecordComponents()));
    }
}
