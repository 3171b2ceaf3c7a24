package org.samklima.portal.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Arithmetic;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Sector;

/**
 * How an indicator of the bound tenant has developed over a period: the whole and each sector, from year to year, and changed
 * since the baseline and over the period. Years of which nothing is known are gaps.
 *
 * @param years in which anything was observed, the first to the last
 * @param from first year of the period
 * @param to last year of it
 * @param baseline year that changes are counted from
 * @param perInhabitant whether all values are divided by the population of the same year
 * @param inPoints whether changes are differences, as they are of percentages, and not shares
 * @param lines sectors first, then the whole
 * @param withoutPopulation years of the period, and the baseline, with figures that cannot be divided
 * @param incomplete years of the period in which not every sector is known
 * @param wholeBehind years of the period in which sectors were corrected and the whole was not
 */
record Development(
        NavigableSet<Integer> years,
        int from,
        int to,
        int baseline,
        boolean perInhabitant,
        boolean inPoints,
        List<Line> lines,
        NavigableSet<Integer> withoutPopulation,
        NavigableSet<Integer> incomplete,
        NavigableSet<Integer> wholeBehind) {

    /**
     * The whole or a sector over time.
     *
     * @param sector null for the whole
     * @param values by year; a year that is missing has none
     * @param sinceBaseline of the last year of the period against the baseline; null if one of them is missing or it began
     *     with nothing
     * @param overPeriod likewise against the first year of the period
     */
    record Line(
            @Nullable Sector sector,
            NavigableMap<Integer, BigDecimal> values,
            @Nullable BigDecimal sinceBaseline,
            @Nullable BigDecimal overPeriod) {

        public @Nullable BigDecimal in(int year) {
            return values.get(year);
        }
    }

    /** What a reader has chosen; null for what goes without saying. */
    record Choice(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Integer baseline,
            boolean perInhabitant) {}

    /** Empty if nothing was ever observed. */
    static Optional<Development> of(YearlyFigures yearly, Indicator indicator, Choice chosen) {
        var years = new TreeSet<Integer>();
        yearly.rows().forEach(row -> years.add(row.year()));
        if (years.isEmpty()) {
            return Optional.empty();
        }
        int to = observed(years, chosen.to(), years.last());
        int from = Math.min(observed(years, chosen.from(), years.first()), to);
        int baseline = observed(years, chosen.baseline(), years.first());
        boolean perInhabitant = chosen.perInhabitant() && indicator.perInhabitant();
        var period = yearly.rows().stream()
                .filter(row -> row.year() >= from && row.year() <= to)
                .toList();
        var withoutPopulation = new TreeSet<Integer>();
        var incomplete = new TreeSet<Integer>();
        var wholeBehind = new TreeSet<Integer>();
        yearly.rows().stream()
                .filter(row ->
                        row.population() == null && (row.year() == baseline || row.year() >= from && row.year() <= to))
                .forEach(row -> withoutPopulation.add(row.year()));
        for (var row : period) {
            if (row.sum() == null) {
                incomplete.add(row.year());
            }
            if (row.isWholeBehind()) {
                wholeBehind.add(row.year());
            }
        }
        boolean isDivided = yearly.columns().stream().anyMatch(sector -> sector != null);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < yearly.columns().size(); i++) {
            if (yearly.columns().get(i) != null) {
                lines.add(line(yearly, indicator, i, perInhabitant, from, to, baseline));
            }
        }
        lines.add(line(yearly, indicator, -1, perInhabitant, from, to, baseline));
        return Optional.of(new Development(
                years,
                from,
                to,
                baseline,
                perInhabitant,
                indicator.isPercentage(),
                List.copyOf(lines),
                indicator.perInhabitant() ? withoutPopulation : new TreeSet<>(),
                isDivided ? incomplete : new TreeSet<>(),
                wholeBehind));
    }

    private static int observed(NavigableSet<Integer> years, @Nullable Integer chosen, int otherwise) {
        return chosen != null && years.contains(chosen) ? chosen : otherwise;
    }

    /** @param column place of a sector; -1 for the whole */
    private static Line line(
            YearlyFigures yearly,
            Indicator indicator,
            int column,
            boolean perInhabitant,
            int from,
            int to,
            int baseline) {
        var values = new TreeMap<Integer, BigDecimal>();
        for (var row : yearly.rows()) {
            var value = column < 0 ? row.whole() : value(row, column);
            var shown = perInhabitant ? row.perInhabitant(value) : value;
            if (shown != null) {
                values.put(row.year(), shown);
            }
        }
        return new Line(
                column < 0 ? null : yearly.columns().get(column),
                values,
                change(indicator, values, baseline, to),
                change(indicator, values, from, to));
    }

    private static @Nullable BigDecimal value(YearlyFigures.Row row, int column) {
        return row.cells().get(column).counting().flatMap(Figure::value).orElse(null);
    }

    private static @Nullable BigDecimal change(
            Indicator indicator, NavigableMap<Integer, BigDecimal> values, int before, int after) {
        var earlier = Optional.ofNullable(values.get(before));
        var later = Optional.ofNullable(values.get(after));
        if (before >= after) {
            return null;
        }
        return indicator.isPercentage()
                ? earlier.flatMap(one -> later.map(other -> other.subtract(one)))
                        .orElse(null)
                : Arithmetic.change(earlier, later).orElse(null);
    }

    /** The whole over time. */
    public Line whole() {
        return lines.getLast();
    }

    /** Sectors of which anything is known, if the indicator is divided. */
    public List<Line> sectors() {
        return lines.stream()
                .filter(line -> line.sector() != null && !line.values().isEmpty())
                .toList();
    }

    /** Every year of the period, those of which nothing is known too. */
    List<Integer> period() {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }
}
