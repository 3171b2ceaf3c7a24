package org.samklima.portal.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.time.AdjustableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** By arriving with the address that was invited, and with no other proof, a person becomes a user. */
@PortalTest
class ArrivalTests {

    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    AdjustableClock clock;

    @Autowired
    MockMvc mvc;

    Tenant town;
    World.Person invited;

    @BeforeEach
    void somebody_is_invited() {
        town = world.municipality("Granby");
        invited = world.person("Nina Ny");
        world.in(town, () -> people.invite(invited.email(), Set.of(Role.COORDINATOR)));
    }

    @Test
    void whoever_was_invited_and_proved_the_address_is_in() throws Exception {
        assertThat(opens(invited.browser())).isEqualTo(200);

        assertThat(world.ask(town, people::all)).singleElement().satisfies(user -> {
            assertThat(user.personId()).isEqualTo(invited.id());
            assertThat(user.name()).isEqualTo("Nina Ny");
            assertThat(user.roles()).containsExactly(Role.COORDINATOR);
        });
        assertThat(world.ask(town, people::openInvitations)).isEmpty();
    }

    @Test
    void the_same_with_a_token_for_the_api() throws Exception {
        mvc.perform(get("/api/v1/{tenant}/people", town.slug()).with(invited.token()))
                .andExpect(status().isForbidden());

        assertThat(world.ask(town, people::all)).hasSize(1);
    }

    @Test
    void an_address_that_is_not_verified_proves_nothing() throws Exception {
        var claimed = oidcLogin()
                .idToken(token -> token.subject(invited.id().toString())
                        .claim("name", invited.name())
                        .claim("email", invited.email())
                        .claim("email_verified", false));

        assertThat(opens(claimed)).isEqualTo(404);
        assertThat(world.ask(town, people::all)).isEmpty();
    }

    @Test
    void another_address_is_a_strangers() throws Exception {
        assertThat(opens(world.person("Sven Stranger").browser())).isEqualTo(404);
    }

    @Test
    void an_address_that_we_would_not_invite_is_a_strangers_too() throws Exception {
        assertThat(opens(new World.Person(invited.id(), "Root", "root@localhost").browser()))
                .isEqualTo(404);
    }

    @Test
    void the_case_of_an_address_does_not_matter() throws Exception {
        var shouting =
                new World.Person(invited.id(), invited.name(), invited.email().toUpperCase());

        assertThat(opens(shouting.browser())).isEqualTo(200);
    }

    @Test
    void after_thirty_days_the_invitation_is_over() throws Exception {
        try {
            clock.set(Instant.now().plus(Invitation.VALID));
            assertThat(opens(invited.browser())).isEqualTo(404);
        } finally {
            clock.reset();
        }
    }

    @Test
    void it_is_good_until_its_last_minute() throws Exception {
        try {
            clock.set(Instant.now().plus(Invitation.VALID).minusSeconds(60));
            assertThat(opens(invited.browser())).isEqualTo(200);
        } finally {
            clock.reset();
        }
    }

    @Test
    void two_pages_opened_at_once_are_both_shown() throws Exception {
        var together = new CyclicBarrier(2);
        Callable<Integer> opening = () -> {
            together.await();
            return opens(invited.browser());
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(opening, opening));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(world.ask(town, people::all)).hasSize(1);
    }

    @Test
    void a_person_is_called_as_the_identity_provider_calls_them_now() throws Exception {
        opens(invited.browser());

        opens(new World.Person(invited.id(), "Nina Nygift", "nina.nygift@example.org").browser());

        assertThat(world.ask(town, people::all))
                .extracting(TenantUser::name, TenantUser::email)
                .containsExactly(tuple("Nina Nygift", "nina.nygift@example.org"));
    }

    private int opens(RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/{tenant}", town.slug()).with(who))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
