package org.samklima.checks.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** What it took, printed for docs/operations.md. */
final class Measured {

    private Measured() {}

    interface Step {
        void run() throws Exception;
    }

    static void time(String what, Step step) throws Exception {
        time(what, () -> {
            step.run();
            return null;
        });
    }

    static <T> T time(String what, Callable<T> step) throws Exception {
        var started = Instant.now();
        var result = step.call();
        System.out.printf(
                "%s: %.1f s%n", what, Duration.between(started, Instant.now()).toMillis() / 1e3);
        return result;
    }

    static void size(String what, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var sizes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .summaryStatistics();
            System.out.printf("%s: %d files, %.1f MB%n", what, sizes.getCount(), sizes.getSum() / 1e6);
        }
    }
}
