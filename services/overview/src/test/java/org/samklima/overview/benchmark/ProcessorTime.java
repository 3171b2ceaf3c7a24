package org.samklima.overview.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processor time that the server and all of PostgreSQL have used so far, from {@code /proc}. */
record ProcessorTime(long server, long postmaster) {

    private static final int TICKS_A_SECOND = 100;

    private static final int PATIENCE_SECONDS = 2;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int USER_OF_ENDED_CHILDREN = 13;
    private static final int SYSTEM_OF_ENDED_CHILDREN = 14;

    /** In seconds. PostgreSQL's own count includes the sessions that have ended. */
    double seconds() {
        long[] database = stat(postmaster);
        long ticks = own(stat(server))
                + own(database)
                + database[USER_OF_ENDED_CHILDREN]
                + database[SYSTEM_OF_ENDED_CHILDREN];
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            ticks += processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .mapToLong(this::ofChild)
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return (double) ticks / TICKS_A_SECOND;
    }

    /** PostgreSQL's sessions and helpers of this moment. */
    Set<ProcessHandle> ofDatabase() {
        return ProcessHandle.of(postmaster).orElseThrow().children().collect(Collectors.toSet());
    }

    /**
     * A session's processor time is counted while it runs and after it is gone, not in the moment between. One that the
     * server has opened meanwhile does not end.
     */
    void awaitEndOfAllBut(Set<ProcessHandle> earlier) {
        var ends = ofDatabase().stream()
                .filter(process -> !earlier.contains(process))
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Zero for a process that is no child of PostgreSQL's first, or has just ended. */
    private long ofChild(Path process) {
        try {
            long[] stat = stat(Long.parseLong(process.getFileName().toString()));
            return stat[PARENT] == postmaster ? own(stat) : 0;
        } catch (UncheckedIOException ended) {
            return 0;
        }
    }

    private static long own(long[] stat) {
        return stat[USER] + stat[SYSTEM];
    }

    /** The fields of {@code /proc/<pid>/stat} after the name, which may contain anything. */
    private static long[] stat(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                    .map(String::strip)
                    .mapToLong(field -> field.matches("-?\\d{1,18}") ? Long.parseLong(field) : 0)
                    .toArray();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
