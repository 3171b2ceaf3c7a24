package org.samklima.overview.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mean and median of those who have a figure.
 *
 * @param count how many have a figure
 * @param mean null if none has; sixteen significant digits
 * @param median the middle figure, or the mean of the two in the middle; null if none has
 */
public record Summary(
        int count, @Nullable BigDecimal mean, @Nullable BigDecimal median) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Gaps are left out: they are no zeros. */
    static Summary of(List<@Nullable BigDecimal> values) {
        List<BigDecimal> sorted =
                values.stream().filter(Objects::nonNull).sorted().toList();
        int count = sorted.size();
        if (count == 0) {
            return new Summary(0, null, null);
        }
        BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal upper = sorted.get(count / 2);
        BigDecimal median =
                count % 2 == 1 ? upper : sorted.get(count / 2 - 1).add(upper).divide(TWO);
        return new Summary(count, sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64), median);
    }
}
