package org.samklima.portal.indicators;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.letterbox.ShelfDocument;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is known about the bound tenant itself: what it entered, and what is official, whether it imported that itself or
 * its networks handed it over. All are kept side by side; none overwrites another.
 */
@Component
public class Figures {

    private final IndicatorCatalogue catalogue;
    private final Observations observations;
    private final MemberShelf shelf;
    private final JsonMapper json;

    Figures(IndicatorCatalogue catalogue, Observations observations, MemberShelf shelf, JsonMapper json) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.shelf = shelf;
        this.json = json;
    }

    /**
     * A figure about the bound tenant.
     *
     * @param network which association handed it over; null for what the tenant keeps itself
     */
    public record Known(Observation observation, @Nullable UUID network) {

        public boolean isOfficial() {
            return observation.origin() == Origin.OFFICIAL;
        }
    }

    /** Figures with the meaning of what they measure. */
    public static final class Overview {

        private static final Comparator<Known> BY_YEAR_AND_SECTOR = Comparator.comparingInt(
                        (Known known) -> known.observation().year())
                .thenComparing(known -> known.observation().sector(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(known -> !known.isOfficial());

        private final Catalogue catalogue;
        private final List<Known> figures;
        private final Map<String, List<Known>> byIndicator;

        /**
         * @param catalogue the tenant's own, and the indicators of its networks that came with figures
         * @param figures of several official ones the last that came first
         */
        public Overview(Catalogue catalogue, List<Known> figures) {
            this.catalogue = catalogue;
            this.figures = List.copyOf(figures);
            this.byIndicator = figures.stream()
                    .sorted(BY_YEAR_AND_SECTOR)
                    .collect(Collectors.groupingBy(known -> known.observation().indicator()));
        }

        public Catalogue catalogue() {
            return catalogue;
        }

        public List<Known> figures() {
            return figures;
        }

        /** In the order of year and sector; official before own, of several official ones the last that came first. */
        public List<Known> of(String indicator) {
            return byIndicator.getOrDefault(indicator, List.of());
        }

        /**
         * What counts in a year.
         *
         * @param sector code; null for the whole
         */
        public Optional<CountingFigure> counting(String indicator, @Nullable String sector, int year) {
            return CountingFigure.of(
                    of(indicator).stream()
                            .filter(known -> known.observation().year() == year)
                            .toList(),
                    sectorsOf(indicator),
                    sector);
        }

        /**
         * What counts in each year of which anything is known.
         *
         * @param sector code; null for the whole
         */
        public NavigableMap<Integer, CountingFigure> counting(String indicator, @Nullable String sector) {
            var sectors = sectorsOf(indicator);
            var counting = new TreeMap<Integer, CountingFigure>();
            of(indicator).stream()
                    .collect(Collectors.groupingBy(known -> known.observation().year()))
                    .forEach((year, ofYear) ->
                            CountingFigure.of(ofYear, sectors, sector).ifPresent(figure -> counting.put(year, figure)));
            return counting;
        }

        private @Nullable SectorList sectorsOf(String indicator) {
            return catalogue.find(indicator).flatMap(catalogue::sectorListOf).orElse(null);
        }
    }

    /** The one of these figures of the same thing that counts: the tenant's own, or else the official one that came last. */
    public static Optional<Known> counting(List<Known> figures) {
        return figures.stream()
                .filter(known -> !known.isOfficial())
                .findFirst()
                .or(() -> figures.stream().findFirst());
    }

    /** The figures of one thing, without official ones that say what another one of them says already. */
    public static List<Known> differing(List<Known> figures) {
        List<Known> differing = new ArrayList<>();
        for (var known : figures) {
            if (!known.isOfficial()
                    || differing.stream()
                            .noneMatch(other -> other.isOfficial()
                                    && Figure.isSame(
                                            other.observation().figure(),
                                            known.observation().figure()))) {
                differing.add(known);
            }
        }
        return List.copyOf(differing);
    }

    @Transactional(readOnly = true)
    public Overview overview() {
        var catalogued = catalogue.read();
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        Map<String, SectorList> sectorLists = new LinkedHashMap<>();
        catalogued.indicators().forEach(indicator -> indicators.put(indicator.code(), indicator));
        catalogued.sectorLists().forEach(list -> sectorLists.put(list.code(), list));
        List<Known> own = new ArrayList<>();
        List<Arrival> official = new ArrayList<>();
        for (var observation : observations.about(Tenancy.tenantId())) {
            var known = new Known(observation, null);
            if (known.isOfficial()) {
                official.add(new Arrival(observation.enteredAt(), known));
            } else {
                own.add(known);
            }
        }
        var documents = shelf.addressed(OfficialFigures.KIND).stream()
                .sorted(Comparator.comparing(ShelfDocument::publishedAt).reversed())
                .toList();
        for (var document : documents) {
            var handed = json.readValue(document.content(), OfficialFigures.class);
            indicators.putIfAbsent(handed.indicator().code(), handed.indicator());
            Stream.ofNullable(handed.sectors()).forEach(list -> sectorLists.putIfAbsent(list.code(), list));
            handed.observations(Tenancy.tenantId())
                    .forEach(observation -> official.add(
                            new Arrival(document.publishedAt(), new Known(observation, document.network()))));
        }
        official.sort(Comparator.comparing(Arrival::at).reversed());
        return new Overview(
                new Catalogue(List.copyOf(indicators.values()), List.copyOf(sectorLists.values())),
                Stream.concat(official.stream().map(Arrival::known), own.stream())
                        .toList());
    }

    /** An official figure and when it came: imported by the tenant itself, or handed over by a network. */
    private record Arrival(Instant at, Known known) {}
}
