package org.samklima.portal.indicators.web;

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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Arithmetic;
import org.samklima.portal.indicators.CountingFigure;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Figures.Known;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.indicators.YearRanges;

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
     * @param counting of the whole; null if nothing is known of it
     * @param population null if it is not known of that year
     */
    record Row(
            int year,
            List<Cell> cells,
            List<Known> origins,
            @Nullable BigDecimal sum,
            @Nullable CountingFigure counting,
            @Nullable BigDecimal population) {

        /** What counts as the whole; null if that has no value. */
        public @Nullable BigDecimal whole() {
            return counting == null ? null : counting.figure().value().orElse(null);
        }

        /** Of the whole; null without a population of the same year. */
        public @Nullable BigDecimal perInhabitant() {
            return perInhabitant(whole());
        }

        @Nullable BigDecimal perInhabitant(@Nullable BigDecimal value) {
            return Arithmetic.perInhabitant(Optional.ofNullable(value), Optional.ofNullable(population))
                    .orElse(null);
        }

        /** How many decimals that is worth. */
        public int perInhabitantDecimals() {
            return Arithmetic.worthwhileDecimals(perInhabitant());
        }

        /** Whether the sum of the sectors is the whole, because these were corrected and the whole was not. */
        boolean isWholeBehind() {
            return counting != null
                    && counting.isSum()
                    && cells.stream()
                            .flatMap(cell -> Figures.counting(cell.figures()).stream())
                            .map(Known::observation)
                            .anyMatch(observation ->
                                    observation.sector() == null && observation.figure() instanceof Figure.Value);
        }

        /** Whether anybody has entered something of their own beside or instead of what is official. */
        public boolean isCorrected() {
            return cells.stream().flatMap(cell -> cell.figures().stream()).anyMatch(known -> !known.isOfficial());
        }
    }

    /**
     * What is known of a sector in a year.
     *
     * @param figures official ones first; those that say the same are there once
     */
    record Cell(List<Known> figures) {

        /** Whether there are several, of which only one counts. */
        public boolean isDisputed() {
            return figures.size() > 1;
        }

        public boolean counts(Known known) {
            return Figures.counting(figures).filter(known::equals).isPresent();
        }

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
        var wholes = overview.counting(indicator.code(), null);
        var rows = years.stream()
                .map(year -> row(overview, indicator, sectors, columns, year, wholes.get(year)))
                .toList();
        return new YearlyFigures(columns, rows, YearRanges.of(Arithmetic.gaps(years)));
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
            int year,
            @Nullable CountingFigure whole) {
        var ofYear = overview.of(indicator.code()).stream()
                .filter(known -> known.observation().year() == year)
                .toList();
        var cells = columns.stream()
                .map(sector -> new Cell(Figures.differing(ofYear.stream()
                        .filter(known ->
                                Objects.equals(known.observation().sector(), sector == null ? null : sector.code()))
                        .toList())))
                .toList();
        var sum = sectors.flatMap(list -> Arithmetic.sumOfSectors(list, bySector(columns, cells)));
        var population = indicator.perInhabitant()
                ? overview.counting(SharedCatalogue.POPULATION, null, year)
                        .flatMap(inhabitants -> inhabitants.figure().value())
                : Optional.<BigDecimal>empty();
        return new Row(year, cells, origins(ofYear), sum.orElse(null), whole, population.orElse(null));
    }

    private static List<Known> origins(List<Known> figures) {
        Map<List<@Nullable Object>, Known> origins = new LinkedHashMap<>();
        figures.forEach(known -> origins.putIfAbsent(origin(known), known));
        return List.copyOf(origins.values());
    }

    private static List<@Nullable Object> origin(Known known) {
        var source = known.observation().source();
        return Arrays.asList(known.isOfficial(), known.network(), source.label(), source.url());
    }

    /** A figure of each source and network of all years, to be listed once and referred to by its place. */
    public List<Known> origins() {
        return origins(rows.stream().flatMap(row -> row.origins().stream()).toList());
    }

    /** The places of a year's sources in {@link #origins()}, counted from 1. */
    public String marks(Row row) {
        var all = origins().stream().map(YearlyFigures::origin).toList();
        return row.origins().stream()
                .map(known -> String.valueOf(all.indexOf(origin(known)) + 1))
                .collect(Collectors.joining(", "));
    }

    /** What a sector is called there; its code where the list no longer has it. */
    public String sectorName(String code, String language, String fallback) {
        return columns.stream()
                .filter(sector -> sector != null && sector.code().equals(code))
                .findFirst()
                .map(sector -> sector.name().in(language, fallback))
                .orElse(code);
    }

    /** Figures about which something is said. */
    public List<Known> commented() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.figures().stream())
                .filter(known -> known.observation().explanation() != null)
                .toList();
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
