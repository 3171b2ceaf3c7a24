package org.samklima.portal.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.samklima.portal.problem.Problem;

/** What an e-mail address looks like, and how two are told to be the same. */
public final class EmailAddress {

    private static final Pattern LOOK =
            Pattern.compile("[^@\\s<>\"',;]{1,64}@[^@\\s<>\"',;]{1,250}\\.[^@\\s<>\"',;]{2,}");

    private EmailAddress() {}

    /**
     * In lower case, without spaces around it.
     *
     * @throws Problem if this is none
     */
    public static String normalised(String text) {
        var trimmed = text.strip().toLowerCase(Locale.ROOT);
        if (!LOOK.matcher(trimmed).matches()) {
            throw Problem.invalid("people.email-invalid", text);
        }
        return trimmed;
    }
}
