package org.samklima.portal.planning.communication.schedule;

import org.jspecify.annotations.Nullable;

/**
 * A piece of what somebody typed.
 *
 * @param start where it begins in the text
 * @param end where it ends
 * @param moment of a {@link Kind#MOMENT}, with its year where one was typed with it
 * @param times of {@link Kind#TIMES}
 * @param number of a {@link Kind#YEAR} or a {@link Kind#NUMBER}
 * @param hasFigure whether there is a digit in it
 */
record Token(
        Kind kind,
        int start,
        int end,
        @Nullable Moment moment,
        @Nullable Times times,
        int number,
        boolean hasFigure) {

    enum Kind {
        MOMENT,
        TIMES,
        YEAR,
        NUMBER,
        ONGOING,
        AD_HOC,
        YEAR_WHEEL,
        /** Every year, each May. */
        EVERY,
        /** What begins: from, since. */
        FROM,
        /** What goes on: and onwards. */
        ONWARDS,
        /** Between the ends of a stretch: a dash, or until. */
        TO,
        /** Between the parts of a list: a slash, a comma, or and. */
        AND,
        /** Ends what belongs together: a semicolon, a new line. */
        END,
        /** Says nothing by itself: in, by, the. */
        FILLER,
        UNKNOWN
    }

    static Token of(Kind kind, int start, int end) {
        return new Token(kind, start, end, null, null, 0, false);
    }

    boolean is(Kind... any) {
        for (var one : any) {
            if (kind == one) {
                return true;
            }
        }
        return false;
    }
}
