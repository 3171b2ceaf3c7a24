package org.samklima.portal.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A file somebody uploaded, known to be of a kind that can be read and within the limits. What it is shows in its content;
 * its name is only repeated to people.
 */
public final class TableFile {

    private final String name;
    private final byte[] content;
    private final FileKind kind;
    private final TableLimits limits;

    private TableFile(String name, byte[] content, FileKind kind, TableLimits limits) {
        this.name = name;
        this.content = content;
        this.kind = kind;
        this.limits = limits;
    }

    /** @throws UnreadableTable where no table can be in it */
    public static TableFile of(String name, byte[] content, TableLimits limits) {
        if (content.length > limits.fileSize().toBytes()) {
            throw tooLarge(limits);
        }
        if (isEmpty(content)) {
            throw new UnreadableTable(TableFault.EMPTY);
        }
        return new TableFile(name, content, FileKind.of(content), limits);
    }

    /**
     * Takes a file in from a stream, and of one that is too large no more than shows that it is.
     *
     * @param size as announced by the sender, negative where unknown; one that is over the limit is refused unread
     */
    public static TableFile receive(String name, long size, InputStream in, TableLimits limits) throws IOException {
        int most = Math.toIntExact(limits.fileSize().toBytes());
        if (size > most) {
            throw tooLarge(limits);
        }
        return of(name, in.readNBytes(most + 1), limits);
    }

    public String name() {
        return name;
    }

    /** As received; not to be altered. */
    public byte[] content() {
        return content;
    }

    /** The sheets of a workbook in its order, without those that are hidden; empty for CSV. */
    public List<String> sheets() {
        if (kind == FileKind.TEXT) {
            return List.of();
        }
        try (var workbook = Workbook.open(content, limits)) {
            return workbook.visibleSheets();
        }
    }

    /** @throws UnreadableTable where there is no table, or none as the options ask for */
    public Table read(ReadingOptions options) {
        if (kind == FileKind.ZIP) {
            var sheet = sheetOf(options);
            return Table.of(
                    new ReadingOptions(null, null, sheet, options.headerRow(), options.headerRows()),
                    () -> Workbook.open(content, limits).rows(sheet),
                    false);
        }
        var text = DecodedText.of(content, options.encoding());
        var delimiter = options.delimiter() != null ? options.delimiter() : DelimiterGuess.of(text, limits);
        return Table.of(
                new ReadingOptions(text.encoding(), delimiter, null, options.headerRow(), options.headerRows()),
                () -> new CsvCursor(text.reader(), delimiter, limits),
                true);
    }

    private String sheetOf(ReadingOptions options) {
        try (var workbook = Workbook.open(content, limits)) {
            return options.sheet() != null ? workbook.sheet(options.sheet()) : workbook.firstSheet();
        }
    }

    private static UnreadableTable tooLarge(TableLimits limits) {
        return new UnreadableTable(TableFault.TOO_LARGE, limits.fileSize().toMegabytes());
    }

    /** Nothing but spaces, line ends, delimiters and the mark of UTF-8. */
    private static boolean isEmpty(byte[] content) {
        for (byte b : content) {
            if (" \t\r\n;,|\u00EF\u00BB\u00BF".indexOf(b & 0xFF) < 0) {
                return false;
            }
        }
        return true;
    }
}
