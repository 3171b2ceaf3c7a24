package org.samklima.portal.planning.goals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision behind a goal, as far as it is known.
 *
 * @param by the body that decided, as a council
 * @param link to the minutes, http or https
 */
record GoalDecision(
        @Nullable String by,
        @Nullable LocalDate on,
        @Nullable String link) {

    public static final GoalDecision NONE = new GoalDecision(null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }
}
