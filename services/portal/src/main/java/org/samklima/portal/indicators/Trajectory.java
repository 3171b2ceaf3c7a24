package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The arithmetic of the way to a target, as the words and rules define it. Like {@link Arithmetic}: differences and sums
 * are exact, quotients and roots have 34 significant digits and are rounded only where they are shown, and a year that is
 * missing is no zero.
 */
public final class Trajectory {

    private static final MathContext QUOTIENT = MathContext.DECIMAL128;

    /** Roots are found with some digits more than they are given with. */
    private static final MathContext ROOT = new MathContext(45);

    /** A trend is drawn through at most so many observed years. */
    private static final int TREND_YEARS = 10;

    private static final int FEWEST_TREND_YEARS = 4;

    private Trajectory() {}

    /** A value in a year. */
    public record YearValue(int year, BigDecimal value) {}

    /**
     * On the straight lines from one point to the next: a path from a baseline over interim targets to a target, or a
     * scenario that names some years. Empty before the first point and after the last.
     */
    public static Optional<BigDecimal> onLine(NavigableMap<Integer, BigDecimal> points, int year) {
        var before = points.floorEntry(year);
        var after = points.ceilingEntry(year);
        if (before == null || after == null) {
            return Optional.empty();
        }
        if (before.getKey().equals(after.getKey())) {
            return Optional.of(before.getValue());
        }
        var span = BigDecimal.valueOf(after.getKey() - before.getKey());
        var gone = BigDecimal.valueOf(year - before.getKey());
        var rise = after.getValue().subtract(before.getValue());
        return Optional.of(
                before.getValue().multiply(span).add(rise.multiply(gone)).divide(span, QUOTIENT));
    }

    /**
     * A straight line by least squares.
     *
     * @param years how many observed years it is drawn through
     * @param first of those
     * @param last of those
     */
    public record TrendLine(
            int years,
            int first,
            int last,
            BigDecimal sumOfYears,
            BigDecimal sumOfValues,
            BigDecimal slopeOver,
            BigDecimal slopeUnder) {

        /** Where the line is in a year, also beyond those it was drawn through. */
        public BigDecimal at(int year) {
            var count = BigDecimal.valueOf(years);
            var fromMiddle = BigDecimal.valueOf(year).multiply(count).subtract(sumOfYears);
            return sumOfValues
                    .multiply(slopeUnder)
                    .add(slopeOver.multiply(fromMiddle))
                    .divide(count.multiply(slopeUnder), QUOTIENT);
        }

        /** How much the line rises from one year to the next. */
        public BigDecimal perYear() {
            return slopeOver.divide(slopeUnder, QUOTIENT);
        }
    }

    /** Through the last ten observed years; without at least four of them there is none. */
    public static Optional<TrendLine> trend(SortedMap<Integer, BigDecimal> observed) {
        var last = observed.entrySet().stream()
                .skip(Math.max(0, observed.size() - TREND_YEARS))
                .toList();
        if (last.size() < FEWEST_TREND_YEARS) {
            return Optional.empty();
        }
        var count = BigDecimal.valueOf(last.size());
        var years = BigDecimal.ZERO;
        var values = BigDecimal.ZERO;
        var squares = BigDecimal.ZERO;
        var products = BigDecimal.ZERO;
        for (var point : last) {
            var year = BigDecimal.valueOf(point.getKey());
            years = years.add(year);
            values = values.add(point.getValue());
            squares = squares.add(year.multiply(year));
            products = products.add(year.multiply(point.getValue()));
        }
        return Optional.of(new TrendLine(
                last.size(),
                last.getFirst().getKey(),
                last.getLast().getKey(),
                years,
                values,
                count.multiply(products).subtract(years.multiply(values)),
                count.multiply(squares).subtract(years.multiply(years))));
    }

    /** Whether a value is on the good side of another, or right on it. */
    public static boolean isAsGoodAs(BigDecimal value, BigDecimal other, boolean lowerIsBetter) {
        return lowerIsBetter ? value.compareTo(other) <= 0 : value.compareTo(other) >= 0;
    }

    /** What has to be added in each year to get from the one to the other; negative for a fall. Empty without a year between. */
    public static Optional<BigDecimal> yearlyAmount(YearValue from, YearValue to) {
        int years = to.year() - from.year();
        return years <= 0
                ? Optional.empty()
                : Optional.of(to.value().subtract(from.value()).divide(BigDecimal.valueOf(years), QUOTIENT));
    }

    /**
     * The share by which each year has to differ from the one before to get from the one to the other, the same in all
     * years; −0.06 is a fall by 6 per cent a year. Empty where no constant share leads there: from or to zero or less.
     */
    public static Optional<BigDecimal> yearlyShare(YearValue from, YearValue to) {
        int years = to.year() - from.year();
        return years <= 0 || from.value().signum() <= 0 || to.value().signum() <= 0
                ? Optional.empty()
                : Optional.of(root(to.value().divide(from.value(), ROOT), years)
                        .subtract(BigDecimal.ONE)
                        .round(QUOTIENT));
    }

    /** The carbon law: where a year is if each year falls by the same share of the one before. Empty before the start. */
    public static Optional<BigDecimal> falling(YearValue from, BigDecimal share, int year) {
        return year < from.year()
                ? Optional.empty()
                : Optional.of(from.value()
                        .multiply(BigDecimal.ONE.subtract(share).pow(year - from.year(), ROOT))
                        .round(QUOTIENT));
    }

    /** By Newton's method, from the root of the nearest double. */
    private static BigDecimal root(BigDecimal positive, int degree) {
        if (degree == 1) {
            return positive;
        }
        var root = new BigDecimal(Math.pow(positive.doubleValue(), 1.0 / degree));
        var count = BigDecimal.valueOf(degree);
        for (int step = 0; step < 4; step++) {
            var quotient = positive.divide(root.pow(degree - 1, ROOT), ROOT);
            root = root.multiply(count.subtract(BigDecimal.ONE)).add(quotient).divide(count, ROOT);
        }
        return root;
    }
}
