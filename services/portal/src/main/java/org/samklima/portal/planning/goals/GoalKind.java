package org.samklima.portal.planning.goals;

/** What a goal's target value means. */
enum GoalKind {
    /** The indicator's value. */
    ABSOLUTE,
    /** The change since the baseline year in percent, −50 for half. */
    RELATIVE,
    /** The distance from a baseline scenario in percent, −20 for a fifth below it. */
    SCENARIO,
    /** The indicator's value by that of another one of the same year, as per inhabitant. */
    INTENSITY,
    /** Something to be done by a day, in words. */
    MILESTONE;

    /** Whether it is measured in percent of something. */
    boolean isPercent() {
        return this == RELATIVE || this == SCENARIO;
    }
}
