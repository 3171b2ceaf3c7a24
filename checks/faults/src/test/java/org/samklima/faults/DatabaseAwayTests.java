package org.samklima.faults;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database goes away under load, in every way that it can. */
@Order(4)
class DatabaseAwayTests {

    private World world;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
    }

    @AfterEach
    void heal() throws Exception {
        world.heal();
    }

    @Test
    @Order(1)
    void a_database_that_is_restarted_properly_is_missed_for_seconds() throws Exception {
        Evening.in(world).befallenBy("PostgreSQL restarted (fast)", () -> {
            world.database.stop(Database.Stop.FAST);
            world.database.start();
        });
    }

    @Test
    @Order(2)
    void a_database_that_is_dropped_loses_nothing_that_was_acknowledged() throws Exception {
        Evening.in(world).befallenBy("PostgreSQL dropped (immediate), back after 5 s", () -> {
            world.database.stop(Database.Stop.IMMEDIATE);
            Evening.lasts(Duration.ofSeconds(5));
            world.database.start();
        });
    }

    @Test
    @Order(3)
    void a_portal_that_is_cut_off_says_so_and_goes_on_when_it_is_not_any_more() throws Exception {
        Evening.in(world).befallenBy("first portal cut off from PostgreSQL for 10 s", () -> {
            world.cable.cut();
            Evening.lasts(Duration.ofSeconds(10));
            world.cable.mend();
        });
    }

    @Test
    @Order(4)
    void a_network_that_swallows_everything_keeps_nobody_waiting_for_ever() throws Exception {
        Evening.in(world).befallenBy("network to PostgreSQL silent for 30 s (no reset)", () -> {
            world.cable.silence();
            Evening.lasts(Duration.ofSeconds(30));
            world.cable.mend();
        });
    }

    @Test
    @Order(5)
    void a_database_that_hangs_keeps_nobody_waiting_for_ever() throws Exception {
        Evening.in(world).befallenBy("PostgreSQL stopped breathing (SIGSTOP) for 25 s", () -> {
            world.database.server().pause();
            Evening.lasts(Duration.ofSeconds(25));
            world.database.server().resume();
        });
    }
}
