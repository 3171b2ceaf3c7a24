package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** There is no room left where the database lives. */
@Order(9)
class DiskFullTests {

    private World world;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        assumeTrue(
                world.disk.isSmall(), "Nobody may mount a small disk here, and filling the real one would hurt others");
    }

    @AfterEach
    void heal() throws Exception {
        world.disk.free();
        world.heal();
    }

    /** More than there can be room for anywhere, and nothing that compresses well. */
    private Answer upload() {
        var random = new Random(1);
        var file = new StringBuilder("code,year,inhabitants\n");
        for (int row = 0; row < 200_000; row++) {
            file.append("99%02d,%d,%d\n".formatted(random.nextInt(24), 1990 + random.nextInt(30), random.nextInt()));
        }
        return world.staff.upload(
                world.first.address(),
                World.NETWORK + "/imports/observations?dryRun=false",
                "large.csv",
                file.toString(),
                Map.of("indicator", "population", "source", Map.of("name", "Påhittat register", "version", "1")));
    }

    @Test
    void what_finds_no_room_is_refused_and_goes_on_when_there_is_room_again() throws Exception {
        var evening = Evening.in(world);
        evening.befallenBy("disk under PostgreSQL full for 10 s, and a file of 4 MB uploaded", () -> {
            world.disk.fill();
            var refused = upload();
            Evening.lasts(Duration.ofSeconds(10));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
            assertThat(refused.flaw()).as(refused.toString()).isEmpty();
            world.disk.free();
            if (!world.database.server().endsWithin(Duration.ofSeconds(2))) {
                evening.remark("PostgreSQL stayed up");
            } else {
                evening.remark("PostgreSQL had given up and was started again, as an orchestrator does");
                world.database.start();
            }
        });
    }
}
