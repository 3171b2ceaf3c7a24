package org.samklima.portal.planning.communication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done by a day, with what the plan says about it.
 *
 * @param entry the row of the plan that it follows from
 * @param occurrence which of the row's tasks it is; stays the same however often they are worked out
 * @param moved whether somebody gave it another day than the plan does
 * @param takenBy who took it; null while it is everybody's whom the plan names
 * @param doneBy name of who said that it is done; null while it is not
 * @param changedAt when the task or its row was last changed
 */
public record PlanTask(
        UUID id,
        UUID entry,
        EntryText text,
        String occurrence,
        LocalDate dueOn,
        boolean moved,
        @Nullable UUID takenBy,
        @Nullable LocalDate doneOn,
        @Nullable String doneBy,
        String note,
        int lockVersion,
        Instant changedAt) {

    /** Whom it reaches, and with what: "Farmers: what the plan means for them". */
    public String title() {
        return firstLine(text.stakeholder()) + (text.message().isEmpty() ? "" : ": " + firstLine(text.message()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    public boolean isDone() {
        return doneOn != null;
    }

    /** The day it is due counts in full. */
    public boolean isLate(LocalDate today) {
        return !isDone() && dueOn.isBefore(today);
    }
}
