package org.samklima.portal.planning.goals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Trajectory.YearValue;

/**
 * A goal as a program sees it.
 *
 * @param goal as it would be sent to change it
 * @param lockVersion to be sent back with a change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoalData(UUID id, GoalInput goal, boolean archived, int lockVersion, Instant changedAt, StandingData standing) {

    static GoalData of(Goal goal, GoalStanding standing, GoalWords words, Locale language, String fallback) {
        return new GoalData(
                goal.id(),
                GoalInput.of(goal.terms()),
                goal.isArchived(),
                goal.lockVersion(),
                goal.changedAt(),
                StandingData.of(standing, words.sentence(goal, standing, language, fallback)));
    }

    /**
     * Where a goal stands; values are in the unit in which they are observed, shares as fractions, and what is not known is
     * absent.
     *
     * @param sentence in the language that the request asks for
     * @param latest the observation that the goal is judged by
     * @param pathValue where the path is in its year
     * @param changeSinceBaseline −0.34 is 34 per cent below the baseline
     * @param neededAmount what has to be added each year from there on
     * @param neededShare the same as a constant share of the year before
     * @param projection where the trend of the last ten observed years meets the target year
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StandingData(
            GoalStanding.State state,
            String sentence,
            @Nullable YearValue baseline,
            @Nullable YearValue target,
            @Nullable YearValue latest,
            @Nullable BigDecimal pathValue,
            @Nullable BigDecimal changeSinceBaseline,
            @Nullable BigDecimal distanceFromScenario,
            @Nullable BigDecimal neededAmount,
            @Nullable BigDecimal neededShare,
            @Nullable YearValue projection) {

        static StandingData of(GoalStanding standing, String sentence) {
            var course = standing.measured();
            var latest = course.flatMap(Course::latest);
            return new StandingData(
                    standing.state(),
                    sentence,
                    course.flatMap(Course::baseline).orElse(null),
                    course.flatMap(Course::goal).orElse(null),
                    latest.orElse(null),
                    course.flatMap(one -> latest.flatMap(now -> one.path(now.year())))
                            .orElse(null),
                    course.flatMap(Course::changeSinceBaseline).orElse(null),
                    course.flatMap(Course::distanceFromScenario).orElse(null),
                    course.flatMap(Course::neededAmount).orElse(null),
                    course.flatMap(Course::neededShare).orElse(null),
                    course.flatMap(Course::projection).orElse(null));
        }
    }

    /**
     * What a goal's chart is drawn from.
     *
     * @param gaps years between the first and the last observed one of which nothing is known
     * @param noted years in which a notation key stands in the place of a value
     * @param undivided years that have a value and nothing to divide it by
     */
    record CourseData(
            List<YearValue> observed,
            List<Integer> gaps,
            List<Integer> noted,
            List<Integer> undivided,
            List<YearValue> path,
            List<YearValue> trend,
            List<YearValue> scenario) {

        static CourseData of(Course course) {
            var observed = course.observed();
            int last = course.target().year();
            return new CourseData(
                    observed.values().entrySet().stream()
                            .map(year -> new YearValue(year.getKey(), year.getValue()))
                            .toList(),
                    List.copyOf(observed.gaps()),
                    List.copyOf(observed.noted().keySet()),
                    List.copyOf(observed.undivided()),
                    course.points().isEmpty()
                            ? List.of()
                            : years(course.target().baselineYear(), last)
                                    .flatMap(year -> at(year, course.path(year)))
                                    .toList(),
                    course.trend().stream()
                            .flatMap(trend -> years(trend.first(), Math.max(last, trend.last()))
                                    .map(year -> new YearValue(year, trend.at(year))))
                            .toList(),
                    years(course.target().baselineYear(), last)
                            .flatMap(year -> at(year, course.scenario(year)))
                            .toList());
        }

        private static Stream<Integer> years(int first, int last) {
            return IntStream.rangeClosed(first, last).boxed();
        }

        private static Stream<YearValue> at(int year, Optional<BigDecimal> value) {
            return value.stream().map(one -> new YearValue(year, one));
        }
    }
}
