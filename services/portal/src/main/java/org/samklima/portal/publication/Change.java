package org.samklima.portal.publication;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that differs between two versions of an edition.
 *
 * @param key of its text, after {@code publication.change.}
 * @param arguments of the text: names as text, {@link org.samklima.published.Texts}, {@link Figure}s and whole numbers
 */
record Change(String key, List<Object> arguments) {

    Change {
        arguments = List.copyOf(arguments);
    }

    static Change of(String key, Object... arguments) {
        return new Change(key, Arrays.asList(arguments));
    }

    /** A figure to be written in the reader's language: a number with its decimals, a share, or that there is none. */
    record Figure(java.math.@Nullable BigDecimal value, Style style, int decimals) {

        enum Style {
            NUMBER,
            PERCENT
        }
    }
}
