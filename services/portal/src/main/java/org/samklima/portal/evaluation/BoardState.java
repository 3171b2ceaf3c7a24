package org.samklima.portal.evaluation;

/** How far a member has come in a round, as far as the association can see. */
enum BoardState {
    NOT_STARTED,
    STARTED,
    SUBMITTED,
    RETURNED,
    ACCEPTED;

    /** Whether the round still waits for the member. */
    boolean isAwaited() {
        return switch (this) {
            case NOT_STARTED, STARTED, RETURNED -> true;
            case SUBMITTED, ACCEPTED -> false;
        };
    }
}
