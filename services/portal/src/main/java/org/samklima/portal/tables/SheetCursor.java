package org.samklima.portal.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook's sheet row by row. Of a formula only the value computed last is taken; what the formula says is never
 * looked at.
 */
final class SheetCursor implements RowCursor {

    private final Closeable workbook;
    private final Xml xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final TableLimits limits;
    private int number;
    private int rows;

    SheetCursor(Closeable workbook, Xml xml, SharedStrings strings, CellFormats formats, TableLimits limits) {
        this.workbook = workbook;
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.limits = limits;
    }

    @Override
    public @Nullable TableRow next() {
        while (xml.next() && !xml.atEnd("sheetData")) {
            if (xml.atStart("row")) {
                number = position(attribute("r"), number + 1);
                var row = new TableRow(number, cells());
                if (!row.isBlank()) {
                    if (++rows > limits.rows()) {
                        throw new UnreadableTable(TableFault.TOO_MANY_ROWS, limits.rows());
                    }
                    return row;
                }
            }
        }
        return null;
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (xml.next() && !xml.atEnd("row")) {
            if (xml.atStart("c")) {
                column = columnOf(attribute("r"), column + 1);
                var cell = cell(column);
                if (!cell.isBlank()) {
                    put(cells, column, cell);
                }
            }
        }
        return cells;
    }

    /** Styled but empty cells reach far to the right in many a sheet; only what holds something counts. */
    private void put(List<Cell> cells, int column, Cell cell) {
        if (column >= limits.columns()) {
            throw new UnreadableTable(TableFault.TOO_MANY_COLUMNS, number, limits.columns());
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    private Cell cell(int column) {
        var type = attribute("t");
        var style = attribute("s");
        var value = "";
        boolean formula = false;
        while (xml.next() && !xml.atEnd("c")) {
            if (xml.atStart("f")) {
                formula = true;
            } else if (xml.atStart("v") || xml.atStart("is")) {
                value = text(column);
            }
        }
        if (value.isEmpty() && formula && !type.equals("str")) {
            return new Cell.Broken(Cell.Broken.Reason.FORMULA_WITHOUT_VALUE, "=");
        }
        return value.isEmpty() ? Cell.BLANK : interpreted(type, style, value);
    }

    private Cell interpreted(String type, String style, String value) {
        return switch (type) {
            case "", "n" -> formats.number(Spaces.strip(value), style);
            case "s" -> new Cell.Text(strings.get(value));
            case "str", "inlineStr" -> new Cell.Text(value);
            case "b" -> new Cell.Text(value.equals("1") ? "true" : "false");
            case "d" -> day(value);
            case "e" -> new Cell.Broken(Cell.Broken.Reason.ERROR_VALUE, value);
            default -> throw new UnreadableTable(TableFault.BROKEN_WORKBOOK);
        };
    }

    private static Cell day(String value) {
        try {
            return new Cell.Day(LocalDate.parse(value.substring(0, Math.min(10, value.length()))));
        } catch (DateTimeParseException e) {
            return new Cell.Text(value);
        }
    }

    private String text(int column) {
        try {
            return xml.text(limits.cellLength(), "rPh");
        } catch (Xml.TextTooLong e) {
            throw new UnreadableTable(e, TableFault.CELL_TOO_LONG, number, Column.letter(column), limits.cellLength());
        }
    }

    private String attribute(String name) {
        return Objects.requireNonNullElse(xml.attribute(name), "");
    }

    private static int position(String written, int otherwise) {
        try {
            return written.isEmpty() ? otherwise : Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw new UnreadableTable(e, TableFault.BROKEN_WORKBOOK);
        }
    }

    /** The column of a reference such as AB12, counted from 0; no sheet goes beyond three letters. */
    private static int columnOf(String reference, int otherwise) {
        int letters = 0;
        int column = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(letters)) - 'A' + 1;
            if (++letters > 3) {
                throw new UnreadableTable(TableFault.BROKEN_WORKBOOK);
            }
        }
        return letters == 0 ? otherwise : column - 1;
    }

    @Override
    public void close() {
        try (workbook) {
            xml.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
