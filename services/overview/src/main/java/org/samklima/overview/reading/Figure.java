package org.samklima.overview.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.samklima.published.NotationKey;
import org.samklima.published.Source;

/**
 * One member's figure for one year, with all that has to be said about it.
 *
 * @param value null for a gap
 * @param notation why there is no value, where the member says so
 * @param source where the value, or the notation key, comes from; null for a gap nobody explains
 * @param explanation in the words of whoever entered it
 * @param replaced the official value that the member corrected
 */
public record Figure(
        @Nullable BigDecimal value,
        @Nullable NotationKey notation,
        @Nullable Source source,
        @Nullable String explanation,
        @Nullable BigDecimal replaced) {

    /** Nothing was observed. */
    public static final Figure NONE = new Figure(null, null, null, null, null);

    /** Whether there is nothing to show: neither a value nor a reason for its absence. */
    public boolean isGap() {
        return value == null && notation == null;
    }

    /** Whether the member entered it itself; official figures can never be mistaken for these. */
    public boolean isMembersOwn() {
        return source != null && !source.official();
    }
}
