package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
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
        Evening.in(world).befallenBy("portal killed (-9) and started again", () -> {
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
    void an_import_is_done_once_when_the_portal_that_carries_it_out_is_killed() throws Exception {
        world.second.close();
        var imports = new Imports(world);
        var started = imports.figures(world.first, 2019, 2_880);

        imports.awaitRunning(started);
        world.first.program().kill();
        world.first.start();
        var recovery = Recovery.of(world.first, world, Duration.ofSeconds(90));
        var settled = oracle.awaitSettled(Duration.ofMinutes(4));

        imports.assertDoneOnce(started);
        Results.add(new Results.Row(
                "portal killed (-9) amid an import of figures",
                "2,880 figures are being imported",
                1,
                recovery,
                settled,
                "import done, once in the history"));
    }

    @Test
    @Order(4)
    void a_list_of_new_tenants_is_taken_whole_or_not_at_all() throws Exception {
        var list = new StringBuilder("code,name,slug,email\n");
        for (int number = 0; number < 60; number++) {
            list.append("98%02d,Avbrottsby %02d,broken-%02d,mayor.%02d@faults.example%n"
                    .formatted(number, number, number, number));
        }
        var importing = Thread.ofVirtual()
                .start(() -> world.operator.upload(
                        world.first.address(),
                        "operator/tenant-imports?dryRun=false",
                        "towns.csv",
                        list.toString(),
                        Map.of("country", "SE")));
        Thread.sleep(150);
        world.first.program().kill();
        importing.join();
        long taken = oracle.number("SELECT count(*) FROM samklima.tenant WHERE slug LIKE 'broken-%'");
        assertThat(taken).isIn(0L, 60L);

        world.first.start();
        var recovery = Recovery.of(world.first, world, Duration.ofSeconds(90));
        var again = world.operator.upload(
                world.first.address(),
                "operator/tenant-imports?dryRun=false",
                "towns.csv",
                list.toString(),
                Map.of("country", "SE"));
        var settled = oracle.awaitSettled(Duration.ofMinutes(5));

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(oracle.number("SELECT count(*) FROM samklima.tenant WHERE slug LIKE 'broken-%'"))
                .isEqualTo(60);
        assertThat(oracle.number("SELECT count(*) FROM samklima.invitation WHERE email LIKE 'mayor.%'"))
                .isEqualTo(60);
        Results.add(new Results.Row(
                "portal killed (-9) amid an import of tenants",
                "60 tenants are being founded; " + taken + " were when it died",
                60,
                recovery,
                settled,
                "importing the list again completes it"));
    }

    @Test
    @Order(5)
    void an_edition_is_published_once_however_the_portal_ended() throws Exception {
        var publishing = new Publishing(world, oracle);
        UUID round = publishing.closedRound();
        var first = Thread.ofVirtual().start(() -> publishing.publish(world.first, round));
        Thread.sleep(60);
        world.first.program().kill();
        first.join();

        world.first.start();
        var recovery = Recovery.of(world.first, world, Duration.ofSeconds(90));
        var again = publishing.publishOnce(world.first, round);

        assertThat(publishing.versions(round)).as(again.toString()).isEqualTo(1);
        Results.add(new Results.Row(
                "portal killed (-9) amid a publication",
                "an edition is being published",
                1,
                recovery,
                Duration.ZERO,
                "one version, once in the history"));
    }
}
