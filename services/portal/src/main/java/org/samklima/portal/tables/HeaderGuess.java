package org.samklima.portal.tables;

import java.util.List;

/**
 * Finds the headings under what official statistics like to put above them: a title, a date, a unit, an empty line. The
 * first row nearly as full as most in which every cell reads like a heading is it.
 */
final class HeaderGuess {

    private static final int LONGEST_HEADING = 200;
    private static final double NEARLY = 0.8;

    private HeaderGuess() {}

    static Header of(List<TableRow> opening) {
        int usual = usualFill(opening);
        for (var row : opening) {
            if (row.filled() >= NEARLY * usual && readsLikeHeadings(row) && hasWords(row)) {
                return new Header(row.number(), rowsOf(opening, row));
            }
        }
        return Header.NONE;
    }

    /** The upper quartile: neither many lines above a short table nor a few overlong rows move it. */
    private static int usualFill(List<TableRow> opening) {
        var filled = opening.stream().mapToInt(TableRow::filled).sorted().toArray();
        return filled[(filled.length - 1) * 3 / 4];
    }

    /** Two where the same heading stands over several columns and the row right above tells them apart. */
    static int rowsOf(List<TableRow> opening, TableRow heading) {
        if (Header.repeated(Header.headings(heading)).isEmpty()) {
            return 1;
        }
        return opening.stream()
                        .filter(row -> row.number() == heading.number() - 1)
                        .anyMatch(row -> row.filled() > 1 && readsLikeHeadings(row))
                ? 2
                : 1;
    }

    private static boolean readsLikeHeadings(TableRow row) {
        return row.cells().stream().allMatch(cell -> cell.isBlank() || isWords(cell) || isYear(cell));
    }

    private static boolean hasWords(TableRow row) {
        return row.cells().stream().anyMatch(cell -> !cell.isBlank() && isWords(cell));
    }

    private static boolean isWords(Cell cell) {
        return cell instanceof Cell.Text(String text)
                && text.length() <= LONGEST_HEADING
                && NumberReading.of(cell, NumberStyle.DECIMAL_COMMA) instanceof NumberReading.Rejected rejected
                && rejected.reason() == NumberReading.Reason.NOT_A_NUMBER;
    }

    private static boolean isYear(Cell cell) {
        return cell.text().matches("(19|20)\\d\\d");
    }
}
