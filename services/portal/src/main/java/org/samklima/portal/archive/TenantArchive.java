package org.samklima.portal.archive;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An archive of a tenant, asked for or there.
 *
 * @param progress how many of {@code total} tables are written
 * @param size in bytes
 * @param rows written so far
 */
record TenantArchive(
        UUID id,
        State state,
        int progress,
        int total,
        long rows,
        long size,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt) {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    public boolean isUnderWay() {
        return state == State.WAITING || state == State.RUNNING;
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** When it has been kept long enough. */
    public Instant until(Period kept) {
        return requestedAt.atOffset(ZoneOffset.UTC).plus(kept).toInstant();
    }

    /** In percent. */
    public int percent() {
        return total == 0 ? 0 : 100 * progress / total;
    }

    /** In megabytes of a million bytes; never less than the tenth that can be shown. */
    public double megabytes() {
        return Math.max(0.1, size / 1e6);
    }
}
