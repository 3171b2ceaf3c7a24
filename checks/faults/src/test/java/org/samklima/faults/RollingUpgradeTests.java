package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.samklima.schema.DatabaseRoles;
import org.samklima.schema.Migration;

/** The schema is the new one already; a portal of the release before still works beside the new ones, until it is told to end. */
@Order(11)
class RollingUpgradeTests {

    private World world;
    private Machine old;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        old = world.another("old", Baseline.classes(world.sweeper), Map.of()).start();
        old.awaitReady();
    }

    @AfterEach
    void heal() throws Exception {
        if (old != null) {
            old.close();
            world.heal();
        }
    }

    @Test
    void old_and_new_work_side_by_side_on_one_schema() throws Exception {
        var page = "/" + World.slug(3) + "/reports";
        var signedIn = Reader.of(world.coordinator(3), world.first.address(), page);
        assertThat(signedIn.read(old.address().resolve(page)).status())
                .as("signed in at the new one, read at the old one")
                .isEqualTo(200);
        assertThat(signedIn.read(world.second.address().resolve(page)).status())
                .as("and at the new one again")
                .isEqualTo(200);

        Evening.in(world).at(old, world.second).befallenBy("rolling upgrade: old and new on one schema", () -> {
            Migration.run(world.database.as("owner", World.PASSWORD, DatabaseRoles.DATABASE));
            Evening.lasts(Duration.ofSeconds(3));
            old.close();
        });
    }
}
