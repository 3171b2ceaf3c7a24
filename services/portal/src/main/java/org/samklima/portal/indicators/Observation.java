package org.samklima.portal.indicators;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator's figure for a year.
 *
 * @param subject tenant id of whom it is about
 * @param sector code of a sector of the indicator's list; null for the whole, which is an observation of its own and no sum
 * @param explanation a comment on a value; why there is none stands in {@link Figure.Noted}
 * @param enteredBy who entered or imported it; null for the platform itself
 */
public record Observation(
        UUID subject,
        String indicator,
        @Nullable String sector,
        int year,
        Figure figure,
        @Nullable String explanation,
        Origin origin,
        Source source,
        @Nullable UUID enteredBy,
        Instant enteredAt) {

    /** The first year of which anything is kept. */
    public static final int FIRST_YEAR = 1900;
}
