package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.samklima.keycloak.HttpBrowser;

/** Keycloak is away, or does not answer: whoever is signed in works on, nobody new gets in, invitations wait. */
@Order(5)
class IdentityProviderAwayTests {

    private World world;
    private Oracle oracle;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        oracle = new Oracle(world);
        for (int number = 0; number < World.MEMBERS; number++) {
            world.coordinator(number).signIn();
        }
    }

    @AfterEach
    void heal() throws Exception {
        world.keycloak().resume();
        if (!world.keycloak().isAlive()) {
            world.startKeycloak();
        }
        world.heal();
    }

    @Test
    @Order(1)
    void the_signed_in_go_on_and_an_invitation_leaves_when_keycloak_is_back() throws Exception {
        var evening = Evening.in(world);
        world.keycloak().kill();

        var outcomes =
                Crowd.at(world, evening.round(), List.of(world.first.address())).awaitAll();
        int receipts = oracle.assertEachOnce(evening.round(), settled(outcomes));
        var invited = world.coordinator(0)
                .send(
                        world.first.address(),
                        "POST",
                        World.slug(0) + "/invitations",
                        Map.of("email", "late@faults.example", "roles", List.of("CONTRIBUTOR")));
        assertThat(invited.isGood()).as(invited.toString()).isTrue();
        var refused = visitor();

        var begun = System.nanoTime();
        world.startKeycloak();
        var recovery = Duration.ofNanos(System.nanoTime() - begun);
        world.coordinator(0).signIn();
        var settled = oracle.awaitSettled(Duration.ofMinutes(3));

        assertThat(world.post.delivered().stream()
                        .filter(mail -> mail.recipient().equals("late@faults.example"))
                        .count())
                .as("mails to the invited")
                .isEqualTo(1);
        Results.add(new Results.Row(
                "Keycloak killed, started again",
                World.MEMBERS + " signed-in members submit, one colleague is invited",
                receipts + 1L,
                recovery,
                settled,
                "who signs in: " + refused.status() + " with a page; the invitation left afterwards, once"));
    }

    /** Mails have left by themselves; nothing else waits but what Keycloak has to do. */
    private List<Reporter.Outcome> settled(List<Reporter.Outcome> outcomes) throws Exception {
        oracle.awaitSettled(Duration.ofMinutes(3));
        return outcomes;
    }

    @Test
    @Order(2)
    void a_portal_starts_and_says_what_is_missing_while_keycloak_hangs() throws Exception {
        world.keycloak().pause();

        world.second.close();
        world.second.start().awaitReady();
        var unchecked = world.coordinator(0).send(world.second.address(), "GET", World.slug(0) + "/reports", null);
        var known = world.coordinator(0).send(world.first.address(), "GET", World.slug(0) + "/reports", null);
        var refused = visitor();
        world.keycloak().resume();
        var recovery = Recovery.of(world.second, world, Duration.ofSeconds(60));

        assertThat(known.status()).isEqualTo(200);
        assertThat(unchecked.status()).as(unchecked.toString()).isEqualTo(503);
        assertThat(List.of(unchecked, refused)).allSatisfy(answer -> {
            assertThat(answer.flaw()).as(answer.toString()).isEmpty();
            assertThat(answer.millis()).isLessThan(Seen.PATIENCE.toMillis());
        });
        Results.add(new Results.Row(
                "Keycloak hangs (SIGSTOP)",
                "a portal is started; one with the keys in memory works on",
                0,
                recovery,
                Duration.ZERO,
                "token whose key nobody has seen: 503 with a problem; who signs in: " + refused.status()
                        + " with a page"));
    }

    /** Somebody who wants to sign in, and is not sent to where nobody is. */
    private Answer visitor() throws Exception {
        var browser = new HttpBrowser();
        var begun = System.nanoTime();
        browser.open(URI.create(world.first.address() + "/" + World.slug(0)));
        var answer = new Answer(
                "sign in",
                browser.status(),
                "text/html",
                browser.text(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.flaw()).as(answer.toString()).isEmpty();
        return answer;
    }
}
