package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figures.Known;

/**
 * One indicator about the bound tenant, year by year, with the figure that counts: the tenant's own correction before the
 * official one. A year without a figure is missing and is never zero; a notation key is no value.
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

    /**
     * @param sector code; null for the whole: what was observed of it or else, where every sector is known, their sum; the sum,
     *     too, if sectors have been corrected and the observed whole has not
     */
    public static YearSeries of(Figures.Overview overview, Indicator indicator, @Nullable String sector) {
        var sectors = overview.catalogue().sectorListOf(indicator);
        var values = new TreeMap<Integer, BigDecimal>();
        var noted = new TreeMap<Integer, Figure.Noted>();
        var from = new LinkedHashSet<Known>();
        overview.of(indicator.code()).stream()
                .collect(Collectors.groupingBy(known -> known.observation().year(), TreeMap::new, Collectors.toList()))
                .forEach((year, ofYear) -> {
                    var counting = counting(ofYear);
                    var asked = counting.get(sector);
                    var observed = asked == null ? null : asked.observation().figure();
                    var sum = sector == null
                            ? sectors.flatMap(list -> Arithmetic.sumOfSectors(list, figures(counting)))
                                    .orElse(null)
                            : null;
                    if (asked != null
                            && observed instanceof Figure.Value(var amount)
                            && !WholeFigures.areBehind(counting.values(), sum)) {
                        values.put(year, amount);
                        from.add(asked);
                    } else if (sum != null) {
                        values.put(year, sum);
                        counting.values().stream()
                                .filter(known -> known.observation().sector() != null)
                                .forEach(from::add);
                    } else if (observed instanceof Figure.Noted why) {
                        noted.put(year, why);
                    }
                });
        return new YearSeries(values, noted, new TreeSet<>(), List.copyOf(from));
    }

    /** By sector, the whole under null; lists put what is official first, and of several networks the last to hand it over. */
    private static Map<@Nullable String, Known> counting(List<Known> ofYear) {
        var counting = new HashMap<@Nullable String, Known>();
        for (var known : ofYear) {
            var before = counting.get(known.observation().sector());
            if (before == null || before.isOfficial() && !known.isOfficial()) {
                counting.put(known.observation().sector(), known);
            }
        }
        return counting;
    }

    private static Map<String, Figure> figures(Map<@Nullable String, Known> counting) {
        var figures = new HashMap<String, Figure>();
        counting.forEach((sector, known) -> {
            if (sector != null) {
                figures.put(sector, known.observation().figure());
            }
        });
        return figures;
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
