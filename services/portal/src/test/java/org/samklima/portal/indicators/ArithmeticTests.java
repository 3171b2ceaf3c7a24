package org.samklima.portal.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samklima.published.NotationKey;
import org.samklima.published.Texts;

class ArithmeticTests {

    @Test
    void the_change_of_a_network_counts_the_members_that_have_both_years() {
        var change = Arithmetic.changeOfSums(
                        figures("a", "100.1", "b", "300.2", "only before", "7000"),
                        figures("a", "50.3", "b", "250", "only after", "9000"))
                .orElseThrow();

        assertThat(change.members()).isEqualTo(2);
        assertThat(change.before()).isEqualTo(new BigDecimal("400.3"));
        assertThat(change.after()).isEqualTo(new BigDecimal("300.3"));
        assertThat(change.share().orElseThrow().doubleValue()).isEqualTo(-0.2498, within());
    }

    @Test
    void the_mean_of_own_changes_is_another_figure() {
        var before = figures("large", "1000", "small", "10");
        var after = figures("large", "500", "small", "10");

        assertThat(Arithmetic.meanOfOwnChanges(before, after).orElseThrow().value())
                .isEqualByComparingTo("-0.25");
        assertThat(Arithmetic.changeOfSums(before, after)
                        .orElseThrow()
                        .share()
                        .orElseThrow()
                        .doubleValue())
                .isEqualTo(-0.495, within());
    }

    @Test
    void from_nothing_there_is_no_share_of_change() {
        assertThat(Arithmetic.changeOfSums(figures("a", "0"), figures("a", "5"))
                        .orElseThrow()
                        .share())
                .isEmpty();
        assertThat(Arithmetic.meanOfOwnChanges(figures("a", "0"), figures("a", "5")))
                .isEmpty();
        assertThat(Arithmetic.changeOfSums(figures("a", "1"), figures("b", "1")))
                .isEmpty();
    }

    @Test
    void per_inhabitant_there_is_no_figure_without_a_population_of_the_year() {
        var value = Optional.of(new BigDecimal("100"));

        assertThat(Arithmetic.perInhabitant(value, Optional.of(new BigDecimal("8"))))
                .hasValue(new BigDecimal("12.5"));
        assertThat(Arithmetic.perInhabitant(value, Optional.empty())).isEmpty();
        assertThat(Arithmetic.perInhabitant(value, Optional.of(BigDecimal.ZERO)))
                .isEmpty();
        assertThat(Arithmetic.perInhabitant(Optional.empty(), Optional.of(BigDecimal.ONE)))
                .isEmpty();
    }

    @Test
    void a_zero_is_a_value_and_takes_part_in_a_mean() {
        assertThat(Arithmetic.mean(List.of(BigDecimal.ZERO, BigDecimal.TEN)))
                .hasValue(new Arithmetic.Mean(2, new BigDecimal("5")));
        assertThat(Arithmetic.mean(List.of())).isEmpty();
    }

    @Test
    void sectors_are_summed_only_where_all_are_observed() {
        Map<String, Figure> figures = new HashMap<>();
        figures.put("a", value("1.10"));
        assertThat(Arithmetic.sumOfSectors(LIST, figures)).isEmpty();

        figures.put("b", value("2.20"));
        assertThat(Arithmetic.sumOfSectors(LIST, figures)).hasValue(new BigDecimal("3.30"));

        figures.put("b", new Figure.Noted(NotationKey.NO, "there is none"));
        assertThat(Arithmetic.sumOfSectors(LIST, figures)).hasValue(new BigDecimal("1.10"));
    }

    @Test
    void what_is_not_estimated_confidential_or_elsewhere_leaves_no_sum() {
        for (var key : List.of(NotationKey.NE, NotationKey.C, NotationKey.IE)) {
            var figures = Map.of("a", value("1"), "b", new Figure.Noted(key, "why"));
            assertThat(Arithmetic.sumOfSectors(LIST, figures)).isEmpty();
        }
    }

    @Test
    void gaps_are_the_years_between_the_first_and_the_last_observed() {
        assertThat(Arithmetic.gaps(List.of(2005, 2000, 2003))).containsExactly(2001, 2002, 2004);
        assertThat(Arithmetic.gaps(List.of(2000))).isEmpty();
        assertThat(Arithmetic.gaps(List.of())).isEmpty();
    }

    private static final SectorList LIST = new SectorList(
            "ab",
            Texts.of("en", "A and B"),
            List.of(
                    new Sector("a", Texts.of("en", "A"), null, List.of()),
                    new Sector("b", Texts.of("en", "B"), null, List.of())),
            false);

    private static Figure value(String amount) {
        return new Figure.Value(new BigDecimal(amount));
    }

    private static Map<String, BigDecimal> figures(String... membersAndAmounts) {
        Map<String, BigDecimal> figures = new HashMap<>();
        for (int i = 0; i < membersAndAmounts.length; i += 2) {
            figures.put(membersAndAmounts[i], new BigDecimal(membersAndAmounts[i + 1]));
        }
        return figures;
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.0001);
    }
}
