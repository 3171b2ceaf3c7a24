package org.samklima.portal.reporting;

/** How far a round has come. It never goes back, except that a withdrawn publication leaves it closed. */
public enum RoundState {
    /** Only the association sees it. */
    PLANNED,
    /** Members report. */
    OPEN,
    /** Over; only a member with an extension granted since may still hand in. */
    CLOSED,
    /** An edition of it is published. */
    PUBLISHED
}
