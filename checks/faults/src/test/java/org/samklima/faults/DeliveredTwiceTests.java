package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every event that was ever handled is handled once more, as after a portal that died before it could say that it had. */
@Order(8)
class DeliveredTwiceTests {

    private World world;
    private Oracle oracle;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        oracle = new Oracle(world);
    }

    @AfterEach
    void heal() throws Exception {
        world.heal();
    }

    @Test
    void nothing_happens_twice() throws Exception {
        var evening = Evening.in(world);
        var outcomes = Crowd.at(world, evening.round(), List.of(world.first.address(), world.second.address()))
                .awaitAll();
        world.coordinator(2)
                .send(
                        world.first.address(),
                        "POST",
                        World.slug(2) + "/invitations",
                        Map.of("email", "twice@faults.example", "roles", List.of("CONTRIBUTOR")));
        oracle.awaitSettled(Duration.ofMinutes(3));
        var before = traces();

        int events =
                oracle.change("UPDATE samklima.event_publication SET completion_date = NULL, status = 'PROCESSING',"
                        + " publication_date = publication_date - interval '10 minutes',"
                        + " last_resubmission_date = last_resubmission_date - interval '10 minutes'");
        var settled = oracle.awaitSettled(Duration.ofMinutes(5));

        assertThat(events).isGreaterThan(World.MEMBERS);
        assertThat(traces()).isEqualTo(before);
        int receipts = oracle.assertEachOnce(evening.round(), outcomes);
        assertThat(oracle.mailedTwice()).isEmpty();
        Results.add(new Results.Row(
                "every event delivered twice",
                events + " events are made incomplete again, two portals find them",
                receipts,
                null,
                settled,
                "no second mail, report, entry or invitation"));
    }

    /** How many rows there are of everything that an event may cause, and how many mails were taken. */
    private Map<String, Long> traces() throws Exception {
        return Map.of(
                "reports", oracle.number("SELECT count(*) FROM samklima.report"),
                "history", oracle.number("SELECT count(*) FROM samklima.audit_entry"),
                "mails", oracle.number("SELECT count(*) FROM samklima.outgoing_mail"),
                "taken", (long) world.post.delivered().size());
    }
}
