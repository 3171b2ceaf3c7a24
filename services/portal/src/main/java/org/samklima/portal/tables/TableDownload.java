package org.samklima.portal.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.TableExport.Sheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Tables that leave as a file.
 *
 * @param name of the file, without ending
 * @param sheets all of them in a workbook; a CSV file holds the first
 */
public record TableDownload(String name, List<Sheet> sheets) {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    public TableDownload {
        sheets = List.copyOf(sheets);
    }

    /** The formats that a list can be asked for in. */
    public enum Format {
        CSV,
        XLSX
    }

    /** One table, whose sheet is called as the file. */
    public static TableDownload of(
            String name, List<String> headings, Iterable<? extends List<? extends @Nullable Object>> rows) {
        return new TableDownload(name, List.of(new Sheet(name, headings, rows)));
    }

    /** @param language of the reader, whose spreadsheet program expects its decimals */
    public ResponseEntity<byte[]> as(Format format, Locale language) {
        return switch (format) {
            case CSV -> csv(language.getLanguage().equals("en") ? CsvStyle.OPEN_DATA : CsvStyle.SPREADSHEET);
            case XLSX -> xlsx();
        };
    }

    public ResponseEntity<byte[]> csv(CsvStyle style) {
        var sheet = sheets.getFirst();
        return file(".csv", CSV, out -> TableExport.csv(out, style, sheet.headings(), sheet.rows()));
    }

    public ResponseEntity<byte[]> xlsx() {
        return file(".xlsx", XLSX, out -> TableExport.xlsx(out, sheets));
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private ResponseEntity<byte[]> file(String ending, MediaType type, Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var disposition =
                ContentDisposition.attachment().filename(name + ending).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(out.toByteArray());
    }
}
