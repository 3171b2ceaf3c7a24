package org.samklima.portal.indicators;

import java.util.regex.Pattern;
import org.samklima.portal.tables.Spelling;

/** How indicators, sectors and sector lists are called in addresses, files and forms: the same everywhere, for ever. */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /** A list's code is the shortest. */
    private static final int LONGEST = 40;

    private Codes() {}

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The code that a name suggests; empty where none of its letters can be one. */
    public static String of(String name) {
        var code = Spelling.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return code.substring(0, Math.min(LONGEST, code.length()));
    }

    /** @throws IllegalArgumentException if it is none */
    static String checked(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("Not a code: '" + code + "'");
        }
        return code;
    }
}
