package org.samklima.portal.tables;

/**
 * How a CSV file is written.
 *
 * @param decimals how decimals are written; {@link NumberStyle#UNDECIDED} counts as a point
 * @param byteOrderMark whether to begin with the mark by which spreadsheet programs tell UTF-8 from what else they expect
 */
public record CsvStyle(Delimiter delimiter, NumberStyle decimals, boolean byteOrderMark) {

    /** For programs, anywhere: RFC 4180. */
    public static final CsvStyle OPEN_DATA = new CsvStyle(Delimiter.COMMA, NumberStyle.DECIMAL_POINT, false);

    /** Opens with a double click in a spreadsheet program set to Swedish, Danish or German. */
    public static final CsvStyle SPREADSHEET = new CsvStyle(Delimiter.SEMICOLON, NumberStyle.DECIMAL_COMMA, true);
}
