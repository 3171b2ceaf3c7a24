package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** All members report to one round, one more of them every moment, while something else may happen. */
final class Crowd {

    private static final int AT_A_TIME = 8;
    private static final Duration BETWEEN_ARRIVALS = Duration.ofMillis(400);
    private static final Duration A_WHILE = Duration.ofMinutes(3);

    private final World world;
    private final UUID round;
    private final Seen seen = new Seen();
    private final List<CompletableFuture<Reporter.Outcome>> reporting = new ArrayList<>();
    private final Semaphore turn = new Semaphore(AT_A_TIME);
    private final CountDownLatch some = new CountDownLatch(World.MEMBERS / 4);

    private Crowd(World world, UUID round) {
        this.world = world;
        this.round = round;
    }

    /** Each member turns to the next portal of these when one does not answer. */
    static Crowd at(World world, UUID round, List<URI> portals) {
        var crowd = new Crowd(world, round);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int number = 0; number < World.MEMBERS; number++) {
            int member = number;
            IntFunction<URI> turns = tries -> portals.get((member + tries) % portals.size());
            crowd.reporting.add(CompletableFuture.supplyAsync(() -> crowd.report(member, turns), threads));
        }
        return crowd;
    }

    private Reporter.Outcome report(int member, IntFunction<URI> portals) {
        LockSupport.parkNanos(BETWEEN_ARRIVALS.multipliedBy(member).toNanos());
        turn.acquireUninterruptibly();
        try {
            var outcome = new Reporter(world.coordinator(member), World.slug(member), portals, seen).report(round);
            some.countDown();
            return outcome;
        } finally {
            turn.release();
        }
    }

    /** Returns when a quarter of them are done and the others are in the middle of it. */
    Crowd awaitSome() throws InterruptedException {
        assertThat(some.await(A_WHILE.toSeconds(), TimeUnit.SECONDS))
                .as("a quarter of the members have reported: " + seen.summary())
                .isTrue();
        return this;
    }

    /** Returns when all are done; fails if one of them could not be. */
    List<Reporter.Outcome> awaitAll() {
        return reporting.stream().map(CompletableFuture::join).collect(Collectors.toList());
    }

    boolean isDone() {
        return reporting.stream().allMatch(CompletableFuture::isDone);
    }

    Seen seen() {
        return seen;
    }
}
