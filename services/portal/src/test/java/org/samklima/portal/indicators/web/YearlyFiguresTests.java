package org.samklima.portal.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Figures.Known;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.indicators.Source;
import org.samklima.published.NotationKey;

class YearlyFiguresTests {

    private static final UUID TOWN = UUID.randomUUID();
    private static final UUID NETWORK = UUID.randomUUID();
    private static final Indicator EMISSIONS =
            SharedCatalogue.shipped().find("ghg-total").orElseThrow();
    private static final Indicator BY_SECTOR =
            SharedCatalogue.shipped().find("ghg-sector").orElseThrow();

    private final List<Known> known = new ArrayList<>();

    @Test
    void without_a_population_of_the_same_year_there_is_no_figure_per_inhabitant() {
        official("ghg-total", null, 1990, "100");
        official("ghg-total", null, 2024, "50");
        official("population", null, 2024, "20");

        var rows = yearly(EMISSIONS).rows();

        assertThat(rows).extracting(YearlyFigures.Row::year).containsExactly(2024, 1990);
        assertThat(rows.getFirst().perInhabitant()).isEqualByComparingTo("2.5");
        assertThat(rows.getLast().perInhabitant()).isNull();
    }

    @Test
    void years_without_a_figure_are_gaps_and_no_rows() {
        official("ghg-total", null, 1990, "100");
        official("ghg-total", null, 1992, "0");
        official("ghg-total", null, 1996, "50");

        assertThat(yearly(EMISSIONS).rows()).hasSize(3);
        assertThat(yearly(EMISSIONS).gaps()).isEqualTo("1991, 1993–1995");
    }

    @Test
    void the_tenants_own_figure_counts_before_the_official_one_and_both_stand() {
        official("ghg-total", null, 2024, "50");
        own("ghg-total", null, 2024, "40");
        official("population", null, 2024, "20");

        var row = yearly(EMISSIONS).rows().getFirst();

        assertThat(row.cells().getFirst().figures()).hasSize(2);
        assertThat(row.perInhabitant()).isEqualByComparingTo("2");
        assertThat(row.origins()).extracting(Known::isOfficial).containsExactly(true, false);
    }

    @Test
    void sectors_have_a_sum_only_in_years_in_which_all_are_known() {
        officialInEverySector(2024, "1.5");
        official("ghg-sector", "transport", 1990, "7");

        var rows = yearly(BY_SECTOR).rows();

        assertThat(rows.getFirst().sum()).isEqualByComparingTo("13.5");
        assertThat(rows.getLast().sum()).isNull();
        assertThat(rows.getFirst().origins()).hasSize(1);
    }

    @Test
    void the_whole_is_the_sum_once_a_sector_was_corrected_and_says_that_the_observed_whole_is_behind() {
        officialInEverySector(2024, "1");
        official("ghg-sector", null, 2024, "9");
        assertThat(yearly(BY_SECTOR).rows().getFirst().isWholeBehind()).isFalse();

        own("ghg-sector", "transport", 2024, "3");

        var row = yearly(BY_SECTOR).rows().getFirst();
        assertThat(row.whole()).isEqualByComparingTo("11");
        assertThat(row.isWholeBehind()).isTrue();
        assertThat(summary(BY_SECTOR).latest()).isEqualTo(new Figure.Value(new BigDecimal("11")));
        assertThat(summary(BY_SECTOR).official()).isNull();
    }

    @Test
    void the_list_of_indicators_shows_the_sum_where_a_key_stands_for_the_whole() {
        officialInEverySector(2024, "1");
        known.add(new Known(
                observation(
                        "ghg-sector", null, 2024, new Figure.Noted(NotationKey.NE, "Not reckoned"), Origin.OFFICIAL),
                NETWORK));

        assertThat(summary(BY_SECTOR).latest()).isEqualTo(new Figure.Value(new BigDecimal("9")));
        assertThat(yearly(BY_SECTOR).rows().getFirst().whole()).isEqualByComparingTo("9");
        assertThat(yearly(BY_SECTOR).rows().getFirst().isWholeBehind()).isFalse();
    }

    private IndicatorSummary summary(Indicator indicator) {
        return IndicatorSummary.all(new Figures.Overview(Catalogue.with(List.of(), List.of()), known)).stream()
                .filter(summary -> summary.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private void officialInEverySector(int year, String value) {
        SharedCatalogue.shipped()
                .findSectorList("se-official")
                .orElseThrow()
                .sectors()
                .forEach(sector -> official("ghg-sector", sector.code(), year, value));
    }

    private YearlyFigures yearly(Indicator indicator) {
        return YearlyFigures.of(new Figures.Overview(Catalogue.with(List.of(), List.of()), known), indicator);
    }

    private void official(String indicator, @Nullable String sector, int year, String value) {
        known.add(new Known(
                observation(indicator, sector, year, new Figure.Value(new BigDecimal(value)), Origin.OFFICIAL),
                NETWORK));
    }

    private void own(String indicator, @Nullable String sector, int year, String value) {
        known.add(new Known(
                observation(indicator, sector, year, new Figure.Value(new BigDecimal(value)), Origin.OWN), null));
    }

    private static Observation observation(
            String indicator, @Nullable String sector, int year, Figure figure, Origin origin) {
        var source = new Source(UUID.randomUUID(), "Riksdata", "2025", null, null, 0, Instant.EPOCH);
        return new Observation(TOWN, indicator, sector, year, figure, null, origin, source, null, Instant.EPOCH);
    }
}
