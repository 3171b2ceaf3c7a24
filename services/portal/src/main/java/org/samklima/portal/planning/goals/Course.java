package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Trajectory;
import org.samklima.portal.indicators.Trajectory.TrendLine;
import org.samklima.portal.indicators.Trajectory.YearValue;
import org.samklima.portal.indicators.YearSeries;

/**
 * How far a goal that is measured has come: everything in the unit in which it is observed, and nothing rounded.
 *
 * @param observed year by year
 * @param points of the path: baseline, interim goals, target; empty where no baseline is known
 * @param lowerIsBetter which side of the path is the good one
 */
record Course(
        Meaning meaning,
        Target target,
        YearSeries observed,
        NavigableMap<Integer, BigDecimal> points,
        boolean lowerIsBetter) {

    private static final MathContext QUOTIENT = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Course {
        points = Collections.unmodifiableNavigableMap(new TreeMap<>(points));
    }

    static Course of(GoalKind kind, Target target, Meaning meaning, YearSeries observed) {
        var baseline = baseline(target, observed);
        var points = new TreeMap<Integer, BigDecimal>();
        if (baseline.isPresent()) {
            points.put(target.baselineYear(), baseline.get());
            target.interim()
                    .forEach((year, value) -> points.put(year, level(kind, target, year, value, baseline.get())));
            points.put(target.year(), level(kind, target, target.year(), target.value(), baseline.get()));
        }
        return new Course(meaning, target, observed, points, meaning.isLowerBetter(falls(kind, target, baseline)));
    }

    /** What was typed, or else what was observed in the year, or else what the scenario begins with. */
    static Optional<BigDecimal> baseline(Target target, YearSeries observed) {
        return Optional.ofNullable(target.baselineValue())
                .or(() -> Optional.ofNullable(observed.values().get(target.baselineYear())))
                .or(() -> Trajectory.onLine(target.scenario(), target.baselineYear()));
    }

    /** A value in the goal's own measure, in the unit in which it is observed. */
    private static BigDecimal level(GoalKind kind, Target target, int year, BigDecimal value, BigDecimal baseline) {
        return switch (kind) {
            case RELATIVE -> changed(baseline, value);
            case SCENARIO -> changed(Trajectory.onLine(target.scenario(), year).orElseThrow(), value);
            default -> value;
        };
    }

    private static BigDecimal changed(BigDecimal base, BigDecimal percent) {
        return base.multiply(HUNDRED.add(percent)).movePointLeft(2);
    }

    private static boolean falls(GoalKind kind, Target target, Optional<BigDecimal> baseline) {
        return kind.isPercent()
                ? target.value().signum() <= 0
                : baseline.map(from -> target.value().compareTo(from) <= 0).orElse(true);
    }

    public Optional<YearValue> baseline() {
        return Optional.ofNullable(points.firstEntry()).map(entry -> new YearValue(entry.getKey(), entry.getValue()));
    }

    /** Empty where there is no path. */
    public Optional<YearValue> goal() {
        return Optional.ofNullable(points.lastEntry()).map(entry -> new YearValue(entry.getKey(), entry.getValue()));
    }

    /**
     * The observation that the goal is judged by: that of the target year or of the first after it, and until there is one
     * the latest after the baseline year.
     */
    public Optional<YearValue> latest() {
        var values = observed.values();
        var judged = values.ceilingEntry(target.year());
        if (judged == null) {
            judged = values.lastEntry();
        }
        return judged == null || judged.getKey() <= target.baselineYear()
                ? Optional.empty()
                : Optional.of(new YearValue(judged.getKey(), judged.getValue()));
    }

    /** Where the path is in a year; from the target year on, at the target. */
    public Optional<BigDecimal> path(int year) {
        return Trajectory.onLine(points, Math.min(year, target.year()));
    }

    /** How the scenario goes on without the goal. */
    public Optional<BigDecimal> scenario(int year) {
        return Trajectory.onLine(target.scenario(), year);
    }

    /** A share: −0.34 is 34 per cent below the baseline. Empty from nothing, and from less: there above and below change places. */
    public Optional<BigDecimal> changeSinceBaseline() {
        return latest().flatMap(now -> baseline().flatMap(from -> share(now.value(), from.value())));
    }

    /** A share of what the scenario says of the same year. */
    public Optional<BigDecimal> distanceFromScenario() {
        return latest().flatMap(now -> scenario(now.year()).flatMap(then -> share(now.value(), then)));
    }

    private static Optional<BigDecimal> share(BigDecimal value, BigDecimal of) {
        return of.signum() <= 0
                ? Optional.empty()
                : Optional.of(value.subtract(of).divide(of, QUOTIENT));
    }

    public Optional<TrendLine> trend() {
        return Trajectory.trend(observed.values());
    }

    /** Where the trend meets the target year; empty where that is no longer ahead. */
    public Optional<YearValue> projection() {
        return isAhead() ? trend().map(line -> new YearValue(target.year(), line.at(target.year()))) : Optional.empty();
    }

    private boolean isAhead() {
        var last = observed.values().lastEntry();
        return last != null && last.getKey() < target.year();
    }

    /** Whether a value is at the target, or better. */
    public boolean isReachedBy(BigDecimal value) {
        return goal().filter(goal -> Trajectory.isAsGoodAs(value, goal.value(), lowerIsBetter))
                .isPresent();
    }

    /** What has to be added each year from the latest observation on; empty where nothing is needed any more. */
    public Optional<BigDecimal> neededAmount() {
        return start().flatMap(from -> goal().flatMap(goal -> Trajectory.yearlyAmount(from, goal)));
    }

    /** The same as a constant share of the year before; empty where none leads there. */
    public Optional<BigDecimal> neededShare() {
        return start().flatMap(from -> goal().flatMap(goal -> Trajectory.yearlyShare(from, goal)));
    }

    /** From where the rest of the way is counted: the latest observation, or the baseline where there is none after it. */
    public Optional<YearValue> start() {
        return latest().or(this::baseline).filter(from -> !isReachedBy(from.value()));
    }

    /** Whether the observation of an interim goal's year reached it; null while there is none. */
    public @Nullable Boolean reached(int interimYear) {
        var value = observed.values().get(interimYear);
        var aim = points.get(interimYear);
        return value == null || aim == null ? null : (Boolean) Trajectory.isAsGoodAs(value, aim, lowerIsBetter);
    }
}
