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
        for (var sector : SharedCatalogue.shipped()
                .findSectorList("se-official")
                .orElseThrow()
                .sectors()) {
            official("ghg-sector", sector.code(), 2024, "1.5");
        }
        official("ghg-sector", "transport", 1990, "7");

        var rows = yearly(BY_SECTOR).rows();

        assertThat(rows.getFirst().sum()).isEqualByComparingTo("13.5");
        assertThat(rows.getLast().sum()).isNull();
        assertThat(rows.getFirst().origins()).hasSize(1);
    }

    private YearlyFigures yearly(Indicator indicator) {
        return YearlyFigures.of(new Figures.Overview(Catalogue.with(List.of(), List.of()), known), indicator);
    }

    private void official(String indicator, @Nullable String sector, int year, String value) {
        known.add(new Known(observation(indicator, sector, year, value, Origin.OFFICIAL), NETWORK));
    }

    private void own(String indicator, @Nullable String sector, int year, String value) {
        known.add(new Known(observation(indicator, sector, year, value, Origin.OWN), null));
    }

    private static Observation observation(
            String indicator, @Nullable String sector, int year, String value, Origin origin) {
        var source = new Source(UUID.randomUUID(), "Riksdata", "2025", null, null, 0, Instant.EPOCH);
        return new Observation(
                TOWN,
                indicator,
                sector,
                year,
                new Figure.Value(new BigDecimal(value)),
                null,
                origin,
                source,
                null,
                Instant.EPOCH);
    }
}
