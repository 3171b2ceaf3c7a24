package org.samklima.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that run at the moment, remembered on disk: a launcher that is killed cannot stop them, so the next one does.
 * A process id alone may belong to somebody else by then; together with the moment it began it does not.
 */
final class Leftovers {

    /** Systems count a process's beginning from their own, which is itself corrected now and then. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(3);

    private static final Duration TO_END = Duration.ofSeconds(15);

    private final Path file;

    Leftovers(Path file) {
        this.file = file;
    }

    synchronized void remember(ProcessHandle process) throws IOException {
        var all = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, all + line(process) + "\n");
    }

    synchronized void forget(ProcessHandle process) throws IOException {
        var others = lines().stream()
                .filter(line -> !line.startsWith(process.pid() + " "))
                .toList();
        Files.write(file, others);
    }

    /**
     * Ends what an earlier run left behind, the last started first.
     *
     * @return how many there were
     */
    synchronized int end() throws IOException, InterruptedException {
        var alive = lines().reversed().stream().flatMap(Leftovers::alive).toList();
        for (var process : alive) {
            end(process);
        }
        Files.deleteIfExists(file);
        return alive.size();
    }

    private static void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(TO_END.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<ProcessHandle> alive(String line) {
        var parts = line.split(" ");
        var began = Instant.parse(parts[1]);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> began(process)
                        .filter(moment -> Duration.between(began, moment).abs().compareTo(SAME_MOMENT) < 0)
                        .isPresent())
                .stream();
    }

    private static String line(ProcessHandle process) {
        return process.pid() + " " + began(process).orElse(Instant.EPOCH);
    }

    private static Optional<Instant> began(ProcessHandle process) {
        return process.info().startInstant();
    }

    private List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
