package org.samklima.portal.forms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers a question takes.
 *
 * @param min the smallest, if there is one
 * @param max the largest, if there is one
 * @param decimals how many an answer may have, 0 to 6
 */
public record Range(@Nullable BigDecimal min, @Nullable BigDecimal max, int decimals) {

    public static final int MOST_DECIMALS = 6;

    public Range {
        min = Decimals.normalOrNone(min);
        max = Decimals.normalOrNone(max);
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("A question takes 0 to " + MOST_DECIMALS + " decimals");
        }
    }

    boolean isEmpty() {
        return min != null && max != null && min.compareTo(max) > 0;
    }
}
