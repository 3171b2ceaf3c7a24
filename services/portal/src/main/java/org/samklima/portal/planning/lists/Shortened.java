package org.samklima.portal.planning.activityexchange;

/** What a file said, short enough for a sentence about it. */
final class Shortened {

    private static final int LENGTH = 80;

    private Shortened() {}

    static String of(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
