package org.samklima.overview.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.published.Direction;
import org.samklima.published.Ranking;
import org.samklima.published.Target;

class ArithmeticTests {

    @Test
    void those_who_tie_share_a_rank_and_the_next_is_left_out() {
        assertThat(Ranks.of(values("10", "20", "20.00", "30"), Direction.LOWER_IS_BETTER, Ranking.ALL))
                .containsExactly(1, 2, 2, 4);
        assertThat(Ranks.of(values("10", "20", "20.00", "30"), Direction.HIGHER_IS_BETTER, Ranking.ALL))
                .containsExactly(4, 2, 2, 1);
    }

    @Test
    void whoever_has_no_figure_is_not_ranked_and_moves_nobody() {
        assertThat(Ranks.of(values(null, "0", null, "5"), Direction.LOWER_IS_BETTER, Ranking.ALL))
                .containsExactly(null, 1, null, 2);
    }

    @Test
    void nobody_stands_on_a_public_bottom_rank_unless_the_network_chooses_so() {
        List<BigDecimal> five = values("1", "2", "3", "4", "5");

        assertThat(Ranks.of(five, Direction.LOWER_IS_BETTER, Ranking.BEST_HALF)).containsExactly(1, 2, 3, null, null);
        assertThat(Ranks.of(five, Direction.LOWER_IS_BETTER, Ranking.NONE)).containsOnlyNulls();
        assertThat(Ranks.of(five, Direction.LOWER_IS_BETTER, Ranking.ALL)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void where_neither_direction_is_better_nobody_is_ranked() {
        assertThat(Ranks.of(values("1", "2"), Direction.NEUTRAL, Ranking.ALL)).containsOnlyNulls();
    }

    @Test
    void mean_and_median_leave_gaps_out_and_count_zeros() {
        Summary summary = Summary.of(values("0", null, "1", "5", "10"));

        assertThat(summary).isEqualTo(new Summary(4, new BigDecimal("4"), new BigDecimal("3")));
    }

    @Test
    void the_median_of_an_odd_number_is_the_figure_in_the_middle() {
        assertThat(Summary.of(values("9.5", "1", "2.25")).median()).isEqualByComparingTo("2.25");
    }

    @Test
    void nothing_has_neither_mean_nor_median() {
        assertThat(Summary.of(Collections.singletonList(null))).isEqualTo(new Summary(0, null, null));
    }

    @Test
    void the_target_path_is_a_straight_line() {
        TargetPath path = TargetPath.from(new BigDecimal("1000"), new Target(1990, 2030, new BigDecimal("-0.6")));

        assertThat(path.in(1990)).isEqualByComparingTo("1000");
        assertThat(path.in(2010)).isEqualByComparingTo("700");
        assertThat(path.in(2030)).isEqualByComparingTo("400");
        assertThat(path.in(2031)).isNull();
    }

    @Test
    void on_track_is_on_the_good_side_of_the_path() {
        TargetPath path = TargetPath.from(new BigDecimal("1000"), new Target(1990, 2030, new BigDecimal("-0.6")));

        assertThat(path.isOnTrack(2010, new BigDecimal("700"), Direction.LOWER_IS_BETTER))
                .isTrue();
        assertThat(path.isOnTrack(2010, new BigDecimal("700.01"), Direction.LOWER_IS_BETTER))
                .isFalse();
        assertThat(path.isOnTrack(2010, new BigDecimal("700.01"), Direction.HIGHER_IS_BETTER))
                .isTrue();
        assertThat(path.isOnTrack(2010, new BigDecimal("700"), Direction.NEUTRAL))
                .isNull();
    }

    @Test
    void what_is_still_asked_for_is_the_same_amount_every_year() {
        TargetPath path = TargetPath.from(new BigDecimal("1000"), new Target(1990, 2030, new BigDecimal("-0.6")));

        assertThat(path.askedPerYear(2025, new BigDecimal("800"))).isEqualByComparingTo("-0.1");
        assertThat(path.askedPerYear(2030, new BigDecimal("800"))).isNull();
    }

    private static List<@Nullable BigDecimal> values(@Nullable String... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? null : new BigDecimal(value))
                .toList();
    }
}
