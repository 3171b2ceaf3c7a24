package org.samklima.portal.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.indicators.Arithmetic;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Figures.Known;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.indicators.Source;
import org.samklima.published.NotationKey;

class DevelopmentTests {

    private static final Indicator EMISSIONS =
            SharedCatalogue.shipped().find("co2-total").orElseThrow();
    private static final Indicator BY_SECTOR =
            SharedCatalogue.shipped().find("co2-sector").orElseThrow();
    private static final Indicator SHARE =
            SharedCatalogue.shipped().find("organic-food").orElseThrow();

    private final List<Known> known = new ArrayList<>();

    @Test
    void change_is_exact_and_counted_from_the_first_observed_year_unless_another_is_chosen() {
        official("co2-total", null, 1990, "300");
        official("co2-total", null, 2005, "250");
        official("co2-total", null, 2022, "200");

        var all = development(EMISSIONS, null, null, null, false);
        assertThat(all.whole().sinceBaseline()).isEqualByComparingTo("-0.3333333333333333333333333333333333");
        assertThat(List.of(all.from(), all.to(), all.baseline())).containsExactly(1990, 2022, 1990);

        var chosen = development(EMISSIONS, 2005, 2022, 1990, false);
        assertThat(chosen.whole().overPeriod()).isEqualByComparingTo("-0.2");
        assertThat(chosen.whole().sinceBaseline())
                .isEqualByComparingTo(all.whole().sinceBaseline());
        assertThat(development(EMISSIONS, 2010, null, 2010, false).from()).isEqualTo(1990);
    }

    @Test
    void years_of_which_nothing_is_known_are_gaps_and_never_zero() {
        official("co2-total", null, 1990, "300");
        official("co2-total", null, 1993, "0");

        var development = development(EMISSIONS, null, null, null, false);

        assertThat(development.period()).containsExactly(1990, 1991, 1992, 1993);
        assertThat(development.whole().in(1991)).isNull();
        assertThat(development.whole().in(1993)).isZero();
        assertThat(development.whole().sinceBaseline()).isEqualByComparingTo("-1");
    }

    @Test
    void what_began_with_nothing_has_no_change() {
        official("co2-total", null, 1990, "0");
        official("co2-total", null, 2022, "5");

        assertThat(development(EMISSIONS, null, null, null, false).whole().sinceBaseline())
                .isNull();
    }

    @Test
    void per_inhabitant_needs_the_population_of_the_same_year_and_says_where_it_is_missing() {
        official("co2-total", null, 1990, "300");
        official("co2-total", null, 2005, "250");
        official("co2-total", null, 2022, "200");
        official("population", null, 1990, "100");
        official("population", null, 2022, "80");
        official("population", null, 2004, "90");

        var development = development(EMISSIONS, null, null, null, true);

        assertThat(development.whole().values().keySet()).containsExactly(1990, 2022);
        assertThat(development.whole().in(2022)).isEqualByComparingTo("2.5");
        assertThat(development.withoutPopulation()).containsExactly(2005);
        assertThat(development(EMISSIONS, 2022, 2022, 2005, true).withoutPopulation())
                .as("the baseline outside the period")
                .containsExactly(2005);
        assertThat(development.whole().sinceBaseline().doubleValue()).isBetween(-0.1667, -0.1666);
    }

    @Test
    void the_whole_is_the_sum_only_where_every_sector_is_known_or_does_not_occur() {
        for (var sector : sectors()) {
            official("co2-sector", sector, 2021, "10");
            if (!sector.equals("agriculture")) {
                official("co2-sector", sector, 2022, "8");
            }
        }
        noted("co2-sector", "agriculture", 2022, NotationKey.NE);

        var withGap = development(BY_SECTOR, null, null, null, false);
        assertThat(withGap.whole().in(2021)).isEqualByComparingTo("90");
        assertThat(withGap.whole().in(2022)).isNull();
        assertThat(withGap.incomplete()).containsExactly(2022);

        known.removeLast();
        noted("co2-sector", "agriculture", 2022, NotationKey.NO);
        var complete = development(BY_SECTOR, null, null, null, false);
        assertThat(complete.whole().in(2022)).isEqualByComparingTo("64");
        assertThat(complete.incomplete()).isEmpty();
    }

    @Test
    void where_sectors_were_corrected_and_the_whole_was_not_their_sum_is_the_whole() {
        for (var sector : sectors()) {
            official("co2-sector", sector, 2021, "10");
            official("co2-sector", sector, 2022, "10");
        }
        official("co2-sector", null, 2021, "90");
        official("co2-sector", null, 2022, "90");
        add("co2-sector", "transport", 2022, new Figure.Value(new BigDecimal("28")), Origin.OWN);

        var development = development(BY_SECTOR, null, null, null, false);

        assertThat(development.whole().in(2022)).isEqualByComparingTo("108");
        assertThat(development.whole().overPeriod()).isEqualByComparingTo("0.2");
        assertThat(development.wholeBehind()).containsExactly(2022);

        add("co2-sector", null, 2022, new Figure.Value(new BigDecimal("107")), Origin.OWN);
        assertThat(development(BY_SECTOR, null, null, null, false).whole().in(2022))
                .isEqualByComparingTo("107");
    }

    @Test
    void a_quotient_is_shown_with_the_decimals_it_is_worth() {
        assertThat(List.of("712.4", "12.34", "8.456", "0.4567", "0.003725", "0.0000000001", "0"))
                .extracting(quotient -> Arithmetic.worthwhileDecimals(new BigDecimal(quotient)))
                .containsExactly(0, 1, 2, 2, 4, 6, 0);
    }

    @Test
    void a_percentage_changes_by_points() {
        official("organic-food", null, 2015, "20");
        official("organic-food", null, 2022, "32.5");

        var development = development(SHARE, null, null, null, false);

        assertThat(development.inPoints()).isTrue();
        assertThat(development.whole().sinceBaseline()).isEqualByComparingTo("12.5");
    }

    @Test
    void a_small_drawing_joins_only_years_that_follow_each_other() {
        official("co2-total", null, 1990, "300");
        official("co2-total", null, 2000, "280");
        official("co2-total", null, 2001, "270");

        var trend = IndicatorSummary.all(overview()).stream()
                .filter(summary -> summary.indicator().equals(EMISSIONS))
                .findFirst()
                .orElseThrow()
                .trend();

        assertThat(trend.dots()).hasSize(1);
        assertThat(trend.lines()).hasSize(1);
    }

    private static List<String> sectors() {
        return SharedCatalogue.shipped().findSectorList("se-official").orElseThrow().sectors().stream()
                .map(Sector::code)
                .toList();
    }

    private Development development(
            Indicator indicator,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Integer baseline,
            boolean perInhabitant) {
        return Development.of(
                        YearlyFigures.of(overview(), indicator),
                        indicator,
                        new Development.Choice(from, to, baseline, perInhabitant))
                .orElseThrow();
    }

    private Figures.Overview overview() {
        return new Figures.Overview(Catalogue.with(List.of(), List.of()), known);
    }

    private void official(String indicator, @Nullable String sector, int year, String value) {
        add(indicator, sector, year, new Figure.Value(new BigDecimal(value)));
    }

    private void noted(String indicator, @Nullable String sector, int year, NotationKey key) {
        add(indicator, sector, year, new Figure.Noted(key, "says why"));
    }

    private void add(String indicator, @Nullable String sector, int year, Figure figure) {
        add(indicator, sector, year, figure, Origin.OFFICIAL);
    }

    private void add(String indicator, @Nullable String sector, int year, Figure figure, Origin origin) {
        var source = new Source(UUID.randomUUID(), "Riksdata", "2025", null, null, 0, Instant.EPOCH);
        known.add(new Known(
                new Observation(
                        UUID.randomUUID(), indicator, sector, year, figure, null, origin, source, null, Instant.EPOCH),
                UUID.randomUUID()));
    }
}
