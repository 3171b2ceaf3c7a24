package org.samklima.portal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.tables.ColumnRole.Content;

class ColumnGuessTests {

    private static final List<ColumnRole> ROLES = List.of(
            new ColumnRole("member-code", Content.CODE),
            new ColumnRole("member-name", Content.TEXT),
            new ColumnRole("year", Content.YEAR),
            new ColumnRole("sector", Content.TEXT),
            new ColumnRole("value", Content.NUMBER));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kommunkod;Kommun;År;Sektor;Värde",
                "Kommunekode;Kommune;År;Sektor;Værdi",
                "Gemeindeschlüssel;Gemeinde;Jahr;Sektor;Wert",
                "municipality_code;municipality_name;year;sector;tonnes_co2e"
            })
    void headings_are_understood_in_four_languages(String headings) {
        assertThat(guess(headings + "\n0101;Ekby;2019;Transporter;5,5\n"))
                .isEqualTo(
                        Map.of("member-code", "#1", "member-name", "#2", "year", "#3", "sector", "#4", "value", "#5"));
    }

    @Test
    void a_heading_alone_is_not_believed_against_the_content() {
        assertThat(guess("kod;namn;value\nEkby stad;x;lots\n")).isEqualTo(Map.of("member-name", "#2"));
    }

    @Test
    void a_column_of_years_is_known_by_its_content() {
        assertThat(guess("Kommun;Period;Ton\nEkby;2019;5,5\n")).containsEntry("year", "#2");
    }

    @Test
    void the_better_heading_wins_and_no_column_plays_two_roles() {
        assertThat(guess("code;name;county_code;population_2025\n0101;Ekby;01;5000\n"))
                .containsEntry("member-code", "#1")
                .containsEntry("value", "#4");
    }

    @Test
    void a_mapping_finds_its_columns_again() {
        var table = read("kod;Ton 2019\n0101;5,5\n");
        var mapping = ColumnMapping.guess(table, ROLES);

        assertThat(mapping.column(table, "value")).map(Column::index).hasValue(1);
        assertThat(mapping.column(table, "sector")).isEmpty();
    }

    private static Map<String, String> guess(String text) {
        return ColumnMapping.guess(read(text), ROLES).columns();
    }

    private static Table read(String text) {
        return Uploads.csv(text).read(ReadingOptions.AUTOMATIC);
    }
}
