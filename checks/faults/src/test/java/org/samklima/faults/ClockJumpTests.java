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
@Order(10)
class ClockJumpTests {

    /** Debian's package libfaketime. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    /** The library looks at its file once a second or two, and the server writes the same date on all answers of a second. */
    private static final Duration TO_BE_SEEN = Duration.ofSeconds(4);

    private static final Duration NEARLY = Duration.ofSeconds(30);

    private World world;
    private Path time;
    private Machine wrong;

    @BeforeEach
    void meet() throws Exception {
        var library = LIBRARIES.stream().filter(Files::exists).findFirst();
        assumeTrue(library.isPresent(), "The clock of one process is moved by Debian's package libfaketime");
        world = World.shared();
        time = Files.writeString(world.logs.resolve("wrong-clock-offset"), "+0");
        wrong = world.another(
                        "wrong-clock",
                        null,
                        Map.of(
                                "LD_PRELOAD",
                                library.get().toString(),
                                "FAKETIME_TIMESTAMP_FILE",
                                time.toString(),
                                // Else it reads the file whenever somebody asks for the time.
                                "FAKETIME_CACHE_DURATION",
                                "1",
                                "FAKETIME_DONT_FAKE_MONOTONIC",
                                "1",
                                // Else no wait in the JVM waits, and it has no time left to start.
                                "FAKETIME_FORCE_MONOTONIC_FIX",
                                "0"))
                .start();
        wrong.awaitReady();
    }

    @AfterEach
    void heal() throws Exception {
        if (wrong != null) {
            wrong.close();
            world.heal();
        }
    }

    @Test
    @Order(1)
    void a_clock_that_jumps_ahead_does_nothing_twice() throws Exception {
        jump("clock of one portal 2 h ahead for 15 s", 2);
    }

    @Test
    @Order(2)
    void a_clock_that_jumps_back_loses_nothing() throws Exception {
        jump("clock of one portal 2 h back for 15 s", -2);
    }

    /** How far the portal's clock is before ours, by what it writes on its answers. */
    private Duration ahead() throws Exception {
        var connection = wrong.readiness().toURL().openConnection();
        return Duration.between(Instant.now(), Instant.ofEpochMilli(connection.getDate()));
    }

    /** @param hours by which the clock is wrong for a while */
    private void jump(String name, int hours) throws Exception {
        var evening = Evening.in(world).at(world.first, wrong);
        evening.befallenBy(name, () -> {
            Files.writeString(time, "%+d".formatted(Duration.ofHours(hours).toSeconds()));
            Evening.lasts(TO_BE_SEEN);
            assertThat(ahead()).isCloseTo(Duration.ofHours(hours), NEARLY);
            Evening.lasts(Duration.ofSeconds(15));
            assertThat(ahead()).as("still").isCloseTo(Duration.ofHours(hours), NEARLY);
            Files.writeString(time, "+0");
            Evening.lasts(TO_BE_SEEN);
            assertThat(ahead()).as("right again").isCloseTo(Duration.ZERO, NEARLY);
            Recovery.of(wrong, world, Duration.ofSeconds(10));
            evening.remark(new Oracle(world)
                            .number("SELECT count(*) FROM samklima.received WHERE subject = '" + evening.round()
                                    + "' AND abs(extract(epoch FROM received_at - now())) > 3600")
                    + " letters keep the wrong time");
        });
    }
}
