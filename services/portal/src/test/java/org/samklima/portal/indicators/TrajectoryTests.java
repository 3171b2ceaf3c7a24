package org.samklima.portal.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.samklima.portal.indicators.Trajectory.YearValue;

class TrajectoryTests {

    private static final Offset<BigDecimal> NOTHING = Offset.offset(new BigDecimal("1e-25"));

    @Test
    void a_path_is_straight_from_the_baseline_over_each_interim_goal_to_the_target() {
        var path = values(1990, "100", 2020, "70", 2030, "20");

        assertThat(Trajectory.onLine(path, 1990)).contains(new BigDecimal("100"));
        assertThat(Trajectory.onLine(path, 2005).orElseThrow()).isEqualByComparingTo("85");
        assertThat(Trajectory.onLine(path, 2020)).contains(new BigDecimal("70"));
        assertThat(Trajectory.onLine(path, 2023).orElseThrow()).isEqualByComparingTo("55");
        assertThat(Trajectory.onLine(path, 2030)).contains(new BigDecimal("20"));
    }

    @Test
    void before_its_first_point_and_after_its_last_a_path_says_nothing() {
        var path = values(1990, "100", 2030, "20");

        assertThat(Trajectory.onLine(path, 1989)).isEmpty();
        assertThat(Trajectory.onLine(path, 2031)).isEmpty();
        assertThat(Trajectory.onLine(new TreeMap<>(), 2000)).isEmpty();
    }

    @Test
    void a_trend_through_points_of_a_line_is_that_line_whatever_years_are_missing() {
        var trend = Trajectory.trend(values(2010, "90.5", 2012, "84.5", 2013, "81.5", 2019, "63.5"))
                .orElseThrow();

        assertThat(trend.perYear()).isEqualByComparingTo("-3");
        assertThat(trend.at(2010)).isEqualByComparingTo("90.5");
        assertThat(trend.at(2030)).isEqualByComparingTo("30.5");
    }

    @Test
    void a_trend_is_the_line_of_least_squares() {
        // Σx = 10 and Σy = 11 about (2.5, 2.75): slope (4·33 − 10·11) / (4·30 − 10²) = 1.1
        var trend = Trajectory.trend(values(1, "1", 2, "3", 3, "2", 4, "5")).orElseThrow();

        assertThat(trend.perYear()).isEqualByComparingTo("1.1");
        assertThat(trend.at(10)).isEqualByComparingTo("11");
    }

    @Test
    void a_trend_takes_the_last_ten_observed_years_and_none_before() {
        var observed = values(1990, "5000");
        for (int year = 2010; year < 2020; year++) {
            observed.put(year, BigDecimal.valueOf(3000 - year));
        }

        var trend = Trajectory.trend(observed).orElseThrow();

        assertThat(trend.first()).isEqualTo(2010);
        assertThat(trend.years()).isEqualTo(10);
        assertThat(trend.perYear()).isEqualByComparingTo("-1");
    }

    @Test
    void three_observed_years_make_no_trend() {
        assertThat(Trajectory.trend(values(2010, "1", 2011, "2", 2012, "3"))).isEmpty();
    }

    @Test
    void right_on_the_path_is_on_the_good_side() {
        var ten = BigDecimal.TEN;

        assertThat(Trajectory.isAsGoodAs(new BigDecimal("10.0"), ten, true)).isTrue();
        assertThat(Trajectory.isAsGoodAs(new BigDecimal("10.0"), ten, false)).isTrue();
        assertThat(Trajectory.isAsGoodAs(new BigDecimal("9.9"), ten, true)).isTrue();
        assertThat(Trajectory.isAsGoodAs(new BigDecimal("9.9"), ten, false)).isFalse();
    }

    @Test
    void what_is_still_needed_is_the_same_amount_or_the_same_share_in_each_year() {
        var now = new YearValue(2024, new BigDecimal("100"));
        var target = new YearValue(2026, new BigDecimal("25"));

        assertThat(Trajectory.yearlyAmount(now, target).orElseThrow()).isEqualByComparingTo("-37.5");
        assertThat(Trajectory.yearlyShare(now, target).orElseThrow()).isCloseTo(new BigDecimal("-0.5"), NOTHING);
    }

    @Test
    void the_yearly_share_leads_to_the_target_to_the_last_digit() {
        var now = new YearValue(2024, new BigDecimal("81234.5"));
        var target = new YearValue(2045, new BigDecimal("17.25"));

        var share = Trajectory.yearlyShare(now, target).orElseThrow();

        assertThat(Trajectory.falling(now, share.negate(), 2045).orElseThrow())
                .isCloseTo(new BigDecimal("17.25"), NOTHING);
        assertThat(Trajectory.yearlyShare(now, new YearValue(2025, new BigDecimal("81234.5")))
                        .orElseThrow())
                .isEqualByComparingTo("0");
    }

    @Test
    void no_constant_share_leads_to_zero_or_from_it() {
        var some = new YearValue(2024, BigDecimal.TEN);
        var nothing = new YearValue(2030, BigDecimal.ZERO);

        assertThat(Trajectory.yearlyShare(some, nothing)).isEmpty();
        assertThat(Trajectory.yearlyShare(new YearValue(2024, BigDecimal.ZERO), new YearValue(2030, BigDecimal.ONE)))
                .isEmpty();
        assertThat(Trajectory.yearlyAmount(some, nothing).orElseThrow().doubleValue())
                .isEqualTo(-10.0 / 6, Offset.offset(1e-12));
    }

    @Test
    void without_a_year_between_there_is_nothing_to_do_each_year() {
        var now = new YearValue(2030, BigDecimal.TEN);

        assertThat(Trajectory.yearlyAmount(now, new YearValue(2030, BigDecimal.ONE)))
                .isEmpty();
        assertThat(Trajectory.yearlyShare(now, new YearValue(2029, BigDecimal.ONE)))
                .isEmpty();
    }

    @Test
    void by_the_carbon_law_each_year_is_the_same_share_of_the_one_before() {
        var now = new YearValue(2020, new BigDecimal("1000"));

        assertThat(Trajectory.falling(now, new BigDecimal("0.1"), 2020)).contains(new BigDecimal("1000"));
        assertThat(Trajectory.falling(now, new BigDecimal("0.1"), 2023).orElseThrow())
                .isEqualByComparingTo("729");
        assertThat(Trajectory.falling(now, new BigDecimal("0.1"), 2019)).isEmpty();
    }

    private static NavigableMap<Integer, BigDecimal> values(Object... yearsAndValues) {
        var values = new TreeMap<Integer, BigDecimal>();
        for (int i = 0; i < yearsAndValues.length; i += 2) {
            values.put((Integer) yearsAndValues[i], new BigDecimal((String) yearsAndValues[i + 1]));
        }
        return values;
    }
}
