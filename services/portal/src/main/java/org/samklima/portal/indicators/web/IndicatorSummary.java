package org.samklima.portal.indicators.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Arithmetic;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;

/**
 * An indicator in the list of all: the latest figure of the whole, and what has become of it.
 *
 * @param latest the figure that counts of the latest year with one; a sum of sectors where the whole was not observed
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
                .filter(row -> row.whole() != null || whole(row).isPresent())
                .findFirst();
        var development = Development.of(yearly, indicator, new Development.Choice(null, null, null, false));
        if (latest.isEmpty() || development.isEmpty()) {
            return new IndicatorSummary(indicator, null, null, null, null, null, null, false, null);
        }
        var row = latest.get();
        var observed = whole(row);
        var values = development.get().whole().values();
        var first = Optional.ofNullable(values.firstEntry());
        var last = Optional.ofNullable(values.lastEntry());
        boolean isChanged = values.size() > 1;
        return new IndicatorSummary(
                indicator,
                row.year(),
                observed.map(known -> known.observation().figure())
                        .or(() -> Optional.ofNullable(row.whole()).map(Figure.Value::new))
                        .orElse(null),
                observed.map(Figures.Known::isOfficial).orElse(null),
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

    /** What counts as the observed whole, whether it has a value or a notation key; none where only the sum counts. */
    private static Optional<Figures.Known> whole(YearlyFigures.Row row) {
        return row.isWholeBehind()
                ? Optional.empty()
                : row.cells().stream()
                        .flatMap(cell -> Figures.counting(cell.figures()).stream())
                        .filter(known -> known.observation().sector() == null)
                        .findFirst();
    }

    public boolean isKnown() {
        return year != null;
    }
}
