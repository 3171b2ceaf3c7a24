package org.samklima.portal.planning.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The plan as somebody froze it, without its content.
 *
 * @param number counted from one, in the order of freezing
 * @param decidedBy the body that adopted it; null where it was frozen for the record only
 * @param link to the minutes
 */
record PlanVersion(
        int number,
        String name,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String link,
        String frozenBy,
        Instant frozenAt) {}
