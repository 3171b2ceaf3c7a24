package org.samklima.portal.planning.goals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day by which something is to be done.
 *
 * @param reachedOn the day on which it was; null while it was not
 */
record Milestone(LocalDate dueOn, @Nullable LocalDate reachedOn) {}
