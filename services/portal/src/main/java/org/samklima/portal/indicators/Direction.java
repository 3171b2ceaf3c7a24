package org.samklima.portal.indicators;

/** Which way an indicator should go. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    /** Neither end is better, as with the number of inhabitants. */
    NEITHER
}
