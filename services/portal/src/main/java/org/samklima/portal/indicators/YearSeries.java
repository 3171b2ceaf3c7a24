package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figures.Known;

/**
 * One indicator about the bound tenant, year by year, with the figure that counts ({@link CountingFigure}). A year without a
 * figure is missing and is never zero; a notation key is no value.
 *
 * @param values by year, as far as there are any
 * @param noted by year, where a notation key stands in the place of a value
 * @param undivided years that have a value but nothing to divide it by; empty unless this is a quotient
 * @param from the figures that the values come from
 */
public record YearSeries(
        NavigableMap<Integer, BigDecimal> values,
        NavigableMap<Integer, Figure.Noted> noted,
        SortedSet<Integer> undivided,
        List<Known> from) {

    /** @param sector code; null for the whole */
    public static YearSeries of(Figures.Overview overview, Indicator indicator, @Nullable String sector) {
        var values = new TreeMap<Integer, BigDecimal>();
        var noted = new TreeMap<Integer, Figure.Noted>();
        List<Known> from = new ArrayList<>();
        overview.counting(indicator.code(), sector).forEach((year, counting) -> {
            switch (counting.figure()) {
                case Figure.Value(var amount) -> {
                    values.put(year, amount);
                    from.addAll(counting.from());
                }
                case Figure.Noted why -> noted.put(year, why);
            }
        });
        return new YearSeries(values, noted, new TreeSet<>(), List.copyOf(from));
    }

    /** Each value by the other's value of the same year. Where that is missing, or zero, there is no figure. */
    public YearSeries per(YearSeries denominator) {
        var quotients = new TreeMap<Integer, BigDecimal>();
        var without = new TreeSet<Integer>();
        values.forEach((year, value) -> Arithmetic.perInhabitant(
                        Optional.of(value), Optional.ofNullable(denominator.values.get(year)))
                .ifPresentOrElse(quotient -> quotients.put(year, quotient), () -> without.add(year)));
        var sources = new LinkedHashSet<>(from);
        sources.addAll(denominator.from);
        return new YearSeries(quotients, noted, without, List.copyOf(sources));
    }

    /** The years between the first and the last with a value of which nothing at all is known. */
    public SortedSet<Integer> gaps() {
        var gaps = Arithmetic.gaps(values.keySet());
        gaps.removeAll(noted.keySet());
        gaps.removeAll(undivided);
        return gaps;
    }

    /** Where the values come from, each source once and the newest figure's first. */
    public List<Source> sources() {
        var byLabel = new LinkedHashMap<String, Source>();
        from.reversed()
                .forEach(known -> byLabel.putIfAbsent(
                        known.observation().source().label(),
                        known.observation().source()));
        return List.copyOf(byLabel.values());
    }

    /** Whether the value of the year comes from official figures alone. */
    public boolean isOfficial(int year) {
        return from.stream().filter(known -> known.observation().year() == year).allMatch(Known::isOfficial);
    }
}
