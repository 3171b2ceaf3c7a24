package org.samklima.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTests {

    private Path file;
    private Process process;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        file = folder.resolve("processes");
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void what_a_killed_run_left_running_is_ended_at_the_next_start() throws Exception {
        new Leftovers(file).remember(process.toHandle());

        assertThat(new Leftovers(file).end()).isEqualTo(1);

        assertThat(process.isAlive()).isFalse();
        assertThat(new Leftovers(file).end()).isZero();
    }

    @Test
    void what_was_stopped_properly_is_no_leftover() throws Exception {
        new Leftovers(file).remember(process.toHandle());
        new Leftovers(file).forget(process.toHandle());

        assertThat(new Leftovers(file).end()).isZero();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void a_stranger_who_has_the_number_by_now_is_left_alone() throws Exception {
        Files.writeString(file, process.pid() + " " + Instant.now().minusSeconds(3_600) + "\n");

        assertThat(new Leftovers(file).end()).isZero();
        assertThat(process.isAlive()).isTrue();
    }
}
