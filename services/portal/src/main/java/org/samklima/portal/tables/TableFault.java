package org.samklima.portal.tables;

import java.util.Locale;

/** Why a file as a whole cannot be read. Its message says what is wrong and what to do about it. */
public enum TableFault {
    /** Argument: the permitted size in megabytes. */
    TOO_LARGE,
    EMPTY,
    /** There is a heading and nothing under it. */
    NO_ROWS,
    OLD_XLS,
    PASSWORD_PROTECTED,
    BINARY_XLSB,
    OPEN_DOCUMENT,
    PDF,
    /** A web page that calls itself a spreadsheet, or XML of another kind. */
    WEB_PAGE,
    /** A zip file that is no workbook. */
    NOT_A_WORKBOOK,
    BROKEN_WORKBOOK,
    /** It would unpack to more than we are ready to read. */
    ZIP_BOMB,
    NOT_TEXT,
    /** Argument: the line with the first NUL byte. */
    NUL_BYTES,
    /** Arguments: the line of the first byte that does not fit, the encoding it was read as. */
    WRONG_ENCODING,
    /** Argument: the line where the quotation begins. */
    UNCLOSED_QUOTE,
    /** Argument: the permitted number of rows. */
    TOO_MANY_ROWS,
    /** Arguments: the row, the permitted number of columns. */
    TOO_MANY_COLUMNS,
    /** Arguments: the row, the column's letter, the permitted number of characters. */
    CELL_TOO_LONG,
    /** Arguments: the sheet asked for, the sheets there are. */
    NO_SUCH_SHEET,
    /** Argument: the row that was chosen as heading. */
    NO_SUCH_HEADER_ROW,
    /** Arguments: the column asked for, the columns there are. */
    NO_SUCH_COLUMN,
    /** Argument: the heading that several columns share. */
    AMBIGUOUS_COLUMN;

    /** The message's key, as in {@code tables.fault.too-large}. */
    public String messageKey() {
        return "tables.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
