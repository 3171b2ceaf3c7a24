package org.samklima.portal.indicators;

import java.util.regex.Pattern;

/** How indicators, sectors and sector lists are called in addresses, files and forms: the same everywhere, for ever. */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private Codes() {}

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if it is none */
    static String checked(String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException("Not a code: '" + code + "'");
        }
        return code;
    }
}
