package org.samklima.portal.planning.lists;

/** What a file said, short enough for a sentence about it. */
public final class Shortened {

    private static final int LENGTH = 80;

    private Shortened() {}

    public static String of(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
    }
}
