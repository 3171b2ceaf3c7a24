package org.samklima.checks.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The scripts that an operator runs, run as an operator does. */
final class Scripts {

    private static final Path FOLDER =
            Path.of("../../docker/backup").toAbsolutePath().normalize();
    private static final int NOBODY_LISTENS = 1;

    private final Path backups;

    Scripts(Path backups) {
        this.backups = backups;
    }

    String archiveCommand() {
        return FOLDER.resolve("archive-wal.sh") + " %p %f " + backups;
    }

    void baseBackup(Cluster cluster) throws IOException, InterruptedException {
        run(cluster.port(), "base-backup.sh", cluster.data().toString(), backups.toString());
    }

    /** A copy, after which only so many stay. */
    void nightly(Cluster cluster, int keep) throws IOException, InterruptedException {
        run(
                cluster.port(),
                "nightly.sh",
                "now",
                cluster.data().toString(),
                backups.toString(),
                String.valueOf(keep));
    }

    /** @param moment latest, or a time */
    void restore(Path data, String moment) throws IOException, InterruptedException {
        run(NOBODY_LISTENS, "restore.sh", backups.toString(), data.toString(), moment);
    }

    /** In the place of a server that listened at the port. */
    void restoreInPlace(int port, Path data, String moment) throws IOException, InterruptedException {
        run(port, "restore-in-place.sh", data.toString(), backups.toString(), moment);
    }

    /** A line for each table of each database. */
    List<String> checksums(Cluster cluster) throws IOException, InterruptedException {
        return run(cluster.port(), "table-checksums.sh").lines().toList();
    }

    /** How it ended, where it is expected to refuse. */
    int exitOf(String script, String... arguments) throws IOException, InterruptedException {
        return exitOf(NOBODY_LISTENS, script, arguments);
    }

    int exitOf(int port, String script, String... arguments) throws IOException, InterruptedException {
        var process = start(port, script, arguments);
        process.getInputStream().transferTo(System.out);
        return process.waitFor();
    }

    private String run(int port, String script, String... arguments) throws IOException, InterruptedException {
        var process = start(port, script, arguments);
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(script).isTrue();
        assertThat(process.exitValue()).as("%s: %s", script, output).isZero();
        return output;
    }

    private static Process start(int port, String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(FOLDER.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGHOST", "localhost");
        builder.environment().put("PGPORT", String.valueOf(port));
        builder.environment().put("PGUSER", "postgres");
        return builder.start();
    }
}
