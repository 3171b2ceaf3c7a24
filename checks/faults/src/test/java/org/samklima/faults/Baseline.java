package org.samklima.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The portal as it was at an earlier commit, built once and kept. */
final class Baseline {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final String COMMIT = System.getProperty("faults.upgrade-from");

    private Baseline() {}

    /** Its classes; beside them stands what they need. */
    static Path classes(Sweeper sweeper) throws IOException, InterruptedException {
        assumeTrue(knowsCommit(), "The history of the project does not reach back to " + COMMIT);
        var folder = World.PROGRAMS.resolve("portal-" + COMMIT);
        var classes = folder.resolve("services/portal/target/classes");
        if (!Files.exists(classes.resolveSibling("class-path"))) {
            Files.createDirectories(folder);
            run(sweeper, PROJECT, List.of("sh", "-c", "git archive " + COMMIT + " | tar -x -C '" + folder + "'"));
            run(sweeper, folder, build());
        }
        return classes;
    }

    private static List<String> build() {
        var command = new ArrayList<>(List.of(
                "sh",
                "./mvnw",
                "-q",
                "-ntp",
                "-Pstandalone",
                "-pl",
                "services/portal",
                "-am",
                "-Dmaven.repo.local=" + System.getProperty("faults.repository"),
                "package"));
        if (System.getProperty("faults.offline", "").endsWith("true")) {
            command.add("-o");
        }
        return command;
    }

    private static boolean knowsCommit() throws IOException, InterruptedException {
        return new ProcessBuilder("git", "cat-file", "-e", COMMIT + "^{commit}")
                        .directory(PROJECT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void run(Sweeper sweeper, Path folder, List<String> command)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("samklima-faults", ".log");
        var process = sweeper.start(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
        try {
            if (!process.waitFor(8, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(log));
            }
            Files.delete(log);
        } finally {
            process.destroyForcibly().waitFor();
            sweeper.ended(process);
        }
    }
}
