package org.samklima.portal.forms;

import java.util.regex.Pattern;

/** Codes of forms, sections, questions, options and sectors: short, stable, the same in every language. */
final class Codes {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private Codes() {}

    static String checked(String code) {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "A code has 1 to 60 of a-z, 0-9 and hyphen and does not begin with a hyphen");
        }
        return code;
    }
}
