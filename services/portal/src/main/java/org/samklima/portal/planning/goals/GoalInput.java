package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figure;

/**
 * A goal as somebody enters it, on a page or by a program: anything may be missing. What it is measured by and from follows
 * from its kind; what its kind does not have is left aside.
 *
 * @param field id of the field of action
 * @param indicator code
 * @param sector code of one of the indicator's sectors; absent for the whole
 * @param per code of the indicator that it is divided by, of an INTENSITY
 * @param baselineValue absent where the observed one counts
 * @param targetValue of ABSOLUTE and INTENSITY the value; of RELATIVE and SCENARIO the change in percent, −50 for half
 * @param interim interim goals, in the same measure
 * @param scenario of a SCENARIO: the baseline scenario in the indicator's unit
 * @param dueOn the last day of a MILESTONE
 * @param reachedOn the day on which a MILESTONE was reached
 */
record GoalInput(
        @Nullable GoalKind kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable UUID field,
        @Nullable String indicator,
        @Nullable String sector,
        @Nullable String per,
        @Nullable Integer baselineYear,
        @Nullable BigDecimal baselineValue,
        @Nullable Integer targetYear,
        @Nullable BigDecimal targetValue,
        @Nullable List<Point> interim,
        @Nullable List<Point> scenario,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate reachedOn,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String decisionLink) {

    static final int LONGEST_TITLE = 300;
    static final int LONGEST_DESCRIPTION = 10_000;
    static final int LONGEST_BODY = 200;
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2200;
    private static final int MOST_POINTS = 100;
    private static final Pattern LINK = Pattern.compile("https?://\\S{1,1990}");

    /** A value of a year. */
    record Point(@Nullable Integer year, @Nullable BigDecimal value) {

        static List<Point> of(SortedMap<Integer, BigDecimal> values) {
            return values.entrySet().stream()
                    .map(year -> new Point(year.getKey(), year.getValue()))
                    .toList();
        }
    }

    /** A goal as it could have been entered. */
    static GoalInput of(GoalTerms terms) {
        var target = terms.target();
        var milestone = terms.milestone();
        return new GoalInput(
                terms.kind(),
                terms.title(),
                terms.description(),
                terms.field(),
                target == null ? null : target.indicator(),
                target == null ? null : target.sector(),
                target == null ? null : target.per(),
                target == null ? null : target.baselineYear(),
                target == null ? null : target.baselineValue(),
                target == null ? null : target.year(),
                target == null ? null : target.value(),
                target == null ? null : Point.of(target.interim()),
                target == null || target.scenario().isEmpty() ? null : Point.of(target.scenario()),
                milestone == null ? null : milestone.dueOn(),
                milestone == null ? null : milestone.reachedOn(),
                terms.decision().by(),
                terms.decision().on(),
                terms.decision().link());
    }

    /** @throws InvalidGoal for the first thing that cannot be */
    GoalTerms terms() {
        var chosen = given("kind", kind);
        var called = given("title", text(title));
        require(called.length() <= LONGEST_TITLE, "title", "too-long", LONGEST_TITLE);
        var described =
                description == null ? "" : description.replace("\r\n", "\n").strip();
        require(described.length() <= LONGEST_DESCRIPTION, "description", "too-long", LONGEST_DESCRIPTION);
        var milestone = chosen == GoalKind.MILESTONE;
        return new GoalTerms(
                chosen,
                called,
                described,
                field,
                milestone ? null : target(chosen),
                milestone ? milestone() : null,
                decision());
    }

    private Milestone milestone() {
        var due = given("dueOn", dueOn);
        checkYear("dueOn", due.getYear());
        if (reachedOn != null) {
            checkYear("reachedOn", reachedOn.getYear());
        }
        return new Milestone(due, reachedOn);
    }

    private GoalDecision decision() {
        var by = text(decidedBy);
        var link = text(decisionLink);
        require(by == null || by.length() <= LONGEST_BODY, "decidedBy", "too-long", LONGEST_BODY);
        require(link == null || LINK.matcher(link).matches(), "decisionLink", "link");
        if (decidedOn != null) {
            checkYear("decidedOn", decidedOn.getYear());
        }
        return new GoalDecision(by, decidedOn, link);
    }

    private Target target(GoalKind kind) {
        var measured = given("indicator", text(indicator));
        var divisor = kind == GoalKind.INTENSITY ? given("per", text(per)) : null;
        int from = given("baselineYear", baselineYear);
        int to = given("targetYear", targetYear);
        var value = given("targetValue", targetValue);
        checkYear("baselineYear", from);
        checkYear("targetYear", to);
        require(to > from, "targetYear", "target-before-baseline", to, from);
        checkPlausible("targetValue", value);
        if (baselineValue != null) {
            checkPlausible("baselineValue", baselineValue);
        }
        var target = new Target(
                measured,
                text(sector),
                divisor,
                from,
                baselineValue,
                to,
                value,
                points("interim", interim),
                kind == GoalKind.SCENARIO ? points("scenario", scenario) : new TreeMap<>());
        for (var year : target.interim().keySet()) {
            require(year > from && year < to, "interim", "interim-outside", year, from, to);
        }
        if (kind == GoalKind.SCENARIO) {
            checkScenario(target);
        }
        return target;
    }

    private static NavigableMap<Integer, BigDecimal> points(String field, @Nullable List<Point> given) {
        var points = new TreeMap<Integer, BigDecimal>();
        for (var point : given == null ? List.<Point>of() : given) {
            if (point == null || point.year() == null || point.value() == null) {
                throw new InvalidGoal(field, "incomplete");
            }
            checkYear(field, point.year());
            checkPlausible(field, point.value());
            require(points.put(point.year(), point.value()) == null, field, "twice", point.year());
        }
        require(points.size() <= MOST_POINTS, field, "many", MOST_POINTS);
        return points;
    }

    /** It has to reach the target; between the years that it names it is a straight line. */
    private static void checkScenario(Target target) {
        var scenario = target.scenario();
        require(scenario.containsKey(target.year()), "scenario", "scenario-without-target", target.year());
        for (var year : target.interim().keySet()) {
            require(year >= scenario.firstKey(), "scenario", "scenario-without-interim", year);
        }
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidGoal(field, "missing." + field);
        }
        return value;
    }

    private static void checkYear(String field, int year) {
        require(year >= FIRST_YEAR && year <= LAST_YEAR, field, "year", FIRST_YEAR, LAST_YEAR);
    }

    private static void checkPlausible(String field, BigDecimal value) {
        require(Figure.Value.isPlausible(value), field, "implausible");
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void require(boolean holds, String field, String what, Object... arguments) {
        if (!holds) {
            throw new InvalidGoal(field, what, arguments);
        }
    }
}
