package org.samklima.portal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.pages.Notice;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class PeopleTests {

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    Tenant town;
    World.Person manager;

    @BeforeEach
    void a_town_with_a_manager() {
        town = world.municipality("Granby");
        manager = world.person("Mia Manager", town, Role.MANAGER);
    }

    @Test
    void a_manager_sees_everyone_who_works_here_and_who_is_invited() throws Exception {
        world.person("Klas Koordinator", town, Role.COORDINATOR, Role.CONTRIBUTOR);
        world.in(town, () -> people.invite("ny@example.org", Set.of(Role.CONTRIBUTOR)));

        mvc.perform(get("/{tenant}/people", town.slug()).with(manager.browser()).header("Accept-Language", "sv"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Klas Koordinator")))
                .andExpect(content().string(containsString("Samordnare, Uppgiftslämnare")))
                .andExpect(content().string(containsString("ny@example.org")));
    }

    @Test
    void only_a_manager_sees_and_changes_who_works_here() throws Exception {
        var coordinator = world.person("Klas Koordinator", town, Role.COORDINATOR);

        mvc.perform(get("/{tenant}/people", town.slug()).with(coordinator.browser()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/{tenant}/invitations", town.slug())
                        .with(coordinator.browser())
                        .with(csrf())
                        .param("email", "ny@example.org")
                        .param("roles", "MANAGER"))
                .andExpect(status().isForbidden());
        assertThat(world.ask(town, people::openInvitations)).isEmpty();
    }

    @Test
    void a_manager_invites_an_address_with_roles() throws Exception {
        mvc.perform(post("/{tenant}/invitations", town.slug())
                        .with(manager.browser())
                        .with(csrf())
                        .param("email", " Ny@Example.org ")
                        .param("roles", "COORDINATOR", "CONTRIBUTOR"))
                .andExpect(redirectedUrl("/" + town.slug() + "/people"));

        assertThat(world.ask(town, people::openInvitations)).singleElement().satisfies(invitation -> {
            assertThat(invitation.email()).isEqualTo("ny@example.org");
            assertThat(invitation.roles()).containsExactly(Role.COORDINATOR, Role.CONTRIBUTOR);
            assertThat(invitation.invitedBy()).isEqualTo("Mia Manager");
        });
    }

    @Test
    void an_invitation_that_cannot_be_sent_comes_back_with_what_was_typed() throws Exception {
        mvc.perform(post("/{tenant}/invitations", town.slug())
                        .with(manager.browser())
                        .with(csrf())
                        .param("email", "no-address")
                        .param("roles", "CONTRIBUTOR"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"no-address\"")));
        mvc.perform(post("/api/v1/{tenant}/invitations", town.slug())
                        .with(manager.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"email": "ny@example.org", "roles": ["STAFF"]}"""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("people.roles-impossible"));
        mvc.perform(post("/api/v1/{tenant}/invitations", town.slug())
                        .with(manager.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void inviting_an_address_again_replaces_the_first_invitation() {
        world.in(town, () -> people.invite("ny@example.org", Set.of(Role.CONTRIBUTOR)));
        world.in(town, () -> people.invite("NY@example.org", Set.of(Role.COORDINATOR)));

        assertThat(world.ask(town, people::openInvitations))
                .extracting(Invitation::roles)
                .containsExactly(Set.of(Role.COORDINATOR));
    }

    @Test
    void nobody_is_invited_to_where_they_work_already() {
        assertThatThrownBy(() -> world.in(town, () -> people.invite(manager.email(), Set.of(Role.COORDINATOR))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
    }

    @Test
    void a_withdrawn_invitation_is_gone() throws Exception {
        world.in(town, () -> people.invite("ny@example.org", Set.of(Role.CONTRIBUTOR)));
        var id = world.ask(town, people::openInvitations).getFirst().id();

        mvc.perform(post("/{tenant}/invitations/{id}/withdrawal", town.slug(), id)
                        .with(manager.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(world.ask(town, people::openInvitations)).isEmpty();
    }

    @Test
    void roles_change_from_the_next_request_on() throws Exception {
        var colleague = world.person("Klas Koordinator", town, Role.COORDINATOR);

        mvc.perform(post("/{tenant}/people/{id}/roles", town.slug(), colleague.id())
                        .with(manager.browser())
                        .with(csrf())
                        .param("roles", "MANAGER"))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/{tenant}/people", town.slug()).with(colleague.browser()))
                .andExpect(status().isOk());
    }

    @Test
    void a_removed_person_is_a_stranger_from_the_next_request_on() throws Exception {
        var colleague = world.person("Klas Koordinator", town, Role.COORDINATOR);

        mvc.perform(delete("/api/v1/{tenant}/people/{id}", town.slug(), colleague.id())
                        .with(manager.token()))
                .andExpect(status().isNoContent());

        mvc.perform(get("/{tenant}", town.slug()).with(colleague.browser())).andExpect(status().isNotFound());
    }

    @Test
    void the_last_manager_stays_one() throws Exception {
        mvc.perform(post("/{tenant}/people/{id}/roles", town.slug(), manager.id())
                        .with(manager.browser())
                        .with(csrf())
                        .param("roles", "COORDINATOR"))
                .andExpect(flash().attribute("notice", Notice.error("people.last-manager", "Mia Manager")));
        mvc.perform(delete("/api/v1/{tenant}/people/{id}", town.slug(), manager.id())
                        .with(manager.token()))
                .andExpect(status().isConflict());

        assertThat(world.ask(town, () -> people.having(Role.MANAGER)))
                .extracting(TenantUser::personId)
                .containsExactly(manager.id());
    }

    @Test
    void two_managers_who_let_each_other_go_at_once_do_not_leave_the_tenant_without_one() throws Exception {
        var other = world.person("Mats Manager", town, Role.MANAGER);
        var letGo = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> {
                letGo.await();
                world.in(town, () -> people.remove(manager.id()));
                return true;
            });
            world.in(town, () -> {
                people.remove(other.id());
                letGo.countDown();
                // The second one is under way, and waits for what becomes of this.
                assertThatThrownBy(() -> second.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            });

            assertThatThrownBy(second::get).hasRootCauseInstanceOf(Problem.class);
        }
        assertThat(world.ask(town, people::all))
                .extracting(TenantUser::personId)
                .containsExactly(manager.id());
    }

    @Test
    void a_person_of_another_tenant_is_not_found() throws Exception {
        var stranger = world.person("Sven Stranger", world.municipality("Främby"), Role.COORDINATOR);

        mvc.perform(delete("/api/v1/{tenant}/people/{id}", town.slug(), stranger.id())
                        .with(manager.token()))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_name_with_a_script_in_it_is_shown_and_not_run() throws Exception {
        world.person("<script>alert(1)</script>", town, Role.CONTRIBUTOR);

        mvc.perform(get("/{tenant}/people", town.slug()).with(manager.browser()))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert(1)"))));
    }

    @Test
    void the_api_lists_people_by_name() throws Exception {
        world.person("Anna Andersson", town, Role.DECISION_MAKER);

        mvc.perform(get("/api/v1/{tenant}/people", town.slug()).with(manager.token()))
                .andExpect(jsonPath("$[*].name").value(contains("Anna Andersson", "Mia Manager")))
                .andExpect(jsonPath("$[0].roles").value(contains("DECISION_MAKER")));
    }
}
