package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figures.Known;

/**
 * A tenant's own figures by one indicator, year by year, official ones beside its own.
 *
 * @param columns sectors, and the whole as null; only the whole where the indicator is not divided
 * @param rows the latest year first
 * @param gaps years between the first and the last of which nothing is known, as in {@code 1991–1999, 2001}; may be empty
 */
record YearlyFigures(List<@Nullable Sector> columns, List<Row> rows, String gaps) {

    /**
     * A year.
     *
     * @param cells in the order of the columns
     * @param origins a figure of each source and network, for what its source says
     * @param sum over all sectors, if each is known; null otherwise and where there are none
     * @param perInhabitant of the whole; null without a population of the same year
     */
    record Row(
            int year,
            List<Cell> cells,
            List<Known> origins,
            @Nullable BigDecimal sum,
            @Nullable BigDecimal perInhabitant) {}

    /**
     * What is known of a sector in a year.
     *
     * @param figures official ones first
     */
    record Cell(List<Known> figures) {

        /** The figure that counts: the tenant's own, or else the official one handed over last. */
        Optional<Figure> counting() {
            return Figures.counting(figures).map(known -> known.observation().figure());
        }
    }

    static YearlyFigures of(Figures.Overview overview, Indicator indicator) {
        var known = overview.of(indicator.code());
        var years = new TreeSet<Integer>(Comparator.reverseOrder());
        known.forEach(figure -> years.add(figure.observation().year()));
        var sectors = overview.catalogue().sectorListOf(indicator);
        var columns = columns(sectors, known);
        var rows = years.stream()
                .map(year -> row(overview, indicator, sectors, columns, year))
                .toList();
        return new YearlyFigures(columns, rows, ranges(Arithmetic.gaps(years)));
    }

    private static List<@Nullable Sector> columns(Optional<SectorList> sectors, List<Known> known) {
        List<@Nullable Sector> columns = new ArrayList<>();
        sectors.ifPresent(list -> columns.addAll(list.sectors()));
        boolean hasWhole =
                known.stream().anyMatch(figure -> figure.observation().sector() == null);
        if (columns.isEmpty() || hasWhole) {
            columns.add(null);
        }
        return columns;
    }

    private static Row row(
            Figures.Overview overview,
            Indicator indicator,
            Optional<SectorList> sectors,
            List<@Nullable Sector> columns,
            int year) {
        var ofYear = overview.of(indicator.code()).stream()
                .filter(known -> known.observation().year() == year)
                .toList();
        var cells = columns.stream()
                .map(sector -> new Cell(ofYear.stream()
                        .filter(known ->
                                Objects.equals(known.observation().sector(), sector == null ? null : sector.code()))
                        .toList()))
                .toList();
        var sum = sectors.flatMap(list -> Arithmetic.sumOfSectors(list, bySector(columns, cells)));
        var whole = whole(columns, cells).or(() -> sum);
        var population = overview.of(SharedCatalogue.POPULATION, null, year)
                .flatMap(known -> known.observation().figure().value());
        var perInhabitant =
                indicator.perInhabitant() ? Arithmetic.perInhabitant(whole, population) : Optional.<BigDecimal>empty();
        return new Row(year, cells, origins(ofYear), sum.orElse(null), perInhabitant.orElse(null));
    }

    private static List<Known> origins(List<Known> figures) {
        Map<List<@Nullable Object>, Known> origins = new LinkedHashMap<>();
        for (var known : figures) {
            var source = known.observation().source();
            origins.putIfAbsent(
                    Arrays.asList(known.isOfficial(), known.network(), source.label(), source.url()), known);
        }
        return List.copyOf(origins.values());
    }

    private static String ranges(SortedSet<Integer> years) {
        List<String> ranges = new ArrayList<>();
        for (int year : years) {
            if (!years.contains(year - 1)) {
                int last = year;
                while (years.contains(last + 1)) {
                    last++;
                }
                ranges.add(last == year ? String.valueOf(year) : year + "–" + last);
            }
        }
        return String.join(", ", ranges);
    }

    private static Optional<BigDecimal> whole(List<@Nullable Sector> columns, List<Cell> cells) {
        int place = columns.indexOf(null);
        return place < 0 ? Optional.empty() : cells.get(place).counting().flatMap(Figure::value);
    }

    private static Map<String, Figure> bySector(List<@Nullable Sector> columns, List<Cell> cells) {
        Map<String, Figure> figures = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            var sector = columns.get(i);
            if (sector != null) {
                cells.get(i).counting().ifPresent(figure -> figures.put(sector.code(), figure));
            }
        }
        return figures;
    }
}
