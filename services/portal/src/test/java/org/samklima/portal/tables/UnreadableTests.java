package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Every file that cannot be read is told apart from every other, before it costs anything. */
class UnreadableTests {

    private static final TableLimits LIMITS = TableLimits.defaults();

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t\n ", "\uFEFF", "\uFEFF\n"})
    void an_empty_file_is_called_empty(String text) {
        assertThat(faultOf(text)).isEqualTo(TableFault.EMPTY);
    }

    @Test
    void a_file_of_delimiters_only_is_called_empty() {
        assertThat(faultOf(";;;\n;;;\n")).isEqualTo(TableFault.EMPTY);
    }

    @Test
    void a_heading_alone_has_no_rows() {
        assertThat(faultOf("Kommun;År;Ton\n")).isEqualTo(TableFault.NO_ROWS);
    }

    @Test
    void a_file_over_the_limit_is_refused() {
        var small = new TableLimits(DataSize.ofBytes(10), 10, 10, 10, DataSize.ofBytes(10), 10, 10);

        var refusal = unreadable(() -> TableFile.of("x.csv", new byte[11], small));

        assertThat(refusal.fault()).isEqualTo(TableFault.TOO_LARGE);
    }

    @Test
    void a_hundred_megabytes_are_refused_by_their_announced_size_without_reading_one() {
        var hundred = DataSize.ofMegabytes(100).toBytes();
        var source = new Counting(hundred);

        var refusal = unreadable(() -> TableFile.receive("x.csv", hundred, source, LIMITS));

        assertThat(refusal.fault()).isEqualTo(TableFault.TOO_LARGE);
        assertThat(source.given).isZero();
    }

    @Test
    void a_hundred_megabytes_of_unknown_size_are_read_no_further_than_the_limit() {
        var source = new Counting(DataSize.ofMegabytes(100).toBytes());

        var refusal = unreadable(() -> TableFile.receive("x.csv", -1, source, LIMITS));

        assertThat(refusal.fault()).isEqualTo(TableFault.TOO_LARGE);
        assertThat(source.given).isLessThan(DataSize.ofMegabytes(51).toBytes());
    }

    @Test
    void an_old_workbook_and_one_with_a_password_are_told_apart() {
        byte[] ole2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        var encrypted = concatenated(ole2, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

        assertThat(faultOf(ole2)).isEqualTo(TableFault.OLD_XLS);
        assertThat(faultOf(encrypted)).isEqualTo(TableFault.PASSWORD_PROTECTED);
    }

    @Test
    void a_pdf_is_recognised() {
        assertThat(faultOf("%PDF-1.7\n...")).isEqualTo(TableFault.PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><table><tr><td>1</td></tr></table></body></html>",
                "\uFEFF  <!DOCTYPE html>\n<html>",
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
                "<table border=1><tr><td>a</td></tr></table>"
            })
    void a_web_page_that_calls_itself_a_spreadsheet_is_recognised(String text) {
        assertThat(faultOf(text)).isEqualTo(TableFault.WEB_PAGE);
    }

    @Test
    void a_picture_is_not_text() {
        assertThat(faultOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .isEqualTo(TableFault.NOT_TEXT);
    }

    @Test
    void an_open_document_and_any_other_zip_are_told_apart() {
        var openDocument = Uploads.zip(Map.of(
                "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<office:document/>"));

        assertThat(faultOf(openDocument)).isEqualTo(TableFault.OPEN_DOCUMENT);
        assertThat(faultOf(Uploads.zip(Map.of("a.txt", "hello")))).isEqualTo(TableFault.NOT_A_WORKBOOK);
    }

    @Test
    void a_text_document_and_a_binary_workbook_are_no_workbooks() {
        var parts = Uploads.handmadeParts("<worksheet/>");
        parts.put("xl/workbook.xml", "<w:document xmlns:w='w'/>");
        assertThat(faultOf(Uploads.zip(parts))).isEqualTo(TableFault.NOT_A_WORKBOOK);

        parts.computeIfPresent("_rels/.rels", (name, xml) -> xml.replace("workbook.xml", "workbook.bin"));
        assertThat(faultOf(Uploads.zip(parts))).isEqualTo(TableFault.BINARY_XLSB);
    }

    @Test
    void a_workbook_cut_short_is_broken() {
        var whole =
                Uploads.workbookBytes(sheet -> sheet.createRow(0).createCell(0).setCellValue("a"));

        assertThat(faultOf(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo(TableFault.BROKEN_WORKBOOK);
    }

    @Test
    void damaged_bytes_of_a_workbook_never_surface_as_anything_but_a_fault() {
        var whole = Uploads.workbookBytes(sheet -> {
            for (int i = 0; i < 50; i++) {
                sheet.createRow(i).createCell(0).setCellValue("text " + i);
            }
        });
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            var damaged = whole.clone();
            for (int i = 0; i < 5; i++) {
                damaged[4 + random.nextInt(damaged.length - 4)] = (byte) random.nextInt(256);
            }
            try {
                Uploads.rows(TableFile.of("x.xlsx", damaged, LIMITS));
            } catch (UnreadableTable fault) {
                assertThat(fault.messageKey()).startsWith("tables.fault.");
            }
        }
    }

    @Test
    void nul_bytes_are_found_with_their_line() {
        var refusal = unreadable(() -> read("a;b\n1;2\n3;\0\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal.fault()).isEqualTo(TableFault.NUL_BYTES);
        assertThat(refusal.arguments()).containsExactly(3);
    }

    @Test
    void a_wrongly_chosen_encoding_is_found_with_its_line() {
        var latin = "Kommun;Ton\nEkby;1\nÅsmåla;2\n".getBytes(StandardCharsets.ISO_8859_1);
        var utf8 = new ReadingOptions(Encoding.UTF_8, null, null, null, null);

        var refusal = unreadable(() -> TableFile.of("x.csv", latin, LIMITS).read(utf8));

        assertThat(refusal.fault()).isEqualTo(TableFault.WRONG_ENCODING);
        assertThat(refusal.arguments()).containsExactly(3, "UTF-8");
    }

    @Test
    void bytes_that_fit_no_encoding_are_refused_rather_than_guessed_at() {
        byte[] undefined = {'a', ';', 'b', '\n', (byte) 0x81, ';', (byte) 0x8D, '\n'};

        assertThat(faultOf(undefined)).isEqualTo(TableFault.WRONG_ENCODING);
    }

    @Test
    void a_quotation_that_never_ends_is_found_with_its_line() {
        var refusal = unreadable(() -> read("a;b\n1;2\n\"3;4\n5;6\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal.fault()).isEqualTo(TableFault.UNCLOSED_QUOTE);
        assertThat(refusal.arguments()).containsExactly(3);
    }

    @Test
    void one_endless_line_stops_at_the_limits() {
        assertThat(faultOf("a;b\n" + ";".repeat(10_000))).isEqualTo(TableFault.TOO_MANY_COLUMNS);
        assertThat(faultOf("a;b\n1;" + "x".repeat(30_000))).isEqualTo(TableFault.CELL_TOO_LONG);
    }

    @Test
    void more_rows_than_permitted_are_refused() {
        var few = new TableLimits(DataSize.ofMegabytes(1), 3, 10, 10, DataSize.ofMegabytes(1), 10, 10);
        var file = TableFile.of("x.csv", "a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8), few);

        assertThat(unreadable(() -> Uploads.rows(file)).fault()).isEqualTo(TableFault.TOO_MANY_ROWS);
    }

    @Test
    void a_heading_row_that_is_not_there_is_refused() {
        var options = new ReadingOptions(null, null, null, 40, null);

        var refusal = unreadable(() -> Uploads.csv("a;b\n1;2\n").read(options));

        assertThat(refusal.fault()).isEqualTo(TableFault.NO_SUCH_HEADER_ROW);
    }

    private static TableFault faultOf(String text) {
        return faultOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TableFault faultOf(byte[] content) {
        return unreadable(() -> read(content)).fault();
    }

    private static void read(byte[] content) {
        Uploads.rows(TableFile.of("upload", content, LIMITS));
    }

    private static UnreadableTable unreadable(ThrowingCallable reading) {
        return catchThrowableOfType(UnreadableTable.class, reading);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        var both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** So many bytes of text, and how many of them have been asked for. */
    private static final class Counting extends InputStream {
        private final long size;
        private long given;

        Counting(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return given++ < size ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = (int) Math.min(length, size - given);
            given += Math.max(count, 0);
            return count > 0 || length == 0 ? count : -1;
        }
    }
}
