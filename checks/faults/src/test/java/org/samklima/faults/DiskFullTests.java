package org.samklima.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** There is no room left where the database lives. */
@Order(7)
class DiskFullTests {

    private World world;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        assumeTrue(world.disk.isSmall(), "Nobody may mount a small disk here, and filling the real one would hurt others");
    }

    @AfterEach
    void heal() throws Exception {
        world.disk.free();
        world.heal();
    }

    @Test
    void what_finds_no_room_is_refused_and_goes_on_when_there_is_room_again() throws Exception {
        var evening = Evening.in(world);
        evening.befallenBy("disk under PostgreSQL full for 15 s", () -> {
            world.disk.fill();
            Thread.sleep(Duration.ofSeconds(15));
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
