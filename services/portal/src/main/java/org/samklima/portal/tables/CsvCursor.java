package org.samklima.portal.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as RFC 4180 describes it and as programs really write it: any of three line ends, quotes that stand inside a
 * field, spaces after a delimiter. The limits hold while a field grows, so that a file of one endless line costs nothing.
 */
final class CsvCursor implements RowCursor {

    private static final int END = -1;

    private final Reader reader;
    private final char delimiter;
    private final TableLimits limits;
    private final StringBuilder field = new StringBuilder();
    private int line = 1;
    private int rows;
    private int peeked = UNREAD;

    private static final int UNREAD = -2;

    CsvCursor(Reader reader, Delimiter delimiter, TableLimits limits) {
        this.reader = new BufferedReader(reader, 16_384);
        this.delimiter = delimiter.character();
        this.limits = limits;
    }

    @Override
    public @Nullable TableRow next() {
        try {
            while (peek() != END) {
                var row = record();
                if (!row.isBlank()) {
                    if (++rows > limits.rows()) {
                        throw new UnreadableTable(TableFault.TOO_MANY_ROWS, limits.rows());
                    }
                    return row;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableRow record() throws IOException {
        int start = line;
        List<Cell> cells = new ArrayList<>();
        while (true) {
            if (cells.size() == limits.columns()) {
                throw new UnreadableTable(TableFault.TOO_MANY_COLUMNS, start, limits.columns());
            }
            var text = field(start, cells.size());
            cells.add(text.isEmpty() ? Cell.BLANK : new Cell.Text(TextCells.unescape(text)));
            if (peek() != delimiter) {
                break;
            }
            read();
        }
        endLine();
        return new TableRow(start, cells);
    }

    private String field(int row, int column) throws IOException {
        field.setLength(0);
        while (peek() == ' ') {
            read();
        }
        if (peek() == '"') {
            quoted(row, column);
        }
        while (!endsField(peek())) {
            append(read(), row, column);
        }
        return field.toString();
    }

    /** The part between quotes; what follows the closing quote before the delimiter is taken as it stands. */
    private void quoted(int row, int column) throws IOException {
        int opened = line;
        read();
        while (true) {
            int character = read();
            if (character == END) {
                throw new UnreadableTable(TableFault.UNCLOSED_QUOTE, opened);
            }
            if (character == '"') {
                if (peek() != '"') {
                    return;
                }
                character = read();
            }
            append(character, row, column);
        }
    }

    private void append(int character, int row, int column) {
        if (field.length() == limits.cellLength()) {
            throw new UnreadableTable(TableFault.CELL_TOO_LONG, row, Column.letter(column), limits.cellLength());
        }
        field.append((char) character);
    }

    private boolean endsField(int character) {
        return character == delimiter || character == '\n' || character == '\r' || character == END;
    }

    private void endLine() throws IOException {
        if (peek() == '\r') {
            read();
        } else if (peek() == '\n') {
            read();
        }
    }

    private int peek() throws IOException {
        if (peeked == UNREAD) {
            peeked = reader.read();
        }
        return peeked;
    }

    /** Reads a character, makes one of a line end of two, and counts lines. */
    private int read() throws IOException {
        int character = peek();
        peeked = UNREAD;
        if (character == '\r' && peek() == '\n') {
            character = '\n';
            peeked = UNREAD;
        }
        if (character == '\n' || character == '\r') {
            line++;
        }
        return character;
    }
}
