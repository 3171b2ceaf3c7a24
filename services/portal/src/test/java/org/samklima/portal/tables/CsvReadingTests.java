package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.tables.Uploads.csv;
import static org.samklima.portal.tables.Uploads.headings;
import static org.samklima.portal.tables.Uploads.rows;
import static org.samklima.portal.tables.Uploads.texts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTests {

    private static final String TOWNS = "Kommun;År;Ton\nÅsmåla;2019;5475,19\nÖsterlid;2019;12,5\n";

    @Test
    void utf_8_is_recognised_with_and_without_its_mark() {
        assertThat(texts(read(csv(TOWNS)))).first().isEqualTo(List.of("Åsmåla", "2019", "5475,19"));
        assertThat(headings(read(csv("\uFEFF" + TOWNS)))).containsExactly("Kommun", "År", "Ton");
    }

    @Test
    void windows_1252_is_recognised_because_it_is_not_utf_8() {
        var table = read(csv(TOWNS + "Täby – “north”;2019;1\n", Encoding.WINDOWS_1252.charset()));

        assertThat(table.reading().encoding()).isEqualTo(Encoding.WINDOWS_1252);
        assertThat(texts(table).getLast()).startsWith("Täby – “north”");
    }

    @Test
    void iso_8859_1_reads_the_same_by_itself_and_by_choice() {
        var file = csv(TOWNS, StandardCharsets.ISO_8859_1);
        var chosen = new ReadingOptions(Encoding.ISO_8859_1, null, null, null, null);

        assertThat(texts(read(file))).isEqualTo(texts(file.read(chosen)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void the_unicode_text_of_spreadsheets_is_read(String charset) {
        var table = read(csv("\uFEFF" + TOWNS.replace(';', '\t'), java.nio.charset.Charset.forName(charset)));

        assertThat(table.reading().encoding()).isEqualTo(Encoding.UTF_16);
        assertThat(texts(table)).hasSize(2).first().isEqualTo(List.of("Åsmåla", "2019", "5475,19"));
    }

    @ParameterizedTest
    @EnumSource
    void each_delimiter_is_recognised_beside_decimal_commas(Delimiter delimiter) {
        var decimal = delimiter == Delimiter.COMMA ? "." : ",";
        var text = TOWNS.replace(",", decimal).replace(';', delimiter.character());

        assertThat(read(csv(text)).reading().delimiter()).isEqualTo(delimiter);
    }

    @Test
    void delimiters_inside_quotes_do_not_count() {
        var table = read(csv("name,note\n\"a;b;c;d\",\"x;y\"\n\"e;f;g;h\",\"z;z\"\n"));

        assertThat(table.reading().delimiter()).isEqualTo(Delimiter.COMMA);
        assertThat(texts(table)).first().isEqualTo(List.of("a;b;c;d", "x;y"));
    }

    @Test
    void the_user_may_choose_another_delimiter_than_the_guess() {
        var options = new ReadingOptions(null, Delimiter.PIPE, null, null, null);

        assertThat(csv("a,b|c\n1,2|3\n").read(options).columns()).hasSize(2);
    }

    @Test
    void a_first_line_that_names_the_delimiter_is_obeyed_and_is_no_row() {
        var table = read(csv("sep=|\na,x|b\n1,2|3\n"));

        assertThat(headings(table)).containsExactly("a,x", "b");
        assertThat(rows(table).getFirst().number()).isEqualTo(3);
    }

    @Test
    void quotes_may_hold_delimiters_quotes_and_line_ends() {
        var table = read(csv("name;note\n\"Ekö; the \"\"old\"\"\";\"one\r\ntwo\"\nBjörk;x\n"));

        assertThat(texts(table).getFirst()).isEqualTo(List.of("Ekö; the \"old\"", "one\ntwo"));
    }

    @Test
    void a_quote_inside_a_field_is_just_a_character() {
        assertThat(texts(read(csv("name;size\nScreen 24\";5\n"))).getFirst()).containsExactly("Screen 24\"", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_may_end_in_three_ways(String end) {
        var table = read(csv("a;b" + end + end + "1;2" + end + "3;4"));

        assertThat(texts(table)).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(rows(table)).extracting(TableRow::number).containsExactly(3, 4);
    }

    @Test
    void rows_keep_the_line_at_which_they_begin_in_the_file() {
        var table = read(csv("a;b\n\n1;\"x\ny\nz\"\n;\n2;w\n"));

        assertThat(rows(table)).extracting(TableRow::number).containsExactly(3, 7);
    }

    @Test
    void a_row_with_too_few_or_too_many_fields_is_known_as_such() {
        var table = read(csv("a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3;\n"));

        assertThat(rows(table)).extracting(table::isShort).containsExactly(false, true, false, false);
        assertThat(rows(table)).extracting(table::isLong).containsExactly(false, false, true, false);
    }

    @Test
    void spaces_of_every_kind_around_a_value_are_dropped() {
        assertThat(texts(read(csv("a;b\n \u00A0x\u202F ;\t y\n")))).containsExactly(List.of("x", "y"));
    }

    @Test
    void a_file_of_one_column_is_a_table_too() {
        assertThat(texts(read(csv("name\nEkö\nBjörk\n")))).containsExactly(List.of("Ekö"), List.of("Björk"));
    }

    private static Table read(TableFile file) {
        return file.read(ReadingOptions.AUTOMATIC);
    }
}
