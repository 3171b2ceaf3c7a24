package org.samklima.portal.planning.goals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.fields.FieldTree;

/**
 * Which goals a reader wants to see.
 *
 * @param field id of a field of action; with those below it
 * @param archived whether those that were put away, or else those that are pursued
 */
record GoalFilter(
        @Nullable UUID field,
        GoalStanding.@Nullable State state,
        @Nullable Boolean archived) {

    public boolean isArchive() {
        return Boolean.TRUE.equals(archived);
    }

    /** Whether it is among those of the archive or the field; in whichever state. */
    boolean takes(Goal goal, FieldTree fields) {
        return goal.isArchived() == isArchive()
                && (field == null
                        || goal.terms().field() != null
                                && fields.within(field).contains(goal.terms().field()));
    }

    boolean takes(GoalStanding standing) {
        return state == null || standing.state() == state;
    }
}
