package org.samklima.overview.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Direction;
import org.samklima.published.Target;

/**
 * The straight line from the baseline value to the target value.
 *
 * @param baseline value in the baseline year
 * @param goal value in the target year
 */
public record TargetPath(Target target, BigDecimal baseline, BigDecimal goal) {

    static TargetPath from(BigDecimal baseline, Target target) {
        return new TargetPath(target, baseline, baseline.add(baseline.multiply(target.change())));
    }

    /** Where the line stands in a year; null outside of it. */
    public @Nullable BigDecimal in(int year) {
        if (year < target.baselineYear() || year > target.year()) {
            return null;
        }
        BigDecimal gone = BigDecimal.valueOf(year - target.baselineYear());
        BigDecimal all = BigDecimal.valueOf(target.year() - target.baselineYear());
        return baseline.add(goal.subtract(baseline).multiply(gone).divide(all, MathContext.DECIMAL64));
    }

    /** Whether a value lies on the good side of the line; null where neither side is good. */
    public @Nullable Boolean isOnTrack(int year, BigDecimal value, Direction direction) {
        BigDecimal asked = in(year);
        if (asked == null || direction == Direction.NEUTRAL) {
            return null;
        }
        int difference = value.compareTo(asked);
        return direction == Direction.LOWER_IS_BETTER ? difference <= 0 : difference >= 0;
    }

    /**
     * What is still asked for: the same amount every year until the target, as a fraction of the present value
     * ({@code -0.06} is 6 % of today's value less each year).
     *
     * @return null when the target year has come or the present value is zero
     */
    public @Nullable BigDecimal askedPerYear(int year, BigDecimal value) {
        if (year >= target.year() || value.signum() == 0) {
            return null;
        }
        BigDecimal left = BigDecimal.valueOf(target.year() - year);
        return goal.subtract(value).divide(left, MathContext.DECIMAL64).divide(value, MathContext.DECIMAL64);
    }
}
