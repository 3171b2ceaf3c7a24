package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableExportTests {

    private static final List<String> HEADINGS = List.of("name", "figure", "day");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åsmåla",
                "=1+1",
                "+46 8",
                "-",
                "@home",
                "'quoted'",
                "'=1",
                "''=x",
                "a;b,c",
                "say \"hi\"",
                "two\nlines",
                "＝1",
                "-5 °C",
                "'"
            })
    void every_text_comes_back_as_it_was(String text) throws IOException {
        var row = Arrays.<@Nullable Object>asList(text, new BigDecimal("1234.5"), LocalDate.of(2024, 2, 29));

        assertThat(csv(CsvStyle.OPEN_DATA, row)).isEqualTo(List.of(text, "1234.5", "2024-02-29"));
        assertThat(csv(CsvStyle.SPREADSHEET, row)).isEqualTo(List.of(text, "1234,5", "2024-02-29"));
        assertThat(xlsx(row)).isEqualTo(List.of(text, "1234.5", "2024-02-29"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1"})
    void no_text_leaves_in_csv_as_a_formula(String text) throws IOException {
        assertThat(TextCells.escape(text)).startsWith("'");
        assertThat(TextCells.unescape(TextCells.escape(text))).isEqualTo(text);
    }

    @Test
    void a_negative_figure_is_a_figure_and_not_a_formula() throws IOException {
        var out = new ByteArrayOutputStream();

        TableExport.csv(out, CsvStyle.OPEN_DATA, List.of("a", "b"), List.of(List.of(new BigDecimal("-5.50"), -3)));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a,b\r\n-5.50,-3\r\n");
    }

    @Test
    void what_is_missing_leaves_as_a_blank_and_comes_back_as_one() throws IOException {
        var row = Arrays.<@Nullable Object>asList("Ekby", null, null);

        assertThat(csv(CsvStyle.OPEN_DATA, row)).isEqualTo(List.of("Ekby", "", ""));
    }

    @Test
    void for_spreadsheets_the_file_begins_with_the_mark_of_utf_8() throws IOException {
        var out = new ByteArrayOutputStream();

        TableExport.csv(out, CsvStyle.SPREADSHEET, List.of("ö"), List.of());

        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void characters_that_no_workbook_may_hold_do_not_break_it() throws IOException {
        var out = new ByteArrayOutputStream();

        TableExport.xlsx(out, "a/b: [c]*", HEADINGS, List.of(List.of("x\u0000\u0001y", 1, "z")));

        var file = TableFile.of("x.xlsx", out.toByteArray(), TableLimits.defaults());
        assertThat(file.sheets()).containsExactly("a b   c");
        assertThat(Uploads.rows(file).getFirst().cell(0).text()).isEqualTo("xy");
    }

    private static List<String> csv(CsvStyle style, List<? extends @Nullable Object> row) throws IOException {
        var out = new ByteArrayOutputStream();
        TableExport.csv(out, style, HEADINGS, List.of(row));
        return readBack(out);
    }

    private static List<String> xlsx(List<? extends @Nullable Object> row) throws IOException {
        var out = new ByteArrayOutputStream();
        TableExport.xlsx(out, "Figures", HEADINGS, List.of(row));
        return readBack(out);
    }

    private static List<String> readBack(ByteArrayOutputStream out) {
        var options = ReadingOptions.AUTOMATIC.withHeader(1, 1);
        return Uploads.texts(TableFile.of("x", out.toByteArray(), TableLimits.defaults())
                        .read(options))
                .getFirst();
    }
}
