package org.samklima.portal.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as people upload them, good and bad. */
final class Uploads {

    private Uploads() {}

    static TableFile csv(String text) {
        return csv(text, StandardCharsets.UTF_8);
    }

    static TableFile csv(String text, Charset charset) {
        return file(text.getBytes(charset));
    }

    static TableFile file(byte[] content) {
        return TableFile.of("figures.csv", content, TableLimits.defaults());
    }

    static TableFile workbook(Consumer<XSSFSheet> fill) {
        return TableFile.of("figures.xlsx", workbookBytes(fill), TableLimits.defaults());
    }

    static byte[] workbookBytes(Consumer<XSSFSheet> fill) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            fill.accept(workbook.createSheet("Figures"));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook written by hand, for what no library would write. */
    static byte[] handmade(String sheetXml) {
        return zip(handmadeParts(sheetXml));
    }

    static Map<String, String> handmadeParts(String sheetXml) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='Figures' sheetId='1' r:id='r1'/></sheets></workbook>");
        parts.put("xl/worksheets/sheet1.xml", sheetXml);
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<TableRow> rows(TableFile file) {
        return rows(file.read(ReadingOptions.AUTOMATIC));
    }

    static List<TableRow> rows(Table table) {
        List<TableRow> rows = new ArrayList<>();
        table.forEachRow(rows::add);
        return rows;
    }

    static List<List<String>> texts(Table table) {
        return rows(table).stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    static List<String> headings(Table table) {
        return table.columns().stream().map(Column::heading).toList();
    }

    private static String relations(String type, String target) {
        return "<Relationships><Relationship Id='r1' Type='http://schemas.example/" + type + "' Target='" + target
                + "'/></Relationships>";
    }
}
