package org.samklima.portal.planning.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an activity stands, as people say it. Late is none of these: it follows from the dates. */
public enum ActivityStatus {
    NOT_STARTED,
    ONGOING,
    COMPLETED,
    /** Put off by decision: its dates do not count until it goes on. */
    POSTPONED,
    CANCELLED;

    /** Whether work on it is still expected to happen as planned. */
    boolean isActive() {
        return this == NOT_STARTED || this == ONGOING;
    }

    /** Whether it is over, one way or the other. */
    boolean isOver() {
        return this == COMPLETED || this == CANCELLED;
    }

    /** What can be made of it; what is over has to be taken up again first. */
    public List<ActivityStatus> next() {
        return switch (this) {
            case NOT_STARTED -> List.of(ONGOING, COMPLETED, POSTPONED, CANCELLED);
            case ONGOING -> List.of(COMPLETED, POSTPONED, CANCELLED, NOT_STARTED);
            case POSTPONED -> List.of(ONGOING, COMPLETED, CANCELLED, NOT_STARTED);
            case COMPLETED -> List.of(ONGOING);
            case CANCELLED -> List.of(ONGOING, NOT_STARTED);
        };
    }

    /** Itself first, then what can be made of it: what a form offers. */
    List<ActivityStatus> orNext() {
        var all = new ArrayList<ActivityStatus>();
        all.add(this);
        all.addAll(next());
        return all;
    }

    /** The day that passed without what it was the last day for: the end, or the start of what has not begun. */
    public @Nullable LocalDate lateSince(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn, LocalDate today) {
        if (isActive() && endsOn != null && endsOn.isBefore(today)) {
            return endsOn;
        }
        return this == NOT_STARTED && startsOn != null && startsOn.isBefore(today) ? startsOn : null;
    }

    /** How the pages show it: see {@code shell/components :: badge}. */
    public String tone() {
        return switch (this) {
            case ONGOING -> "running";
            case COMPLETED -> "good";
            case POSTPONED -> "warning";
            case NOT_STARTED, CANCELLED -> "neutral";
        };
    }
}
