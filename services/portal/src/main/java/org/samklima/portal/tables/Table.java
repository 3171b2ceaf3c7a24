package org.samklima.portal.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A table in a file: its columns, and its rows as often as they are asked for. Rows are read anew each time and never held
 * together in memory.
 */
public final class Table {

    private static final int SAMPLE = 60;

    private final ReadingOptions reading;
    private final Supplier<RowCursor> source;
    private final boolean fieldsAreCounted;
    private final List<Column> columns;
    private final List<TableRow> opening;

    private Table(
            ReadingOptions reading,
            Supplier<RowCursor> source,
            boolean fieldsAreCounted,
            List<Column> columns,
            List<TableRow> opening) {
        this.reading = reading;
        this.source = source;
        this.fieldsAreCounted = fieldsAreCounted;
        this.columns = columns;
        this.opening = opening;
    }

    static Table of(ReadingOptions options, Supplier<RowCursor> source, boolean fieldsAreCounted) {
        var opening = first(source, SAMPLE);
        if (opening.isEmpty()) {
            throw new UnreadableTable(TableFault.EMPTY);
        }
        var header = options.headerRow() == null
                ? HeaderGuess.of(opening)
                : Header.chosen(opening, options.headerRow(), options.headerRows());
        var table = new Table(
                options.withHeader(header.row(), header.rows()),
                source,
                fieldsAreCounted,
                header.columns(opening),
                opening);
        if (table.firstRows(1).isEmpty()) {
            throw new UnreadableTable(TableFault.NO_ROWS);
        }
        return table;
    }

    /** How the file was read: what its user chose, and what was found out for the rest. */
    public ReadingOptions reading() {
        return reading;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The file's first rows as they are, headings and what stands above them included; for choosing the heading. */
    public List<TableRow> opening() {
        return opening;
    }

    /** The first rows under the heading. */
    public List<TableRow> firstRows(int most) {
        List<TableRow> rows = new ArrayList<>();
        try (var cursor = source.get()) {
            for (var row = cursor.next(); row != null && rows.size() < most; row = cursor.next()) {
                if (row.number() > headerRow()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** Every row under the heading that is not blank, in the file's order. */
    public void forEachRow(Consumer<TableRow> action) {
        try (var cursor = source.get()) {
            for (var row = cursor.next(); row != null; row = cursor.next()) {
                if (row.number() > headerRow()) {
                    action.accept(row);
                }
            }
        }
    }

    /** Whether the row holds something to the right of the last column: most often a delimiter too many within it. */
    public boolean isLong(TableRow row) {
        return row.width() > columns.size();
    }

    /** Whether the row has fewer fields than the heading. In a workbook that is nothing unusual, and so never true. */
    public boolean isShort(TableRow row) {
        return fieldsAreCounted && row.cells().size() < columns.size();
    }

    /**
     * The column that a heading (upper and lower case are the same) or a reference such as {@code #5} stands for.
     *
     * @throws UnreadableTable where there is none, or more than one of that heading
     */
    public Column column(String headingOrReference) {
        var sought = Spaces.strip(headingOrReference);
        var found = columns.stream()
                .filter(column ->
                        !column.heading().isEmpty() && column.heading().equalsIgnoreCase(sought))
                .toList();
        if (found.isEmpty()) {
            found = columns.stream()
                    .filter(column -> column.reference().equals(sought))
                    .toList();
        }
        if (found.isEmpty()) {
            throw new UnreadableTable(TableFault.NO_SUCH_COLUMN, sought, labels());
        }
        if (found.size() > 1) {
            throw new UnreadableTable(TableFault.AMBIGUOUS_COLUMN, sought);
        }
        return found.getFirst();
    }

    private String labels() {
        return String.join(", ", columns.stream().map(Column::label).toList());
    }

    private int headerRow() {
        return reading.headerRow();
    }

    private static List<TableRow> first(Supplier<RowCursor> source, int most) {
        List<TableRow> rows = new ArrayList<>();
        try (var cursor = source.get()) {
            while (rows.size() < most) {
                var row = cursor.next();
                if (row == null) {
                    break;
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
