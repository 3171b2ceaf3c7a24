package org.samklima.faults;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shell that outlives this JVM and puts away what it left: a JVM that is killed runs no shutdown hooks, and a portal that
 * stayed behind would answer in the next run as if it were one of its own.
 */
final class Sweeper implements AutoCloseable {

    /** It is told all that runs whenever that changes; when nobody can tell it any more, the last line holds. */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            while read -r line; do left=$line; done
            test "$left" = nothing && exit
            kill -CONT $left; kill -INT $left; sleep 5; kill -KILL $left
            umount -l "$1/disk"
            rm -rf "$1"
            """;

    private final Set<Process> running = new HashSet<>();
    private final Writer told;
    private boolean closed;

    /** @param home the folder that goes, too */
    Sweeper(Path home) throws IOException {
        told = new ProcessBuilder("sh", "-c", SCRIPT, "sweeper", home.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .outputWriter(StandardCharsets.UTF_8);
    }

    /** Nothing is started any more while everything ends. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IllegalStateException("Everything is being ended");
        }
        var process = builder.start();
        running.add(process);
        tell(pids());
        return process;
    }

    synchronized void ended(Process process) {
        running.remove(process);
        tell(pids());
    }

    /** Without those that ended by themselves: somebody else may have their numbers by now. */
    private String pids() {
        running.removeIf(process -> !process.isAlive());
        return running.stream().map(process -> String.valueOf(process.pid())).collect(Collectors.joining(" "));
    }

    /** Ends what still runs, at once. */
    @Override
    public synchronized void close() throws InterruptedException {
        closed = true;
        for (var process : List.copyOf(running)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Everything was put away. */
    void dismiss() {
        tell("nothing");
    }

    private void tell(String line) {
        try {
            told.write(line + "\n");
            told.flush();
        } catch (IOException gone) {
            throw new IllegalStateException("Nobody would put away what is left", gone);
        }
    }
}
