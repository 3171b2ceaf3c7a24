package org.samklima.overview.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Direction;
import org.samklima.published.Indicator;
import org.samklima.published.Member;

/**
 * One indicator in one year over a choice of members, who are ranked among themselves. Members without a figure are
 * listed, not ranked.
 *
 * @param entries one for each chosen member, in the edition's order
 * @param perInhabitant null where the indicator is not shown per inhabitant
 */
public record Comparison(
        Indicator indicator,
        int year,
        List<Entry> entries,
        Summary summary,
        @Nullable Summary perInhabitant) {

    /**
     * One member's place.
     *
     * @param figure a gap where nothing was observed
     * @param perInhabitant value / population of the same year; null without either
     * @param rank null without a value, where neither direction is better, and where the network does not show it
     * @param rankPerInhabitant likewise
     */
    public record Entry(
            Member member,
            Figure figure,
            @Nullable BigDecimal perInhabitant,
            @Nullable Integer rank,
            @Nullable Integer rankPerInhabitant) {}

    static Comparison of(
            ReadableEdition edition, Indicator indicator, @Nullable String sector, int year, int[] members) {
        List<Figure> figures = Arrays.stream(members)
                .mapToObj(member -> edition.figure(indicator.code(), sector, member, year))
                .toList();
        List<@Nullable BigDecimal> values = map(figures, Figure::value);
        var perInhabitant = new ArrayList<@Nullable BigDecimal>(members.length);
        for (int member : members) {
            perInhabitant.add(edition.perInhabitant(indicator, sector, member, year));
        }
        var ranking = edition.network().ranking();
        Direction direction = indicator.direction();
        var ranks = Ranks.of(values, direction, ranking);
        var ranksPerInhabitant = Ranks.of(perInhabitant, direction, ranking);
        var entries = new ArrayList<Entry>(members.length);
        for (int i = 0; i < members.length; i++) {
            entries.add(new Entry(
                    edition.members().get(members[i]),
                    figures.get(i),
                    perInhabitant.get(i),
                    ranks.get(i),
                    ranksPerInhabitant.get(i)));
        }
        return new Comparison(
                indicator,
                year,
                List.copyOf(entries),
                Summary.of(values),
                edition.hasPerInhabitant(indicator) ? Summary.of(perInhabitant) : null);
    }

    private static List<@Nullable BigDecimal> map(List<Figure> figures, Function<Figure, @Nullable BigDecimal> value) {
        var values = new ArrayList<@Nullable BigDecimal>(figures.size());
        figures.forEach(figure -> values.add(value.apply(figure)));
        return values;
    }
}
