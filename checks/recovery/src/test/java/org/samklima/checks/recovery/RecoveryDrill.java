package org.samklima.checks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.samklima.schema.DatabaseRoles;

/** A night that nobody wants, from beginning to end: docs/operations.md says what to do in one. */
class RecoveryDrill {

    private static final String OLD = "an-old-password-of-hers";
    private static final String NEW = "a-new-password-of-hers";

    /** Whose account is deleted in that night, who has nothing to do with it, and who changes her password in it. */
    private static final String DELETED = "1@example.org";

    private static final String UNTOUCHED = "2@example.org";
    private static final String CHANGED = "3@example.org";

    private static final int A_FEW = 20;

    @TempDir(cleanup = CleanupMode.ALWAYS)
    Path folder;

    private final AtomicInteger number = new AtomicInteger();
    private Path backups;
    private Scripts scripts;
    private Map<String, UUID> managers;

    @Test
    void what_was_destroyed_comes_back_whole_and_what_was_spoilt_comes_back_as_it_was_before() throws Exception {
        backups = Files.createDirectory(folder.resolve("backups"));
        scripts = new Scripts(backups);
        var cluster = Cluster.start(folder.resolve("data"), scripts);
        Network.prepare(cluster);
        var identity = keycloak(cluster);
        Measured.time("filled", () -> fill(cluster, identity));
        Measured.size("cluster", cluster.data().resolve("base"));

        Measured.time("base backup under load", () -> copyWhilePeopleWork(cluster, identity));
        Measured.size("backup", backups.resolve("base"));

        // The evening before, and what should never have happened the night after.
        workABit(cluster, identity);
        var before = scripts.checksums(cluster);
        var lastBefore = number.get();
        var moment = cluster.ask("postgres", "SELECT clock_timestamp()");
        Thread.sleep(1100);
        cluster.run(DatabaseRoles.DATABASE, "DELETE FROM samklima.activity WHERE tenant_id = md5('t7')::uuid");
        identity.delete(managers.get(DELETED));
        identity.password(managers.get(CHANGED), NEW);
        workABit(cluster, identity);
        identity.destroy();
        var after = scripts.checksums(cluster);
        assertThat(after).isNotEqualTo(before).hasSizeGreaterThan(130);
        System.out.printf("tables: %d%n", after.size());
        cluster.waitUntilArchived();
        Measured.size("log", backups.resolve("wal"));
        cluster.destroy();

        // The machine is lost: everything comes back.
        var data = folder.resolve("restored");
        Measured.time("restored files, latest", () -> scripts.restore(data, "latest"));
        var restored = Cluster.startAndRead(data, scripts);
        assertThat(scripts.checksums(restored)).isEqualTo(after);
        assertThat(Network.newestWork(restored)).isEqualTo(number.get());
        try (var again = keycloak(restored)) {
            signsIn(restored, again, UNTOUCHED, OLD);
            signsIn(restored, again, CHANGED, NEW);
            isRefused(again, CHANGED, OLD);
            isRefused(again, DELETED, OLD);
            workABit(restored, again);
        }
        restored.waitUntilArchived();

        // Somebody deleted too much, and the machine is well: everything comes back in its place as it was a moment before.
        assertThat(scripts.exitOf(
                        restored.port(), "restore-in-place.sh", data.toString(), backups.toString(), "latest"))
                .as("a server that runs is left alone")
                .isNotZero();
        restored.stop();
        Measured.time(
                "restored files, in place", () -> scripts.restoreInPlace(restored.port(), data, moment));
        var earlier = Cluster.startAndRead(data, scripts);
        assertThat(scripts.checksums(earlier)).isEqualTo(before);
        assertThat(Network.newestWork(earlier)).isEqualTo(lastBefore);
        assertThat(earlier.ask(
                        DatabaseRoles.DATABASE,
                        "SELECT count(*) FROM samklima.activity WHERE tenant_id = md5('t7')::uuid"))
                .isEqualTo("200");
        try (var again = keycloak(earlier)) {
            signsIn(earlier, again, DELETED, OLD);
            signsIn(earlier, again, CHANGED, OLD);
            isRefused(again, CHANGED, NEW);
            workABit(earlier, again);
        }

        // The next copy makes the first one dispensable, with its part of the log.
        var pieces = pieces();
        scripts.nightly(earlier, 1);
        assertThat(pieces()).isLessThan(pieces);
        assertThat(earlier.ask(
                        DatabaseRoles.DATABASE,
                        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = 'postgres'"))
                .as("what a portal reads the copy's age from")
                .matches("samklima backup \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        var now = scripts.checksums(earlier);
        earlier.waitUntilArchived();
        earlier.destroy();
        scripts.restore(folder.resolve("last"), "latest");
        var last = Cluster.startAndRead(folder.resolve("last"), scripts);
        assertThat(scripts.checksums(last)).isEqualTo(now);
        last.stop();
    }

    private Identity keycloak(Cluster cluster) throws Exception {
        var home = Files.createTempDirectory(folder, "keycloak");
        return Measured.time("Keycloak started", () -> Identity.start(cluster, home));
    }

    private void fill(Cluster cluster, Identity identity) throws Exception {
        managers = identity.accounts(Network.TENANTS);
        Network.fill(cluster, managers);
        for (var email : new String[] {DELETED, UNTOUCHED, CHANGED}) {
            identity.password(managers.get(email), OLD);
        }
    }

    /** A backup of a server that people work on. */
    private void copyWhilePeopleWork(Cluster cluster, Identity identity) throws Exception {
        var working = new AtomicBoolean(true);
        var worker = Thread.ofPlatform().start(() -> {
            while (working.get()) {
                work(cluster, identity);
            }
        });
        scripts.baseBackup(cluster);
        working.set(false);
        worker.join();
        assertThat(number.get()).as("work done during the backup").isPositive();
    }

    private void workABit(Cluster cluster, Identity identity) {
        for (int i = 0; i < A_FEW; i++) {
            work(cluster, identity);
        }
    }

    private void work(Cluster cluster, Identity identity) {
        try {
            Network.work(cluster, identity, number.incrementAndGet());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** And is the one whom the product's rows mean. */
    private void signsIn(Cluster cluster, Identity identity, String email, String password) throws Exception {
        assertThat(SignIn.as(identity, email, password)).as(email).contains(managers.get(email));
        assertThat(Network.places(cluster, managers.get(email))).isOne();
    }

    private static void isRefused(Identity identity, String email, String password) throws Exception {
        assertThat(SignIn.as(identity, email, password)).as(email).isEmpty();
    }

    private long pieces() throws Exception {
        try (var files = Files.list(backups.resolve("wal"))) {
            return files.count();
        }
    }
}
