package org.samklima.portal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.NotationKey;
import org.samklima.published.Remark;

class FigureTablesTests {

    private static final UUID EKBY = new UUID(0, 1);
    private static final UUID LINDBY = new UUID(0, 2);
    private static final Map<UUID, String> KEYS = Map.of(EKBY, "ekby", LINDBY, "lindby");

    @Test
    void a_year_that_nobody_observed_is_no_column_and_one_that_somebody_did_is_a_gap_for_the_others() {
        var table = only(official(EKBY, 1990, "10"), official(EKBY, 2000, "8"), official(LINDBY, 2005, "0"));

        assertThat(table.years()).containsExactly(1990, 2000, 2005);
        assertThat(table.rows().getFirst().values()).isEqualTo(Arrays.asList(number("10"), number("8"), null));
        assertThat(table.rows().getLast().values()).isEqualTo(Arrays.asList(null, null, number("0")));
    }

    @Test
    void rows_stand_in_the_members_order_and_who_has_no_figure_has_no_row() {
        var tables = FigureTables.of(
                Stream.of(official(LINDBY, 2000, "1"), official(EKBY, 2000, "2"), official(new UUID(0, 9), 2000, "3")),
                List.of(EKBY, LINDBY, new UUID(0, 3)),
                KEYS::get);

        assertThat(tables.getFirst().rows()).extracting(FigureRow::member).containsExactly("ekby", "lindby");
    }

    @Test
    void each_sector_has_its_table_and_the_whole_has_its_own() {
        var tables = of(official(EKBY, 2000, "7"), sector(EKBY, "waste", "3"), sector(EKBY, "transport", "4"));

        assertThat(tables).extracting(FigureTable::sector).containsExactly(null, "waste", "transport");
    }

    @Test
    void a_notation_key_stands_in_place_of_the_value_with_its_explanation() {
        var table = only(
                official(EKBY, 2000, "7"),
                new Observed(EKBY, "co2", null, 2001, null, NotationKey.C, "One factory only", "smhi", false));

        var row = table.rows().getFirst();
        assertThat(row.values()).isEqualTo(Arrays.asList(number("7"), null));
        assertThat(row.remarks()).containsExactly(new Remark(2001, NotationKey.C, null, "One factory only", null));
    }

    @Test
    void a_members_own_figure_stands_before_the_official_one_and_both_are_kept() {
        var table = only(official(EKBY, 2000, "7"), official(EKBY, 2001, "6"), own(EKBY, 2001, "5.5"));

        var row = table.rows().getFirst();
        assertThat(row.values()).containsExactly(number("7"), number("5.5"));
        assertThat(row.remarks()).containsExactly(new Remark(2001, null, ReportedFigures.SOURCE, null, number("6")));
    }

    @Test
    void an_own_figure_that_says_the_same_as_the_official_one_is_official() {
        var table = only(own(EKBY, 2001, "6.00"), official(EKBY, 2001, "6"));

        assertThat(table.source()).isEqualTo("smhi");
        assertThat(table.rows().getFirst().remarks()).isEmpty();
    }

    @Test
    void not_estimated_does_not_put_an_official_figure_aside_and_included_elsewhere_does() {
        var table = only(
                official(EKBY, 2001, "6"),
                notation(EKBY, 2001, NotationKey.NE),
                official(EKBY, 2002, "6"),
                notation(EKBY, 2002, NotationKey.IE));

        var row = table.rows().getFirst();
        assertThat(row.values()).isEqualTo(Arrays.asList(number("6"), null));
        assertThat(row.remarks())
                .containsExactly(new Remark(2002, NotationKey.IE, ReportedFigures.SOURCE, "Because", number("6")));
    }

    @Test
    void a_figure_without_an_official_one_beside_it_says_that_it_is_the_members_own() {
        var table = only(official(EKBY, 2000, "7"), official(EKBY, 2001, "6"), own(LINDBY, 2001, "9"));

        assertThat(table.source()).isEqualTo("smhi");
        assertThat(table.rows().getLast().source()).isEqualTo(ReportedFigures.SOURCE);
        assertThat(table.rows().getLast().remarks()).isEmpty();
    }

    @Test
    void figures_keep_six_decimals_and_no_more() {
        assertThat(only(official(EKBY, 2000, "1.23456789")).rows().getFirst().values())
                .containsExactly(number("1.234568"));
    }

    private static FigureTable only(Observed... observed) {
        var tables = of(observed);
        assertThat(tables).hasSize(1);
        return tables.getFirst();
    }

    private static List<FigureTable> of(Observed... observed) {
        return FigureTables.of(Stream.of(observed), List.of(EKBY, LINDBY), KEYS::get);
    }

    private static Observed official(UUID member, int year, String value) {
        return new Observed(member, "co2", null, year, number(value), null, null, "smhi", false);
    }

    private static Observed sector(UUID member, String sector, String value) {
        return new Observed(member, "co2", sector, 2000, number(value), null, null, "smhi", false);
    }

    private static Observed own(UUID member, int year, String value) {
        return new Observed(member, "co2", null, year, number(value), null, null, ReportedFigures.SOURCE, true);
    }

    private static Observed notation(UUID member, int year, NotationKey key) {
        return new Observed(member, "co2", null, year, null, key, "Because", ReportedFigures.SOURCE, true);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
