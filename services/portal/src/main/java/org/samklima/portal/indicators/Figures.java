package org.samklima.portal.indicators;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is known about the bound tenant itself: what it entered, and what its networks handed over as official. Both are
 * kept side by side; neither overwrites the other.
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
     * @param network which association handed it over; null for the tenant's own
     */
    public record Known(Observation observation, @Nullable UUID network) {

        public boolean isOfficial() {
            return observation.origin() == Origin.OFFICIAL;
        }
    }

    /**
     * Figures with the meaning of what they measure.
     *
     * @param catalogue the tenant's own, and the indicators of its networks that came with figures
     */
    public record Overview(Catalogue catalogue, List<Known> figures) {

        /** In the order of year and sector; official before own, of several networks the last to hand it over first. */
        public List<Known> of(String indicator) {
            return figures.stream()
                    .filter(known -> known.observation().indicator().equals(indicator))
                    .sorted(Comparator.comparingInt(
                                    (Known known) -> known.observation().year())
                            .thenComparing(
                                    known -> known.observation().sector(),
                                    Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(known -> !known.isOfficial()))
                    .toList();
        }

        /**
         * The figure that counts: the tenant's own correction, or else the official one.
         *
         * @param sector null for the whole
         */
        public Optional<Known> of(String indicator, @Nullable String sector, int year) {
            var all = of(indicator).stream()
                    .filter(known -> known.observation().year() == year
                            && Objects.equals(known.observation().sector(), sector))
                    .toList();
            return all.stream()
                    .filter(known -> !known.isOfficial())
                    .findFirst()
                    .or(() -> all.stream().findFirst());
        }
    }

    @Transactional(readOnly = true)
    public Overview overview() {
        var own = catalogue.read();
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        Map<String, SectorList> sectorLists = new LinkedHashMap<>();
        own.indicators().forEach(indicator -> indicators.put(indicator.code(), indicator));
        own.sectorLists().forEach(list -> sectorLists.put(list.code(), list));
        List<Known> figures = new ArrayList<>();
        shelf.addressed(OfficialFigures.KIND).stream()
                .sorted((one, other) -> other.publishedAt().compareTo(one.publishedAt()))
                .forEach(document -> {
                    var official = json.readValue(document.content(), OfficialFigures.class);
                    indicators.putIfAbsent(official.indicator().code(), official.indicator());
                    Stream.ofNullable(official.sectors()).forEach(list -> sectorLists.putIfAbsent(list.code(), list));
                    official.observations(Tenancy.tenantId())
                            .forEach(observation -> figures.add(new Known(observation, document.network())));
                });
        observations.about(Tenancy.tenantId()).stream()
                .filter(observation -> observation.origin() == Origin.OWN)
                .forEach(observation -> figures.add(new Known(observation, null)));
        return new Overview(
                new Catalogue(List.copyOf(indicators.values()), List.copyOf(sectorLists.values())),
                List.copyOf(figures));
    }
}
