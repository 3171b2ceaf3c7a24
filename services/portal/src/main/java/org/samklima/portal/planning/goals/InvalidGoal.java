package org.samklima.portal.planning.goals;

import org.samklima.portal.problem.Problem;

/** A goal that cannot be, and what about it: {@code goals.invalid.<what>} says so. */
final class InvalidGoal extends Problem {

    private final String field;

    /** @param field of {@link GoalInput} that has to be entered otherwise */
    InvalidGoal(String field, String what, Object... arguments) {
        super(Kind.INVALID, "goals.invalid." + what, arguments);
        this.field = field;
    }

    String field() {
        return field;
    }
}
