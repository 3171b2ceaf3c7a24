package org.samklima.portal.indicators.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Figures.Known;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.OwnFigures.Place;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.Source;

/**
 * The page on which several figures are entered at once: the years of one sector or of the whole, or the sectors of one year.
 *
 * @param year whose sectors stand in the rows; null where the rows are years
 * @param sector whose years stand in the rows; null for the whole, or where the rows are sectors
 */
record EntryGrid(@Nullable Integer year, @Nullable Sector sector, int from, int to, List<Row> rows) {

    private static final int YEARS_SHOWN = 10;
    private static final int MOST_YEARS = 60;

    /**
     * A figure to be entered.
     *
     * @param sector null for the whole
     * @param official what is official there, the one that counts first; what says the same is there once
     * @param own the tenant's own, as it is
     * @param seen version of the own figure that the row shows
     */
    record Row(
            int year,
            @Nullable Sector sector,
            List<Known> official,
            @Nullable Observation own,
            String seen,
            String value,
            String explanation) {}

    /** What the official figures shown come from, each source once. */
    public List<String> officialSources() {
        return rows.stream()
                .flatMap(row -> row.official().stream())
                .map(known -> known.observation().source().label())
                .distinct()
                .toList();
    }

    /** The tenant's own figures of an indicator. */
    static Map<Place, Observation> own(Figures.Overview overview, String indicator) {
        Map<Place, Observation> own = new HashMap<>();
        overview.of(indicator).stream()
                .filter(known -> !known.isOfficial())
                .map(Known::observation)
                .forEach(observation -> own.put(new Place(observation.year(), observation.sector()), observation));
        return own;
    }

    /**
     * @param year to enter all sectors of; null to enter years
     * @param sector code of the one to enter years of; null or empty for the whole
     */
    static EntryGrid of(
            Figures.Overview overview,
            Indicator indicator,
            @Nullable Integer year,
            @Nullable String sector,
            @Nullable Integer from,
            @Nullable Integer to,
            int thisYear,
            EntryNumbers numbers) {
        var sectors = overview.catalogue().sectorListOf(indicator);
        int last = to == null || to > thisYear || to < Observation.FIRST_YEAR ? thisYear : to;
        int first = from == null || from > last
                ? last - YEARS_SHOWN + 1
                : Math.max(from, Math.max(Observation.FIRST_YEAR, last - MOST_YEARS + 1));
        boolean ofYear = year != null && sectors.isPresent();
        var chosen = sectors.flatMap(list -> Optional.ofNullable(sector).flatMap(list::sector));
        var places = ofYear
                ? sectorsAndWhole(sectors.get()).map(one -> new Cell(year, one))
                : IntStream.iterate(last, one -> one >= first, one -> one - 1)
                        .mapToObj(one -> new Cell(one, chosen.orElse(null)));
        return new EntryGrid(
                ofYear ? year : null,
                ofYear ? null : chosen.orElse(null),
                first,
                last,
                rows(overview, indicator, places.toList(), numbers));
    }

    private record Cell(int year, @Nullable Sector sector) {

        Place place() {
            return new Place(year, sector == null ? null : sector.code());
        }
    }

    private static Stream<@Nullable Sector> sectorsAndWhole(SectorList list) {
        return Stream.concat(list.sectors().stream(), Stream.of((Sector) null));
    }

    private static List<Row> rows(
            Figures.Overview overview, Indicator indicator, List<Cell> cells, EntryNumbers numbers) {
        var own = own(overview, indicator.code());
        Map<Place, List<Known>> official = new HashMap<>();
        overview.of(indicator.code()).stream()
                .filter(Known::isOfficial)
                .forEach(known -> official.computeIfAbsent(
                                new Place(
                                        known.observation().year(),
                                        known.observation().sector()),
                                none -> new ArrayList<>())
                        .add(known));
        return cells.stream()
                .map(cell -> {
                    var present = own.get(cell.place());
                    return new Row(
                            cell.year(),
                            cell.sector(),
                            Figures.differing(official.getOrDefault(cell.place(), List.of())),
                            present,
                            EntryAttempt.version(present),
                            present == null ? "" : written(present.figure(), numbers),
                            present == null ? "" : EntryAttempt.explanation(present));
                })
                .toList();
    }

    private static String written(Figure figure, EntryNumbers numbers) {
        return switch (figure) {
            case Figure.Value(var amount) -> numbers.write(amount);
            case Figure.Noted noted -> noted.key().name();
        };
    }

    /** The same rows as they were filled in; each now shows what is there. */
    EntryGrid with(EntryForm typed) {
        List<Row> filled = new ArrayList<>();
        for (var row : rows) {
            var sectorCode = row.sector() == null ? "" : row.sector().code();
            filled.add(typed.rows().stream()
                    .filter(one -> one.year() == row.year() && one.sector().equals(sectorCode))
                    .findFirst()
                    .map(one -> new Row(
                            row.year(),
                            row.sector(),
                            row.official(),
                            row.own(),
                            row.seen(),
                            one.value(),
                            one.explanation()))
                    .orElse(row));
        }
        return new EntryGrid(year, sector, from, to, filled);
    }

    /** The source that was entered last, which is most often the next one's too. */
    static Optional<Source> lastSource(Figures.Overview overview, String indicator) {
        return own(overview, indicator).values().stream()
                .max(Comparator.comparing(Observation::enteredAt))
                .map(Observation::source)
                .filter(Objects::nonNull);
    }
}
