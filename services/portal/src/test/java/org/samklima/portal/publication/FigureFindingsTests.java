package org.samklima.portal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.evaluation.Finding;
import org.samklima.portal.forms.Fraction;
import org.samklima.published.Direction;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.Indicator;
import org.samklima.published.Statement;
import org.samklima.published.Texts;

class FigureFindingsTests {

    private final List<FigureRow> rows = new ArrayList<>();

    @Test
    void the_networks_change_is_that_of_the_sum_over_the_members_that_have_both_years() {
        row("ekby", "60000000", "40000000");
        row("lindby", "11116293", "7140421");
        row("almby", null, "999999");
        row("sjoby", "888888", null);

        var change = found("change");

        assertThat(change.value()).isEqualTo(fraction("-23975872", "71116293"));
        assertThat(change.value().percent(1)).isEqualTo("-33.7");
        assertThat(change.counted()).isEqualTo(2);
        assertThat(change.members()).isEqualTo(4);
        assertThat(change.about()).isEqualTo(new Finding.About.OfIndicator("co2", 1990, 2024));
    }

    @Test
    void the_mean_of_the_members_own_changes_is_another_figure_with_another_name() {
        row("ekby", "1000", "500");
        row("lindby", "10", "12");

        assertThat(found("change").value()).isEqualTo(fraction("-498", "1010"));
        assertThat(found("mean-change").value()).isEqualTo(fraction("-15", "100"));
        assertThat(found("change").measure()).isNotEqualTo(found("mean-change").measure());
    }

    @Test
    void a_baseline_of_zero_gives_no_change_of_its_own_and_still_counts_in_the_networks() {
        row("ekby", "0", "50");
        row("lindby", "100", "50");

        assertThat(found("change").value()).isEqualTo(Fraction.ZERO);
        assertThat(found("change").counted()).isEqualTo(2);
        assertThat(found("mean-change").value()).isEqualTo(fraction("-1", "2"));
        assertThat(found("mean-change").counted()).isEqualTo(1);
    }

    @Test
    void a_network_that_began_at_zero_has_no_change_but_a_sum() {
        row("ekby", "0", "50");

        assertThat(all()).extracting(Finding::code).containsExactly("figures.co2.sum");
    }

    @Test
    void missing_is_not_zero_in_a_sum_and_a_true_zero_counts() {
        row("ekby", "5", "7");
        row("lindby", "5", "0");
        row("almby", "5", null);

        assertThat(found("sum").value()).isEqualTo(fraction("7", "1"));
        assertThat(found("sum").counted()).isEqualTo(2);
    }

    @Test
    void the_sum_is_compared_with_the_year_before_over_the_members_that_have_both() {
        rows.add(new FigureRow("ekby", null, List.of(number("10"), number("8")), List.of()));
        rows.add(new FigureRow("lindby", null, Arrays.asList(null, number("5")), List.of()));
        var table = new FigureTable("co2", null, List.of(2023, 2024), "smhi", rows);

        var sum = FigureFindings.of(indicator(null), table, 2).getFirst();

        assertThat(sum.value()).isEqualTo(fraction("13", "1"));
        assertThat(sum.overTime())
                .isEqualTo(new Finding.OverTime(2023, 2024, 1, fraction("10", "1"), fraction("8", "1")));
    }

    @Test
    void percentages_have_a_mean_and_neither_a_sum_nor_a_change() {
        row("ekby", "40", "50");
        row("lindby", null, "75");
        var table = new FigureTable("co2", null, List.of(1990, 2024), "smhi", rows);

        var found = FigureFindings.of(indicator(1990, "%"), table, 3);

        assertThat(found).extracting(Finding::code).containsExactly("figures.co2.mean");
        assertThat(found.getFirst().value()).isEqualTo(fraction("125", "2"));
        assertThat(found.getFirst().unit()).isEqualTo(Texts.of("sv", "%"));
        assertThat(found.getFirst().counted()).isEqualTo(2);
    }

    @Test
    void without_any_value_nothing_is_said() {
        rows.add(new FigureRow("ekby", null, Arrays.asList(null, null), List.of()));

        assertThat(all()).isEmpty();
    }

    @Test
    void the_contract_gets_a_fraction_for_the_change_and_per_cent_for_the_mean() {
        row("ekby", "60", "40");
        row("lindby", "3", "2");

        var change = Statements.of(found("change"), Texts.of("sv", "sedan 1990"), null);
        var mean = Statements.of(found("mean-change"), Texts.of("sv", "i medel"), null);

        assertThat(change.kind()).isEqualTo(Statement.Kind.CHANGE);
        assertThat(change.value()).isEqualTo("-0.333333");
        assertThat(change.unit()).isNull();
        assertThat(change.indicator()).isEqualTo("co2");
        assertThat(mean.kind()).isEqualTo(Statement.Kind.MEAN);
        assertThat(mean.value()).isEqualTo("-33.333333");
        assertThat(mean.unit()).isEqualTo(Texts.of("sv", "%"));
    }

    private void row(String member, @Nullable String baseline, @Nullable String latest) {
        rows.add(new FigureRow(member, null, Arrays.asList(number(baseline), number(latest)), List.of()));
    }

    private Finding found(String measure) {
        return all().stream()
                .filter(finding -> finding.code().equals("figures.co2." + measure))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> all() {
        var table = new FigureTable("co2", null, List.of(1990, 2024), "smhi", rows);
        return FigureFindings.of(indicator(1990), table, rows.size());
    }

    private static Indicator indicator(@Nullable Integer baseline) {
        return indicator(baseline, "ton");
    }

    private static Indicator indicator(@Nullable Integer baseline, String unit) {
        return new Indicator(
                "co2",
                Texts.of("sv", "Utsläpp"),
                null,
                Texts.of("sv", unit),
                0,
                Direction.LOWER_IS_BETTER,
                null,
                true,
                baseline,
                null);
    }

    private static @Nullable BigDecimal number(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private static Fraction fraction(String part, String whole) {
        return Fraction.of(new BigDecimal(part), new BigDecimal(whole));
    }
}
