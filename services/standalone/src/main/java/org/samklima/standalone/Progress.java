package org.samklima.standalone;

import java.util.concurrent.Callable;

/** Says what is being done and how long it took. */
final class Progress {

    private final long began = System.nanoTime();

    /** Does it and says so; several may be under way at once. */
    <T> T step(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        say("… " + what);
        var result = work.call();
        say("✓ %s (%.1f s)".formatted(what, seconds(start)));
        return result;
    }

    void say(String line) {
        synchronized (System.out) {
            System.out.printf("%6.1f s  %s%n", seconds(began), line);
            System.out.flush();
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
