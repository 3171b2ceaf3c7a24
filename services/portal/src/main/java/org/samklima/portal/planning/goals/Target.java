package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached of an indicator, and from where.
 *
 * @param indicator code of the indicator that it is measured by
 * @param sector code of the sector of the indicator that is meant; null for the whole
 * @param per code of the indicator that it is divided by; null unless it is an intensity
 * @param baselineValue in the unit in which it is observed; null where the observed one counts
 * @param value in the measure of the goal's kind
 * @param interim interim goals by year, in the same measure
 * @param scenario the baseline scenario by year, in the indicator's unit; empty where there is none
 */
record Target(
        String indicator,
        @Nullable String sector,
        @Nullable String per,
        int baselineYear,
        @Nullable BigDecimal baselineValue,
        int year,
        BigDecimal value,
        NavigableMap<Integer, BigDecimal> interim,
        NavigableMap<Integer, BigDecimal> scenario) {

    public Target {
        interim = sorted(interim);
        scenario = sorted(scenario);
    }

    private static NavigableMap<Integer, BigDecimal> sorted(SortedMap<Integer, BigDecimal> values) {
        return Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }
}
