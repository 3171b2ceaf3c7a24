package org.samklima.portal.forms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of forms and answers: exact, in one shape each, so that 2, 2.0 and 2e0 are equal and written alike. */
final class Decimals {

    /** Far beyond any figure of a report, and small enough that no arithmetic on it can exhaust the machine. */
    private static final int MOST_DIGITS = 40;

    private Decimals() {}

    static BigDecimal normal(BigDecimal number) {
        if (!isReasonable(number)) {
            throw new IllegalArgumentException(
                    "A number has at most " + MOST_DIGITS + " digits on each side of its point");
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static @Nullable BigDecimal normalOrNone(@Nullable BigDecimal number) {
        return number == null ? null : normal(number);
    }

    /** False for numbers like 1e999999999, which are short to write and fill the memory when written out. */
    static boolean isReasonable(BigDecimal number) {
        return number.precision() <= 2 * MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}
