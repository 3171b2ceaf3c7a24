package org.samklima.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The copying itself is tried on a real server by the recovery drill; here, that a night without one does not stay unseen. */
@EnabledOnOs(OS.LINUX)
class NightlyBackupTests {

    @TempDir
    Path backups;

    @Test
    void without_a_copy_the_backup_is_not_healthy() throws Exception {
        assertThat(isHealthy()).isFalse();
    }

    @Test
    void a_copy_of_last_night_is_enough() throws Exception {
        copied(Duration.ofHours(25));

        assertThat(isHealthy()).isTrue();
    }

    @Test
    void a_night_that_was_missed_shows() throws Exception {
        copied(Duration.ofHours(27));

        assertThat(isHealthy()).isFalse();
    }

    @Test
    void a_copy_that_was_not_finished_does_not_count() throws Exception {
        Files.createDirectories(backups.resolve("base/20261125T010000Z"));

        assertThat(isHealthy()).isFalse();
    }

    private void copied(Duration ago) throws Exception {
        var folder = Files.createDirectories(backups.resolve("base/some"));
        var finished = Files.createFile(folder.resolve("finished"));
        Files.setLastModifiedTime(finished, FileTime.from(Instant.now().minus(ago)));
    }

    private boolean isHealthy() throws Exception {
        var asked = new ProcessBuilder("backup/nightly.sh", "healthy", backups.toString())
                .inheritIO()
                .start();
        assertThat(asked.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return asked.exitValue() == 0;
    }
}
