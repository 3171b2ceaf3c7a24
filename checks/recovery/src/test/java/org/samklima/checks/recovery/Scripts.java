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

    private final Path backups;

    Scripts(Path backups) {
        this.backups = backups;
    }

    String archiveCommand() {
        return FOLDER.resolve("archive-wal.sh") + " %p %f " + backups;
    }

    void baseBackup(Cluster cluster) throws IOException, InterruptedException {
        run(cluster, "base-backup.sh", cluster.data().toString(), backups.toString());
    }

    /** @param moment latest, or a time */
    void restore(Path data, String moment) throws IOException, InterruptedException {
        run(null, "restore.sh", backups.toString(), data.toString(), moment);
    }

    void prune(int keep) throws IOException, InterruptedException {
        run(null, "prune.sh", backups.toString(), String.valueOf(keep));
    }

    /** A line for each table of each database. */
    List<String> checksums(Cluster cluster) throws IOException, InterruptedException {
        return run(cluster, "table-checksums.sh").lines().toList();
    }

    /** How it ended, where it is expected to refuse. */
    int exitOf(String script, String... arguments) throws IOException, InterruptedException {
        return start(null, script, arguments).waitFor();
    }

    private String run(Cluster cluster, String script, String... arguments) throws IOException, InterruptedException {
        var process = start(cluster, script, arguments);
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(script).isTrue();
        assertThat(process.exitValue()).as("%s: %s", script, output).isZero();
        return output;
    }

    private static Process start(Cluster cluster, String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(FOLDER.resolve(script).toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (cluster != null) {
            builder.environment().put("PGHOST", "localhost");
            builder.environment().put("PGPORT", String.valueOf(cluster.port()));
            builder.environment().put("PGUSER", "postgres");
        }
        return builder.start();
    }
}
