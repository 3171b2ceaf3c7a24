package org.samklima.portal.tables;

/** Spaces of every kind: {@link String#strip()} leaves those that do not break, which is what numbers are grouped with. */
final class Spaces {

    private Spaces() {}

    static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\uFEFF';
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
