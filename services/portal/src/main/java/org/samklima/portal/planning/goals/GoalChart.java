package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.ChartData;
import org.samklima.pages.ChartData.Series;
import org.samklima.portal.indicators.Source;
import org.samklima.portal.indicators.Trajectory;
import org.samklima.portal.indicators.Trajectory.YearValue;

/**
 * A goal's chart: what was observed, the path to the target, where the trend leads, the scenario without the goal, and a path
 * by the carbon law if somebody wants to see one.
 *
 * @param fall the share by which that falls each year; null for none
 */
record GoalChart(
        GoalKind kind,
        Course course,
        GoalStanding.State state,
        Wording wording,
        @Nullable BigDecimal fall) {

    /** @param file what a downloaded picture or table is called */
    ChartData data(String file) {
        var target = course.target();
        var years = years().boxed().toList();
        var chart = ChartData.lines(wording.language(), GoalWords.finding(kind, state, course, wording))
                .of(wording.name(course), wording.unit(course), wording.decimals(course))
                .over(
                        wording.word("chart.year"),
                        years.stream().map(String::valueOf).toList())
                .with(Series.measured(wording.word("chart.observed"), values(years, this::observed)))
                .named(file);
        if (!course.points().isEmpty()) {
            chart = chart.with(Series.target(
                    wording.word("chart.path", target.year()),
                    values(years, year -> Trajectory.onLine(course.points(), year))));
        }
        var trend = course.trend();
        if (trend.isPresent() && course.projection().isPresent()) {
            var line = trend.get();
            chart = chart.with(Series.outlook(
                    wording.word("chart.trend", line.first(), line.last()),
                    values(
                            years,
                            year -> year >= line.first() && year <= target.year()
                                    ? Optional.of(line.at(year))
                                    : Optional.empty())));
        }
        if (!target.scenario().isEmpty()) {
            chart = chart.with(Series.outlook(wording.word("chart.scenario"), values(years, course::scenario)));
        }
        var from = lawFrom();
        if (fall != null && from.isPresent()) {
            chart = chart.with(Series.outlook(
                    wording.word("chart.law", wording.decided(fall.movePointRight(2))),
                    values(years, year -> Trajectory.falling(from.get(), fall, year))));
        }
        var source = source();
        return source.isEmpty() ? chart : chart.from(source);
    }

    private IntStream years() {
        var target = course.target();
        var observed = course.observed().values();
        int first = observed.isEmpty() ? target.baselineYear() : Math.min(observed.firstKey(), target.baselineYear());
        int last = observed.isEmpty() ? target.year() : Math.max(observed.lastKey(), target.year());
        return IntStream.rangeClosed(first, last);
    }

    private Optional<BigDecimal> observed(int year) {
        return Optional.ofNullable(course.observed().values().get(year));
    }

    private static List<@Nullable BigDecimal> values(List<Integer> years, IntFunction<Optional<BigDecimal>> value) {
        return years.stream().map(year -> value.apply(year).orElse(null)).toList();
    }

    /** From the latest observation on: what is done already is done. */
    private Optional<YearValue> lawFrom() {
        return Stream.of(course.latest(), course.baseline())
                .flatMap(Optional::stream)
                .filter(from -> from.year() < course.target().year())
                .findFirst();
    }

    /** Some sources by name, more as a number. */
    private String source() {
        var labels = course.observed().sources().stream().map(Source::label).toList();
        if (labels.size() <= 3) {
            return String.join("; ", labels);
        }
        return wording.word("chart.sources", String.join("; ", labels.subList(0, 2)), labels.size() - 2);
    }

    static Optional<BigDecimal> share(@Nullable BigDecimal percentage) {
        return Optional.ofNullable(percentage)
                .filter(value -> value.signum() > 0 && value.compareTo(BigDecimal.valueOf(100)) < 0)
                .map(value -> value.movePointLeft(2));
    }

    /** Whether a constant fall says anything here. */
    boolean mayFollowTheLaw() {
        return course.lowerIsBetter()
                && lawFrom().filter(from -> from.value().signum() > 0).isPresent();
    }
}
