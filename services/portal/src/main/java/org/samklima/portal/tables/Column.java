package org.samklima.portal.tables;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param index counted from 0
 * @param heading as the file has it, both rows of a heading of two joined with a space; empty where there is none
 */
public record Column(int index, String heading) {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

    /** What to show for it: the heading, or the letter where there is none. */
    public String label() {
        return heading.isEmpty() ? letter() : heading;
    }

    /** As spreadsheets name it: A to Z, AA and so on. */
    public String letter() {
        return letter(index);
    }

    /** Refers to this column in a {@link ColumnMapping} whatever the headings are, as in {@code #5} for the fifth. */
    public String reference() {
        return "#" + (index + 1);
    }

    /** The year that the heading names, if it names exactly one: 2025 in {@code population_2025}. */
    public OptionalInt year() {
        var years = YEAR.matcher(heading);
        if (!years.find()) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(years.group());
        return years.find() ? OptionalInt.empty() : OptionalInt.of(year);
    }

    static String letter(int index) {
        var letters = new StringBuilder();
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
