package org.samklima.overview.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How the sum over members has changed: (Σ latest − Σ baseline) / Σ baseline over the members that have both. Of a single
 * member it is that member's change.
 *
 * @param baselineYear the year counted from
 * @param latestYear the last year in which any of the members has a figure
 * @param baseline Σ baseline, exact
 * @param latest Σ latest over the same members, exact
 * @param counted how many members have both
 * @param share the change as a fraction, sixteen significant digits: -0.337 is 33.7 % less
 */
public record Change(
        int baselineYear, int latestYear, BigDecimal baseline, BigDecimal latest, int counted, BigDecimal share) {

    /** Null where no member has both years, or where the baseline is zero. */
    static @Nullable Change since(int baselineYear, Grid grid, int[] members) {
        Integer latestYear = grid.latestYear(members);
        if (latestYear == null || latestYear <= baselineYear) {
            return null;
        }
        BigDecimal baseline = BigDecimal.ZERO;
        BigDecimal latest = BigDecimal.ZERO;
        int counted = 0;
        for (int member : members) {
            BigDecimal then = grid.value(member, baselineYear);
            BigDecimal now = grid.value(member, latestYear);
            if (then != null && now != null) {
                baseline = baseline.add(then);
                latest = latest.add(now);
                counted++;
            }
        }
        if (baseline.signum() == 0) {
            return null;
        }
        BigDecimal share = latest.subtract(baseline).divide(baseline, MathContext.DECIMAL64);
        return new Change(baselineYear, latestYear, baseline, latest, counted, share);
    }
}
