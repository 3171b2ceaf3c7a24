package org.samklima.portal.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables so that {@link TableFile} reads them back unchanged, and so that no spreadsheet program takes a text for a
 * formula. Values are numbers, days, null for a blank, and anything else as its text. Rows are written as they come.
 */
public final class TableExport {

    private static final String NEW_LINE = "\r\n";
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int ROWS_HELD = 500;

    private TableExport() {}

    /** Leaves the stream open. */
    public static void csv(
            OutputStream out,
            CsvStyle style,
            List<String> headings,
            Iterable<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (style.byteOrderMark()) {
            writer.write('\uFEFF');
        }
        line(writer, style, headings);
        for (var row : rows) {
            line(writer, style, row);
        }
        writer.flush();
    }

    /** A sheet of a workbook; its name is cut to what a workbook permits. */
    public record Sheet(
            String name, List<String> headings, Iterable<? extends List<? extends @Nullable Object>> rows) {}

    /** Leaves the stream open. */
    public static void xlsx(
            OutputStream out,
            String sheetName,
            List<String> headings,
            Iterable<? extends List<? extends @Nullable Object>> rows)
            throws IOException {
        xlsx(out, List.of(new Sheet(sheetName, headings, rows)));
    }

    /** One file with these sheets in their order. Leaves the stream open. */
    public static void xlsx(OutputStream out, List<Sheet> sheets) throws IOException {
        var workbook = new Workbook(out, "Samklima", null);
        for (var sheet : sheets) {
            write(sheet, workbook.newWorksheet(sheetName(sheet.name)));
        }
        workbook.finish();
    }

    private static void write(Sheet from, Worksheet sheet) throws IOException {
        for (int i = 0; i < from.headings.size(); i++) {
            sheet.value(0, i, printable(from.headings.get(i)));
            sheet.style(0, i).bold().set();
        }
        sheet.freezePane(0, 1);
        int number = 1;
        for (var row : from.rows) {
            for (int i = 0; i < row.size(); i++) {
                cell(sheet, number, i, row.get(i));
            }
            if (++number % ROWS_HELD == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void line(Writer writer, CsvStyle style, List<? extends @Nullable Object> values)
            throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                writer.write(style.delimiter().character());
            }
            writer.write(field(style, values.get(i)));
        }
        writer.write(NEW_LINE);
    }

    private static String field(CsvStyle style, @Nullable Object value) {
        var text = text(style, value);
        boolean quoted = text.indexOf(style.delimiter().character()) >= 0
                || text.indexOf('"') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0;
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String text(CsvStyle style, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> {
                var plain = new BigDecimal(number.toString()).toPlainString();
                yield style.decimals() == NumberStyle.DECIMAL_COMMA ? plain.replace('.', ',') : plain;
            }
            default -> TextCells.escape(value.toString());
        };
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, printable(value.toString()));
        }
    }

    /** Without the control characters that XML cannot carry. */
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private static String sheetName(String name) {
        var permitted = name.replaceAll("[\\[\\]*?/\\\\:']", " ").strip();
        return permitted.substring(0, Math.min(permitted.length(), LONGEST_SHEET_NAME));
    }
}
