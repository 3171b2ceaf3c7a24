package org.samklima.portal.indicators.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Arithmetic;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;

/**
 * An indicator in the list of all: the latest figure of the whole, and what has become of it.
 *
 * @param latest the figure that counts of the latest year with one
 * @param official whether that is official; null for a sum
 * @param baseline the first year with a value
 * @param change since then; null where there are not two values, or it began with nothing
 * @param inPoints whether the change is a difference, as it is of percentages
 */
record IndicatorSummary(
        Indicator indicator,
        @Nullable Integer year,
        @Nullable Figure latest,
        @Nullable Boolean official,
        @Nullable Integer baseline,
        @Nullable BigDecimal baselineValue,
        @Nullable BigDecimal change,
        boolean inPoints,
        @Nullable Trend trend) {

    /** Of everything that is measured or was handed over, in the catalogue's order. */
    static List<IndicatorSummary> all(Figures.Overview overview) {
        return overview.catalogue().indicators().stream()
                .map(indicator -> of(overview, indicator))
                .toList();
    }

    private static IndicatorSummary of(Figures.Overview overview, Indicator indicator) {
        var yearly = YearlyFigures.of(overview, indicator);
        var latest = yearly.rows().stream()
                .flatMap(row -> Stream.ofNullable(row.counting()))
                .findFirst();
        var development = Development.of(yearly, indicator, new Development.Choice(null, null, null, false));
        if (latest.isEmpty() || development.isEmpty()) {
            return new IndicatorSummary(indicator, null, null, null, null, null, null, false, null);
        }
        var counting = latest.get();
        var values = development.get().whole().values();
        var first = Optional.ofNullable(values.firstEntry());
        var last = Optional.ofNullable(values.lastEntry());
        boolean isChanged = values.size() > 1;
        return new IndicatorSummary(
                indicator,
                counting.year(),
                counting.figure(),
                counting.isSum() ? null : counting.isOfficial(),
                first.map(entry -> entry.getKey()).orElse(null),
                first.map(entry -> entry.getValue()).orElse(null),
                !isChanged
                        ? null
                        : indicator.isPercentage()
                                ? last.orElseThrow()
                                        .getValue()
                                        .subtract(first.orElseThrow().getValue())
                                : Arithmetic.change(
                                                first.map(entry -> entry.getValue()),
                                                last.map(entry -> entry.getValue()))
                                        .orElse(null),
                indicator.isPercentage(),
                isChanged ? Trend.of(values) : null);
    }

    public boolean isKnown() {
        return year != null;
    }
}
