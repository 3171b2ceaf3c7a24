package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What people and programs send, in one shape each. */
final class Cleaned {

    private Cleaned() {}

    /** On one line; blank where there is none. */
    static String line(@Nullable String text) {
        return text(text).replaceAll("\\s+", " ");
    }

    /** With its lines; without what the database cannot hold. */
    static String text(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\0", "")
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .strip();
    }

    /** 100, not 1E+2 nor 100.00. */
    static @Nullable BigDecimal number(@Nullable BigDecimal number) {
        if (number == null || Math.abs((long) number.scale()) > 30 || number.precision() > 60) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether an amount is one that somebody can mean; a number like 1e999999999 is short to write and fills the memory. */
    static boolean isPlausible(BigDecimal number, BigDecimal most) {
        return number.precision() - (long) number.scale() <= most.precision() + 1
                && number.scale() <= 10
                && number.abs().compareTo(most) <= 0;
    }
}
