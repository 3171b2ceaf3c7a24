package org.samklima.portal.privacy;

import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        return "\\m" + quoted(name) + "\\M";
    }

    /** The same for the address; matches nothing where there is none. */
    String emailPattern() {
        return email == null ? "a^" : quoted(email);
    }

    /** What is written in a JSON document is written there with its own escapes; only names with quotes differ. */
    static String quoted(String text) {
        return Stream.of(text.split("")).map(Marks::literal).reduce("", String::concat);
    }

    private static String literal(String letter) {
        return Pattern.matches("[\\p{L}\\p{N}@_ ]", letter) ? letter : "\\" + letter;
    }
}
