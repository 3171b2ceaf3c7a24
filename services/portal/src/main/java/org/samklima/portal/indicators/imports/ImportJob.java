package org.samklima.portal.indicators.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of official statistics on its way in: uploaded, tried as often as wanted, then imported once.
 *
 * @param dryRun whether what is going on, or went on last, was only a try
 * @param progress how much of {@code total} is done
 * @param report of the last try or import
 */
record ImportJob(
        UUID id,
        State state,
        boolean dryRun,
        String fileName,
        ObservationMapping mapping,
        int progress,
        int total,
        @Nullable ImportReport report,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    enum State {
        UPLOADED,
        WAITING,
        RUNNING,
        /** A try found nothing wrong, or the import is done. */
        DONE,
        /** Something is wrong with the file, and nothing was imported. */
        REFUSED,
        /** Something is wrong with us, and nothing was imported. */
        FAILED
    }

    public boolean isUnderWay() {
        return state == State.WAITING || state == State.RUNNING;
    }

    public boolean isImported() {
        return state == State.DONE && !dryRun;
    }

    /** Whether its mapping may still be changed and tried. */
    public boolean isOpen() {
        return !isUnderWay() && !isImported();
    }

    /** In percent. */
    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, 100L * progress / total);
    }
}
