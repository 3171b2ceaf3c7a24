package org.samklima.portal.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.indicators.Figures.Known;
import org.samklima.published.NotationKey;

class YearSeriesTests {

    private static final UUID TOWN = UUID.randomUUID();
    private static final UUID NETWORK = UUID.randomUUID();

    private final List<Known> known = new ArrayList<>();

    @Test
    void the_tenants_own_correction_counts_before_the_official_figure() {
        official("ghg-total", null, 2023, "50");
        official("ghg-total", null, 2024, "50");
        own("ghg-total", null, 2024, "40");

        var series = series("ghg-total", null);

        assertThat(series.values()).hasToString("{2023=50, 2024=40}");
        assertThat(series.isOfficial(2023)).isTrue();
        assertThat(series.isOfficial(2024)).isFalse();
    }

    @Test
    void a_notation_key_is_no_value_and_no_gap() {
        official("ghg-total", null, 2020, "50");
        noted("ghg-total", null, 2022, NotationKey.NE);
        official("ghg-total", null, 2024, "40");

        var series = series("ghg-total", null);

        assertThat(series.values().keySet()).containsExactly(2020, 2024);
        assertThat(series.noted().keySet()).containsExactly(2022);
        assertThat(series.gaps()).containsExactly(2021, 2023);
    }

    @Test
    void an_own_notation_key_takes_the_place_of_an_official_value() {
        official("ghg-total", null, 2024, "40");
        known.add(new Known(
                observation("ghg-total", null, 2024, new Figure.Noted(NotationKey.C, "One plant alone"), Origin.OWN),
                null));

        assertThat(series("ghg-total", null).values()).isEmpty();
    }

    @Test
    void where_every_sector_is_known_their_sum_stands_for_the_whole() {
        for (var sector : sectors()) {
            official("ghg-sector", sector, 2023, "1.5");
            if (!sector.equals("waste")) {
                official("ghg-sector", sector, 2024, "1");
            }
        }
        noted("ghg-sector", "waste", 2024, NotationKey.NE);

        assertThat(series("ghg-sector", null).values()).hasToString("{2023=13.5}");
        assertThat(series("ghg-sector", "transport").values()).hasToString("{2023=1.5, 2024=1}");
    }

    @Test
    void what_is_observed_of_the_whole_comes_before_the_sum() {
        sectors().forEach(sector -> official("ghg-sector", sector, 2024, "1"));
        official("ghg-sector", null, 2024, "10");

        assertThat(series("ghg-sector", null).values()).hasToString("{2024=10}");
    }

    @Test
    void where_a_sector_was_corrected_and_the_whole_was_not_the_sum_is_the_whole() {
        sectors().forEach(sector -> official("ghg-sector", sector, 2023, "1"));
        sectors().forEach(sector -> official("ghg-sector", sector, 2024, "1"));
        official("ghg-sector", null, 2023, "9");
        official("ghg-sector", null, 2024, "9");
        own("ghg-sector", "transport", 2024, "3");

        var series = series("ghg-sector", null);

        assertThat(series.values()).hasToString("{2023=9, 2024=11}");
        assertThat(series.isOfficial(2023)).isTrue();
        assertThat(series.isOfficial(2024)).isFalse();

        own("ghg-sector", null, 2024, "10");
        assertThat(series("ghg-sector", null).values()).hasToString("{2023=9, 2024=10}");
    }

    @Test
    void where_a_key_stands_for_the_whole_and_every_sector_is_known_their_sum_does() {
        sectors().forEach(sector -> official("ghg-sector", sector, 2024, "1"));
        noted("ghg-sector", null, 2024, NotationKey.NE);

        assertThat(series("ghg-sector", null).values()).hasToString("{2024=9}");
        assertThat(series("ghg-sector", null).noted()).isEmpty();
    }

    @Test
    void sectors_of_which_one_cannot_be_right_have_no_sum() {
        sectors().forEach(sector -> official("ghg-sector", sector, 2024, "999999999999"));

        assertThat(series("ghg-sector", null).values()).isEmpty();
    }

    @Test
    void divided_it_has_a_value_only_in_years_that_know_both() {
        official("ghg-total", null, 2022, "100");
        official("ghg-total", null, 2023, "90");
        official("ghg-total", null, 2024, "80");
        official("population", null, 2022, "20");
        official("population", null, 2023, "0");
        official("population", null, 2025, "25");

        var perInhabitant = series("ghg-total", null).per(series("population", null));

        assertThat(perInhabitant.values()).hasToString("{2022=5}");
        assertThat(perInhabitant.undivided()).containsExactly(2023, 2024);
        assertThat(perInhabitant.gaps()).isEmpty();
    }

    @Test
    void each_source_is_named_once() {
        official("ghg-total", null, 2023, "50");
        official("ghg-total", null, 2024, "50");

        assertThat(series("ghg-total", null).sources())
                .extracting(Source::label)
                .containsExactly("Riksdata, 2025");
    }

    private YearSeries series(String indicator, @Nullable String sector) {
        var catalogue = Catalogue.with(List.of(), List.of());
        return YearSeries.of(
                new Figures.Overview(catalogue, known),
                catalogue.find(indicator).orElseThrow(),
                sector);
    }

    private static List<String> sectors() {
        return SharedCatalogue.shipped().findSectorList("se-official").orElseThrow().sectors().stream()
                .map(Sector::code)
                .toList();
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

    private void noted(String indicator, @Nullable String sector, int year, NotationKey key) {
        known.add(new Known(
                observation(indicator, sector, year, new Figure.Noted(key, "Because"), Origin.OFFICIAL), NETWORK));
    }

    private static Observation observation(
            String indicator, @Nullable String sector, int year, Figure figure, Origin origin) {
        var source = new Source(UUID.randomUUID(), "Riksdata", "2025", null, null, 0, Instant.EPOCH);
        return new Observation(TOWN, indicator, sector, year, figure, null, origin, source, null, Instant.EPOCH);
    }
}
