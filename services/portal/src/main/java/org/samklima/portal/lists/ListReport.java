package org.samklima.portal.lists;

import java.util.List;

/**
 * What importing a list does, or would do, row by row.
 *
 * @param lines in the file's order; of a row there may be several, if there is more than one thing to say about it
 * @param imported whether it was done
 */
public record ListReport(List<Line> lines, boolean imported) {

    /** What becomes of a row. */
    public enum Outcome {
        /** Will be there, and was not. */
        NEW,
        /** Is there, and will be otherwise. */
        CHANGED,
        /** Is there already, just so. */
        SAME,
        /** Cannot be; one is enough, and nothing is imported. */
        WRONG
    }

    /**
     * One row's fate, or one of the things to say about it.
     *
     * @param row its number in the file
     * @param what it is about, as far as that is known
     * @param messageKey why, or what else there is to know; empty where there is nothing to say
     */
    public record Line(int row, String what, Outcome outcome, String messageKey, List<String> arguments) {

        public static Line of(ListRow row, String what, Outcome outcome) {
            return new Line(row.number(), what, outcome, "", List.of());
        }

        public static Line of(ListRow row, String what, Outcome outcome, String messageKey, String... arguments) {
            return new Line(row.number(), what, outcome, messageKey, List.of(arguments));
        }
    }

    public ListReport {
        lines = List.copyOf(lines);
    }

    public static ListReport tried(List<Line> lines) {
        return new ListReport(lines, false);
    }

    /** The same, once it was done. */
    public ListReport done() {
        return new ListReport(lines, true);
    }

    /** How many rows have this outcome. */
    public long count(Outcome outcome) {
        return lines.stream()
                .filter(line -> line.outcome == outcome)
                .mapToInt(Line::row)
                .distinct()
                .count();
    }

    public boolean isWrong() {
        return count(Outcome.WRONG) > 0;
    }

    /** How many rows add or change something. */
    public long changes() {
        return count(Outcome.NEW) + count(Outcome.CHANGED);
    }

    /** Whether every row can be imported, and there is anything to do. */
    public boolean isImportable() {
        return !isWrong() && changes() > 0;
    }

    public List<Line> lines(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome == outcome).toList();
    }
}
