package org.samklima.checks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.samklima.schema.DatabaseRoles;

/** A night that nobody wants, from beginning to end: docs/operations.md says what to do in one. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class RecoveryDrill {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    @Test
    void what_was_destroyed_comes_back_whole_and_what_was_spoilt_comes_back_as_it_was_before() throws Exception {
        var backups = Files.createDirectory(folder.resolve("backups"));
        var scripts = new Scripts(backups);
        var cluster = Cluster.start(folder.resolve("data"), scripts);
        timed("filled", () -> Network.fill(cluster));
        System.out.printf("cluster: %d MB%n", megabytes(cluster.data().resolve("base")));

        // A backup of a server that people work on.
        var number = new AtomicInteger();
        var working = new AtomicBoolean(true);
        var worker = Thread.ofPlatform().start(() -> {
            while (working.get()) {
                work(cluster, number.incrementAndGet());
            }
        });
        timed("base backup under load", () -> scripts.baseBackup(cluster));
        working.set(false);
        worker.join();
        assertThat(number.get()).as("work done during the backup").isPositive();
        System.out.printf("backup: %d MB%n", megabytes(backups.resolve("base")));

        // The evening before, and what should never have happened the night after.
        for (int i = 0; i < 50; i++) {
            work(cluster, number.incrementAndGet());
        }
        var before = scripts.checksums(cluster);
        var lastBefore = number.get();
        var moment = cluster.ask("postgres", "SELECT clock_timestamp()");
        Thread.sleep(1100);
        cluster.run(DatabaseRoles.DATABASE, "DELETE FROM samklima.activity WHERE tenant_id = md5('t7')::uuid");
        cluster.run("keycloak", "DELETE FROM user_entity WHERE email = '7@example.org'");
        for (int i = 0; i < 50; i++) {
            work(cluster, number.incrementAndGet());
        }
        var after = scripts.checksums(cluster);
        assertThat(after).isNotEqualTo(before).hasSizeGreaterThan(40);
        waitUntilArchived(cluster);
        cluster.destroy();

        // The machine is lost: everything comes back.
        var whole = folder.resolve("whole");
        var restored = restored(scripts, whole, "latest");
        assertThat(scripts.checksums(restored)).isEqualTo(after);
        assertThat(Network.newestWork(restored)).isEqualTo(number.get());
        work(restored, number.incrementAndGet());
        waitUntilArchived(restored);
        restored.destroy();

        // Somebody deleted too much: everything comes back as it was a moment before.
        var earlier = restored(scripts, folder.resolve("earlier"), moment);
        assertThat(scripts.checksums(earlier)).isEqualTo(before);
        assertThat(Network.newestWork(earlier)).isEqualTo(lastBefore);
        assertThat(earlier.ask(
                        DatabaseRoles.DATABASE,
                        "SELECT count(*) FROM samklima.activity WHERE tenant_id = md5('t7')::uuid"))
                .isEqualTo("200");
        work(earlier, number.incrementAndGet());

        // The next backup makes the first one dispensable, with its part of the log.
        scripts.baseBackup(earlier);
        var pieces = pieces(backups);
        scripts.prune(1);
        assertThat(pieces(backups)).isLessThan(pieces);
        var now = scripts.checksums(earlier);
        waitUntilArchived(earlier);
        earlier.destroy();
        var last = restored(scripts, folder.resolve("last"), "latest");
        assertThat(scripts.checksums(last)).isEqualTo(now);
        last.stop();

        refusals(scripts, backups);
    }

    private void refusals(Scripts scripts, Path backups) throws IOException, InterruptedException {
        var occupied = Files.createDirectory(folder.resolve("occupied"));
        Files.writeString(occupied.resolve("PG_VERSION"), "18");
        assertThat(scripts.exitOf("restore.sh", backups.toString(), occupied.toString(), "latest"))
                .as("a directory that is not empty is left alone")
                .isNotZero();
        assertThat(scripts.exitOf(
                        "restore.sh", backups.toString(), folder.resolve("none").toString(), "2001-01-01 00:00:00+00"))
                .as("there is no backup from before there were backups")
                .isNotZero();
        var piece = Files.writeString(folder.resolve("piece"), "one");
        var other = Files.writeString(folder.resolve("other"), "another");
        var name = "0000000900000000000000FF";
        assertThat(scripts.exitOf("archive-wal.sh", piece.toString(), name, backups.toString()))
                .isZero();
        assertThat(scripts.exitOf("archive-wal.sh", piece.toString(), name, backups.toString()))
                .as("the same piece again is well")
                .isZero();
        assertThat(scripts.exitOf("archive-wal.sh", other.toString(), name, backups.toString()))
                .as("a kept piece of the log is never overwritten")
                .isNotZero();
    }

    private static Cluster restored(Scripts scripts, Path data, String moment) throws Exception {
        timed("restored files, " + moment, () -> scripts.restore(data, moment));
        var started = Instant.now();
        var cluster = Cluster.start(data, scripts);
        while (cluster.ask("postgres", "SELECT pg_is_in_recovery()").equals("t")) {
            assertThat(started.plus(Duration.ofMinutes(2))).isAfter(Instant.now());
            Thread.sleep(50);
        }
        System.out.printf("read the log: %.1f s%n", since(started));
        return cluster;
    }

    /** Ends the piece of the log that is being written, as a timeout does, and waits until it is kept. */
    private static void waitUntilArchived(Cluster cluster) throws Exception {
        var piece = cluster.ask("postgres", "SELECT pg_walfile_name(pg_switch_wal())");
        var patience = Instant.now().plusSeconds(30);
        while (cluster.ask(
                        "postgres",
                        "SELECT coalesce(last_archived_wal >= '" + piece + "', false) FROM pg_stat_archiver")
                .equals("f")) {
            assertThat(patience).isAfter(Instant.now());
            Thread.sleep(50);
        }
    }

    private static void work(Cluster cluster, int number) {
        try {
            Network.work(cluster, number);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void timed(String what, Step step) throws Exception {
        var started = Instant.now();
        step.run();
        System.out.printf("%s: %.1f s%n", what, since(started));
    }

    private static double since(Instant started) {
        return Duration.between(started, Instant.now()).toMillis() / 1e3;
    }

    private static long megabytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1_000_000;
        }
    }

    private static long pieces(Path backups) throws IOException {
        try (var files = Files.list(backups.resolve("wal"))) {
            return files.count();
        }
    }
}
