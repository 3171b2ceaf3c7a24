package org.samklima.published;

/** Which way an indicator should go; decides which end of a ranking is first. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    /** Neither end is better: such an indicator is not ranked. */
    NEUTRAL
}
