package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The clock of one portal's machine jumps by hours, and back; the database's and the other portal's are right. */
@Order(8)
class ClockJumpTests {

    /** Debian's package libfaketime. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    /** The server writes the same date on all answers of a second. */
    private static final Duration TO_BE_SEEN = Duration.ofSeconds(2);

    private World world;
    private Path time;
    private Machine wrong;

    @BeforeEach
    void meet() throws Exception {
        var library = LIBRARIES.stream().filter(Files::exists).findFirst();
        assumeTrue(library.isPresent(), "The clock of one process is moved by Debian's package libfaketime");
        world = World.shared();
        time = Files.writeString(Files.createTempFile("samklima-faults", "time"), "+0");
        wrong = world.another(
                        "wrong-clock",
                        null,
                        Map.of(
                                "LD_PRELOAD", library.get().toString(),
                                "FAKETIME_TIMESTAMP_FILE", time.toString(),
                                "FAKETIME_NO_CACHE", "1",
                                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                                "DONT_FAKE_MONOTONIC", "1"))
                .start()
                .awaitReady();
    }

    @AfterEach
    void heal() throws Exception {
        if (wrong != null) {
            wrong.close();
            Files.delete(time);
            world.heal();
        }
    }

    @Test
    @Order(1)
    void a_clock_that_jumps_ahead_does_nothing_twice() throws Exception {
        jump("clock of one portal 2 h ahead for 15 s", "+7200");
    }

    @Test
    @Order(2)
    void a_clock_that_jumps_back_loses_nothing() throws Exception {
        jump("clock of one portal 2 h back for 15 s", "-7200");
    }

    /** What the portal believes to be the time, by what it writes on its answers. */
    private Instant clock() throws Exception {
        var connection = wrong.readiness().toURL().openConnection();
        return Instant.ofEpochMilli(connection.getDate());
    }

    private void jump(String name, String offset) throws Exception {
        Evening.in(world).at(world.first, wrong).befallenBy(name, () -> {
            Files.writeString(time, offset);
            Evening.lasts(TO_BE_SEEN);
            assertThat(Duration.between(Instant.now(), clock()).abs()).isGreaterThan(Duration.ofHours(1));
            Evening.lasts(Duration.ofSeconds(15));
            Files.writeString(time, "+0");
        });
    }
}
