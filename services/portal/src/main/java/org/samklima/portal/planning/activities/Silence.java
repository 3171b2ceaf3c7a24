package org.samklima.portal.planning.activities;

import java.time.LocalDate;

/**
 * When an activity that is under way counts as quiet: when nothing was heard of it for {@value #MONTHS} months. It was last
 * heard of on the newest day in its log; without a log when it began or was entered, whichever was later, so that what has only
 * just begun or was only just read in is not called quiet.
 */
public final class Silence {

    static final int MONTHS = 6;

    /** The day on which {@code activity a} was last heard of, as SQL that asks for {@code :zone}, where the tenant is. */
    static final String HEARD_OF =
            "coalesce(a.last_logged_on, greatest(a.starts_on, (a.created_at AT TIME ZONE :zone)::date))";

    /** Whether {@code activity a} is quiet, as SQL that asks for {@code :zone} and {@code :today}. */
    public static final String QUIET =
            "a.status = 'ONGOING' AND (" + HEARD_OF + " + interval '" + MONTHS + " months')::date <= :today";

    private Silence() {}

    /** Since when what was last heard of on that day is quiet. */
    static LocalDate since(LocalDate heardOf) {
        return heardOf.plusMonths(MONTHS);
    }
}
