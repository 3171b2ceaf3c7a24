package org.samklima.portal.tables;

/**
 * Keeps spreadsheet programs from running what people wrote. A text that begins like a formula leaves with an apostrophe
 * before it and loses it again on its way in, so that what we export we import unchanged.
 */
final class TextCells {

    /** Also the wide forms, which some programs take for the narrow ones. */
    private static final String RUNS_AS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private TextCells() {}

    static String escape(String text) {
        return isDangerous(text, 0) ? "'" + text : text;
    }

    static String unescape(String text) {
        return text.startsWith("'") && isDangerous(text, 1) ? text.substring(1) : text;
    }

    /** True for a formula's beginning, also behind apostrophes, or an escaped text would not come back as it was. */
    private static boolean isDangerous(String text, int from) {
        int first = from;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && RUNS_AS_FORMULA.indexOf(text.charAt(first)) >= 0;
    }
}
