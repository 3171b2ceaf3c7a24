package org.samklima.portal.planning.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.Source;
import org.samklima.portal.planning.goals.GoalInput.Point;
import org.samklima.portal.planning.goals.GoalStanding.State;
import org.samklima.published.Texts;

/** Where goals stand, by invented figures. */
class CourseTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final List<Figures.Known> known = new ArrayList<>();

    @Test
    void a_relative_goal_is_on_track_on_the_path_and_behind_above_it() {
        observed("ghg", 1990, "1000", 2010, "749");
        var half = relative("-50", 1990, 2030);
        assertThat(standing(half).state()).isEqualTo(State.ON_TRACK);

        observed("ghg", 2011, "750");
        var course = course(half);
        assertThat(standing(half).state()).isEqualTo(State.BEHIND);
        assertThat(course.path(2011).orElseThrow()).isEqualByComparingTo("737.5");
        assertThat(course.changeSinceBaseline().orElseThrow()).isEqualByComparingTo("-0.25");
        assertThat(course.goal().orElseThrow().value()).isEqualByComparingTo("500");
    }

    @Test
    void right_on_the_path_is_on_track() {
        observed("ghg", 1990, "1000", 2010, "750");

        assertThat(standing(relative("-50", 1990, 2030)).state()).isEqualTo(State.ON_TRACK);
    }

    @Test
    void where_more_is_better_the_good_side_is_above() {
        observed("km", 2010, "100", 2020, "151");
        var goal = absolute("km", "200", 2010, 2030);
        assertThat(standing(goal).state()).isEqualTo(State.ON_TRACK);
        assertThat(course(goal).neededAmount().orElseThrow()).isEqualByComparingTo("4.9");

        observed("km", 2021, "154");
        assertThat(standing(goal).state()).isEqualTo(State.BEHIND);
    }

    @Test
    void an_interim_goal_bends_the_path() {
        observed("ghg", 1990, "1000", 2010, "800", 2020, "690");
        var goal = input(GoalKind.RELATIVE, "ghg", "-80", 1990, 2030, List.of(point(2020, "-30")));
        var course = course(goal);

        assertThat(course.path(2020).orElseThrow()).isEqualByComparingTo("700");
        assertThat(course.path(2025).orElseThrow()).isEqualByComparingTo("450");
        assertThat(course.reached(2020)).isTrue();
        assertThat(course.reached(2030)).isNull();
        assertThat(standing(goal).state()).isEqualTo(State.ON_TRACK);
    }

    @Test
    void a_typed_baseline_counts_before_the_observed_one() {
        observed("ghg", 1990, "1000", 2020, "500");
        var typed = new GoalInput(
                GoalKind.RELATIVE,
                "Half",
                null,
                null,
                "ghg",
                null,
                null,
                1990,
                new BigDecimal("800"),
                2030,
                new BigDecimal("-50"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(course(typed).goal().orElseThrow().value()).isEqualByComparingTo("400");
    }

    @Test
    void a_scenario_goal_is_measured_against_the_scenario_of_the_same_year() {
        observed("ghg", 2020, "1000", 2025, "990");
        var goal = scenario("-20", 2020, 2030, point(2020, "1000"), point(2030, "1200"));
        var course = course(goal);

        assertThat(course.goal().orElseThrow().value()).isEqualByComparingTo("960");
        assertThat(course.distanceFromScenario().orElseThrow()).isEqualByComparingTo("-0.1");
        assertThat(course.path(2025).orElseThrow()).isEqualByComparingTo("980");
        assertThat(standing(goal).state()).isEqualTo(State.BEHIND);
    }

    @Test
    void a_scenario_goal_may_begin_where_only_the_scenario_is_known() {
        var goal = scenario("-20", 2020, 2030, point(2020, "1000"), point(2030, "1200"));

        assertThat(course(goal).baseline().orElseThrow().value()).isEqualByComparingTo("1000");
        assertThat(standing(goal).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void an_intensity_knows_only_years_that_have_both_figures() {
        observed("ghg", 2020, "1000", 2021, "900", 2022, "800");
        observed("people", 2020, "100", 2021, "90");
        var goal = new GoalInput(
                GoalKind.INTENSITY,
                "Five each",
                null,
                null,
                "ghg",
                null,
                "people",
                2020,
                null,
                2030,
                new BigDecimal("5"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var course = course(goal);

        assertThat(course.latest().orElseThrow().year()).isEqualTo(2021);
        assertThat(course.latest().orElseThrow().value()).isEqualByComparingTo("10");
        assertThat(course.observed().undivided()).containsExactly(2022);
    }

    @Test
    void a_goal_is_reached_early_reached_or_missed() {
        observed("ghg", 1990, "1000", 2020, "490");
        assertThat(standing(relative("-50", 1990, 2030)).state()).isEqualTo(State.AHEAD);
        assertThat(course(relative("-50", 1990, 2030)).neededAmount()).isEmpty();
        assertThat(standing(relative("-50", 1990, 2020)).state()).isEqualTo(State.REACHED);
        assertThat(standing(relative("-60", 1990, 2020)).state()).isEqualTo(State.MISSED);
    }

    @Test
    void what_happened_after_the_target_year_does_not_change_whether_it_was_reached() {
        observed("ghg", 1990, "1000", 2020, "490", 2021, "600");

        assertThat(standing(relative("-50", 1990, 2020)).state()).isEqualTo(State.REACHED);
    }

    @Test
    void without_a_figure_after_the_baseline_nothing_is_claimed() {
        observed("ghg", 1985, "1200", 1990, "1000");
        var goal = relative("-50", 1990, 2030);

        assertThat(standing(goal).state()).isEqualTo(State.UNKNOWN);
        assertThat(course(goal).latest()).isEmpty();
        assertThat(course(goal).neededAmount().orElseThrow()).isEqualByComparingTo("-12.5");
    }

    @Test
    void a_baseline_that_is_no_longer_known_leaves_no_path() {
        observed("ghg", 2010, "700");
        var goal = relative("-50", 1990, 2030);

        assertThat(standing(goal).state()).isEqualTo(State.UNKNOWN);
        assertThat(course(goal).points()).isEmpty();
    }

    @Test
    void what_is_measured_by_something_unknown_stands_nowhere() {
        assertThat(standing(absolute("gone", "5", 2020, 2030)).state()).isEqualTo(State.UNKNOWN);
        assertThat(standing(absolute("gone", "5", 2020, 2030)).measured()).isEmpty();
    }

    @Test
    void a_milestone_is_ahead_late_or_reached() {
        assertThat(standing(milestone(TODAY, null)).state()).isEqualTo(State.OPEN);
        assertThat(standing(milestone(TODAY.minusDays(1), null)).state()).isEqualTo(State.LATE);
        assertThat(standing(milestone(TODAY.minusDays(1), TODAY)).state()).isEqualTo(State.REACHED);
    }

    @Test
    void the_projection_is_where_the_trend_meets_the_target_year() {
        observed("ghg", 1990, "1000", 2017, "700", 2018, "690", 2019, "680", 2020, "670");
        var course = course(relative("-50", 1990, 2030));

        // 1990 belongs to the last ten observed years, too.
        assertThat(course.trend().orElseThrow().years()).isEqualTo(5);
        assertThat(course.projection().orElseThrow().year()).isEqualTo(2030);
        assertThat(course.projection().orElseThrow().value().doubleValue()).isBetween(555.0, 560.0);
    }

    @Test
    void a_goal_cannot_lead_to_the_bad_side() {
        observed("ghg", 1990, "1000");
        observed("km", 2010, "100");
        refused(relative("50", 1990, 2030), "goals.invalid.wrong-sign.rises");
        refused(absolute("ghg", "1001", 1990, 2030), "goals.invalid.wrong-side.rises");
        refused(absolute("km", "99", 2010, 2030), "goals.invalid.wrong-side.falls");
    }

    @Test
    void an_interim_goal_cannot_lead_away_from_the_goal_or_past_it() {
        observed("ghg", 1990, "1000");
        refused(withInterim(point(2020, "10")), "goals.invalid.interim-wrong-side");
        refused(withInterim(point(2020, "-60")), "goals.invalid.interim-wrong-side");
        refused(withInterim(point(2010, "-30"), point(2020, "-20")), "goals.invalid.interim-wrong-side");
        check(withInterim(point(2010, "-20"), point(2020, "-30")));
    }

    @Test
    void a_goal_needs_a_baseline_that_is_known_and_an_indicator_that_there_is() {
        refused(relative("-50", 1990, 2030), "goals.invalid.no-baseline");
        refused(absolute("gone", "5", 2020, 2030), "goals.invalid.unknown-indicator");
        observed("ghg", 1990, "0");
        refused(relative("-50", 1990, 2030), "goals.invalid.baseline-zero");
    }

    @Test
    void from_below_zero_nothing_is_said_in_percent() {
        observed("ghg", 1990, "-100", 2020, "-134");
        refused(relative("-50", 1990, 2030), "goals.invalid.baseline-negative");

        var sink = absolute("ghg", "-200", 1990, 2030);
        check(sink);
        assertThat(course(sink).changeSinceBaseline()).isEmpty();
        assertThat(course(sink).path(2020).orElseThrow()).isEqualByComparingTo("-175");
        assertThat(standing(sink).state()).isEqualTo(State.BEHIND);
    }

    @Test
    void what_is_observed_is_put_in_order_once_however_many_goals_ask() {
        observed("ghg", 2020, "500", 1990, "1000");
        var overview = new Figures.Overview(new Catalogue(List.of(), List.of()), known);
        assertThat(overview.of("ghg")).isSameAs(overview.of("ghg"));
        assertThat(overview.of("ghg"))
                .extracting(one -> one.observation().year())
                .containsExactly(1990, 2020);

        var measures = measures();
        var meaning =
                measures.meaning(relative("-50", 1990, 2030).terms().target()).orElseThrow();
        assertThat(measures.observed(meaning)).isSameAs(measures.observed(meaning));
    }

    private GoalInput withInterim(Point... points) {
        return input(GoalKind.RELATIVE, "ghg", "-50", 1990, 2030, List.of(points));
    }

    private void refused(GoalInput goal, String because) {
        assertThatThrownBy(() -> check(goal)).isInstanceOf(InvalidGoal.class).hasMessage(because);
    }

    private void check(GoalInput goal) {
        GoalCheck.check(goal.terms(), measures());
    }

    private GoalStanding standing(GoalInput goal) {
        return GoalStanding.of(goal.terms(), measures(), TODAY);
    }

    private Course course(GoalInput goal) {
        return standing(goal).measured().orElseThrow();
    }

    private Measures measures() {
        var catalogue = new Catalogue(
                List.of(
                        indicator("ghg", Direction.LOWER_IS_BETTER),
                        indicator("km", Direction.HIGHER_IS_BETTER),
                        indicator("people", Direction.NEITHER)),
                List.of());
        return new Measures(new Figures.Overview(catalogue, known));
    }

    private static Indicator indicator(String code, Direction direction) {
        var name = Texts.of("en", code);
        return new Indicator(code, name, name, Texts.of("en", "t"), 0, direction, null, false, false);
    }

    private static GoalInput relative(String percent, int from, int to) {
        return input(GoalKind.RELATIVE, "ghg", percent, from, to, null);
    }

    private static GoalInput absolute(String indicator, String value, int from, int to) {
        return input(GoalKind.ABSOLUTE, indicator, value, from, to, null);
    }

    private static GoalInput input(
            GoalKind kind, String indicator, String value, int from, int to, @Nullable List<Point> interim) {
        return new GoalInput(
                kind,
                "A goal",
                null,
                null,
                indicator,
                null,
                null,
                from,
                null,
                to,
                new BigDecimal(value),
                interim,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static GoalInput scenario(String percent, int from, int to, Point... scenario) {
        return new GoalInput(
                GoalKind.SCENARIO,
                "A goal",
                null,
                null,
                "ghg",
                null,
                null,
                from,
                null,
                to,
                new BigDecimal(percent),
                null,
                List.of(scenario),
                null,
                null,
                null,
                null,
                null);
    }

    private static GoalInput milestone(LocalDate due, @Nullable LocalDate reached) {
        return new GoalInput(
                GoalKind.MILESTONE,
                "A plan",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                due,
                reached,
                null,
                null,
                null);
    }

    private static Point point(int year, String value) {
        return new Point(year, new BigDecimal(value));
    }

    private void observed(String indicator, Object... yearsAndValues) {
        var source = new Source(UUID.randomUUID(), "Riksdata", "", null, null, 0, Instant.EPOCH);
        for (int i = 0; i < yearsAndValues.length; i += 2) {
            known.add(new Figures.Known(
                    new Observation(
                            UUID.randomUUID(),
                            indicator,
                            null,
                            (Integer) yearsAndValues[i],
                            new Figure.Value(new BigDecimal((String) yearsAndValues[i + 1])),
                            null,
                            Origin.OWN,
                            source,
                            null,
                            Instant.EPOCH),
                    null));
        }
    }
}
