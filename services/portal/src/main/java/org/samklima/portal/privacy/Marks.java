package org.samklima.portal.privacy;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what a person can be recognised in rows.
 *
 * @param id of their account; null for somebody who is known by name alone
 * @param email null where it is not known
 */
record Marks(@Nullable UUID id, String name, @Nullable String email) {

    /** A regular expression of PostgreSQL for the name, as a whole word and not as a part of a longer name. */
    String namePattern() {
        return "(?<![[:alnum:]_])" + quoted(name) + "(?![[:alnum:]_])";
    }

    /** The same for the address; matches nothing where there is none. */
    String emailPattern() {
        return email == null ? "a^" : quoted(email);
    }

    static String quoted(String text) {
        return text.codePoints()
                .mapToObj(sign -> Character.isLetterOrDigit(sign) || sign == '_' || Character.isWhitespace(sign)
                        ? Character.toString(sign)
                        : "\\" + Character.toString(sign))
                .collect(Collectors.joining());
    }
}
