package org.samklima.checks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts would rather not do than do wrong. */
class RefusalDrill {

    private static final String PIECE = "0000000900000000000000FF";

    /** From here on PostgreSQL ends instead of taking it for the end of the log. */
    private static final int GIVES_UP = 126;

    @TempDir
    Path folder;

    private Path backups;
    private Scripts scripts;

    @BeforeEach
    void prepare() throws Exception {
        backups = Files.createDirectory(folder.resolve("backups"));
        scripts = new Scripts(backups);
    }

    @Test
    void a_directory_that_is_not_empty_is_left_alone() throws Exception {
        var occupied = Files.createDirectory(folder.resolve("occupied"));
        var there = Files.writeString(occupied.resolve("PG_VERSION"), "18");

        assertThat(scripts.exitOf("restore.sh", backups.toString(), occupied.toString(), "latest"))
                .isNotZero();
        assertThat(there).hasContent("18");
    }

    @Test
    void there_is_no_backup_from_before_there_were_backups_and_the_server_keeps_what_it_has() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        var there = Files.writeString(data.resolve("PG_VERSION"), "18");

        assertThat(scripts.exitOf(
                        "restore-in-place.sh", data.toString(), backups.toString(), "2001-01-01 00:00:00+00"))
                .isNotZero();
        assertThat(there).hasContent("18");
    }

    @Test
    void a_kept_piece_of_the_log_is_never_overwritten() throws Exception {
        var piece = Files.writeString(folder.resolve("piece"), "one");
        var other = Files.writeString(folder.resolve("other"), "another");

        assertThat(archive(piece)).isZero();
        assertThat(archive(piece)).as("the same piece again is well").isZero();
        assertThat(archive(other)).isNotZero();
        assertThat(fetch()).isZero();
        assertThat(folder.resolve("fetched")).hasContent("one");
    }

    @Test
    void a_damaged_piece_is_not_taken_for_the_end_of_the_log() throws Exception {
        assertThat(fetch()).as("there is none").isOne();
        archive(Files.writeString(folder.resolve("piece"), "much of it ".repeat(10_000)));
        var kept = backups.resolve("wal").resolve(PIECE + ".gz");
        try (var file = Files.newByteChannel(kept, StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 2);
        }

        assertThat(fetch()).isGreaterThanOrEqualTo(GIVES_UP);
    }

    private int archive(Path piece) throws Exception {
        return scripts.exitOf("archive-wal.sh", piece.toString(), PIECE, backups.toString());
    }

    private int fetch() throws Exception {
        return scripts.exitOf(
                "restore-wal.sh", PIECE, folder.resolve("fetched").toString(), backups.toString());
    }
}
