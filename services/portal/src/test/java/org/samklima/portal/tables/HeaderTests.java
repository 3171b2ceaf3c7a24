package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.samklima.portal.tables.Uploads.csv;
import static org.samklima.portal.tables.Uploads.headings;
import static org.samklima.portal.tables.Uploads.texts;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTests {

    @Test
    void headings_are_found_under_lines_of_preamble() {
        var table = read("""
                Report:;County report 2024-04-18
                Emissions of carbon dioxide
                Unit: tonnes a year

                Kommun;År;Ton
                Ekby;2019;5475,19
                Björkvik;2019;12,5
                """);

        assertThat(headings(table)).containsExactly("Kommun", "År", "Ton");
        assertThat(table.reading().headerRow()).isEqualTo(5);
        assertThat(texts(table)).hasSize(2);
    }

    @Test
    void headings_in_two_rows_are_joined_where_one_row_does_not_tell_columns_apart() {
        var table = read("""
                Report 2024

                ;;1990;2000;2005
                Sektor;Kommun;CO2;CO2;CO2
                Alla;Ekby;5;6;7
                Alla;Björkvik;5;6;7
                """);

        assertThat(headings(table)).containsExactly("Sektor", "Kommun", "1990 CO2", "2000 CO2", "2005 CO2");
        assertThat(table.columns().get(3).year()).hasValue(2000);
        assertThat(table.reading().headerRow()).isEqualTo(4);
        assertThat(table.reading().headerRows()).isEqualTo(2);
    }

    @Test
    void a_merged_heading_stands_over_all_its_columns() {
        var table = read("""
                ;1990;;2000;
                Kommun;CO2;CH4;CO2;CH4
                Ekby;1;2;3;4
                """);

        assertThat(headings(table)).containsExactly("Kommun", "1990 CO2", "1990 CH4", "2000 CO2", "2000 CH4");
    }

    @Test
    void years_are_headings_beside_words() {
        assertThat(headings(read("Kommun;1990;2000\nEkby;5;6\n"))).containsExactly("Kommun", "1990", "2000");
    }

    @Test
    void a_table_without_headings_has_lettered_columns_and_keeps_its_first_row() {
        var table = read("Ekby;2019;5475,19\nBjörkvik;2019;12,5\n");

        assertThat(table.columns()).extracting(Column::label).containsExactly("A", "B", "C");
        assertThat(texts(table)).hasSize(2);
    }

    @Test
    void the_user_may_choose_another_row_or_none() {
        var file = csv("a;b\nc;d\n1;2\n");

        assertThat(headings(file.read(header(2)))).containsExactly("c", "d");
        assertThat(texts(file.read(header(0)))).hasSize(3);
    }

    @Test
    void a_column_is_found_by_its_heading_in_any_case_or_by_its_place() {
        var table = read("Kommun;Ton;Ton\nEkby;1;2\n");

        assertThat(table.column("kommun").index()).isZero();
        assertThat(table.column("#3").index()).isEqualTo(2);
        assertThat(faultOf(table, "Ton")).isEqualTo(TableFault.AMBIGUOUS_COLUMN);
        assertThat(faultOf(table, "Year")).isEqualTo(TableFault.NO_SUCH_COLUMN);
        assertThat(faultOf(table, "#4")).isEqualTo(TableFault.NO_SUCH_COLUMN);
    }

    @Test
    void the_year_in_a_heading_is_taken_only_if_there_is_one() {
        assertThat(new Column(0, "population_2025").year()).hasValue(2025);
        assertThat(new Column(0, "change 1990-2020").year()).isEmpty();
        assertThat(new Column(0, "id 120205").year()).isEmpty();
    }

    @Test
    void columns_are_lettered_as_in_a_spreadsheet() {
        assertThat(List.of(0, 25, 26, 701, 702)).map(Column::letter).containsExactly("A", "Z", "AA", "ZZ", "AAA");
    }

    private static Table read(String text) {
        return csv(text).read(ReadingOptions.AUTOMATIC);
    }

    private static ReadingOptions header(int row) {
        return ReadingOptions.AUTOMATIC.withHeader(row, 1);
    }

    private static TableFault faultOf(Table table, String column) {
        return catchThrowableOfType(UnreadableTable.class, () -> table.column(column))
                .fault();
    }
}
