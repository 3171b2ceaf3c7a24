package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A portal ends in the middle of its work, as it does in a power cut, and is started again. */
@Order(1)
class PortalKilledTests {

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
    @Order(1)
    void whoever_has_a_receipt_is_received_once_when_a_portal_is_killed_amid_submissions() throws Exception {
        Evening.in(world).killingPortal().befallenBy("portal killed (-9) and started again", () -> {
            world.first.program().kill();
            world.first.start();
        });
    }

    @Test
    @Order(2)
    void nothing_is_refused_when_a_portal_is_told_to_end_and_another_stays() throws Exception {
        Evening.in(world).befallenBy("portal told to end (TERM), started again", () -> {
            world.first.close();
            world.first.start();
        });
    }

    @Test
    @Order(3)
    void an_edition_is_published_once_when_the_portal_is_killed_before_it_is_saved() throws Exception {
        var publishing = new Publishing(world, oracle);
        UUID round = publishing.closedRound();
        try (var hold = Hold.writers(world, "audit_entry")) {
            hold.killAmid(() -> publishing.publish(world.first, round), "INSERT INTO audit_entry");
        }
        assertThat(publishing.versions(round)).isZero();

        world.first.start();
        var recovery = Recovery.of(world.first, world, Duration.ofSeconds(90));
        var again = publishing.publishOnce(world.first, round);

        assertThat(publishing.versions(round)).as(again.toString()).isEqualTo(1);
        Results.add(new Results.Row(
                "portal killed (-9) amid a publication",
                "an edition is written, and not saved yet",
                1,
                recovery,
                Duration.ZERO,
                "nothing of it was there; published again it has one version, once in the history"));
    }
}
