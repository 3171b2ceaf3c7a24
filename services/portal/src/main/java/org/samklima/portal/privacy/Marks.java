package org.samklima.portal.privacy;

import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.people.TenantUser;
import org.samklima.portal.problem.Problem;

/**
 * By what a person can be recognised in rows.
 *
 * @param id of their account; null for somebody who is known by name alone
 * @param email null where it is not known
 */
record Marks(@Nullable UUID id, String name, @Nullable String email) {

    private static final int SHORTEST_NAME = 3;

    static Marks of(TenantUser user) {
        return new Marks(user.personId(), user.name(), user.email());
    }

    /** Of somebody who is known by these alone. @throws Problem if that is no name */
    static Marks named(String name, String email) {
        if (name.strip().length() < SHORTEST_NAME) {
            throw Problem.invalid("privacy.name-short");
        }
        return new Marks(null, name.strip(), email.isBlank() ? null : email.strip());
    }

    /** A regular expression of PostgreSQL for the name, as a whole word and not as a part of a longer name. */
    String namePattern() {
        return "(?<![[:alnum:]_])" + quoted(name) + "(?![[:alnum:]_])";
    }

    /** The same for the address, which is not a part of a longer one; matches nothing where there is none. */
    String emailPattern() {
        return email == null ? "a^" : "(?<![[:alnum:]_.+-])" + quoted(email) + "(?![[:alnum:]_-]|\\.[[:alnum:]])";
    }

    /** The same, also as a part of a longer address. */
    String emailSomewhere() {
        return email == null ? "a^" : quoted(email);
    }

    /** Whether JSON writes a sign of the name or the address in another way than it is. */
    boolean isWrittenOtherwiseInDocuments() {
        return (name + email).codePoints().anyMatch(sign -> sign < ' ' || sign == '"' || sign == '\\' || sign == '/');
    }

    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(sign -> Character.isLetterOrDigit(sign) || sign == '_' || Character.isWhitespace(sign)
                        ? Character.toString(sign)
                        : "\\" + Character.toString(sign))
                .collect(Collectors.joining());
    }
}
