package org.samklima.published;

import java.math.BigDecimal;

/**
 * A common target: the straight path from the baseline value to the target value.
 *
 * @param baselineYear the year the path starts in
 * @param year the year it shall be reached
 * @param change the change asked for since the baseline as a fraction: {@code -0.63} is 63 % less
 */
public record Target(int baselineYear, int year, BigDecimal change) {

    public Target {
        if (year <= baselineYear) {
            throw new IllegalArgumentException("A target lies after its baseline: " + baselineYear + ", " + year);
        }
    }
}
