package org.samklima.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** What has been started, to be stopped in the reverse order. */
final class Running {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private boolean stopping;

    /** @throws CannotStart if everything is being stopped already; the part is closed then */
    synchronized <T extends AutoCloseable> T add(T part) throws Exception {
        if (stopping) {
            part.close();
            throw new CannotStart("Stopped while starting.");
        }
        parts.push(part);
        return part;
    }

    /** A child that ends by itself ends everything. */
    Child addChild(Child child) throws Exception {
        add(child);
        child.onEnd().thenAccept(this::ended);
        return child;
    }

    private void ended(Child child) {
        fail(new CannotStart(child.howItEnded()));
    }

    /** Ends everything for this reason. The first one counts; what fails because everything is being stopped does not. */
    synchronized void fail(Throwable reason) {
        if (!stopping) {
            end.completeExceptionally(reason);
        }
    }

    synchronized boolean hasChildren() {
        return parts.stream().anyMatch(Child.class::isInstance);
    }

    /** Does not return; fails with the reason when a part ended by itself. */
    void awaitEnd() {
        end.join();
    }

    /** Stops everything, the last started first. May be called again. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        for (var part = next(); part != null; part = next()) {
            try {
                part.close();
            } catch (Exception failure) {
                System.err.println("Not stopped cleanly: " + failure.getMessage());
            }
        }
    }

    private synchronized AutoCloseable next() {
        return parts.poll();
    }
}
