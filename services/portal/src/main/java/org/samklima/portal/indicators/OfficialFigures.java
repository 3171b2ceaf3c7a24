package org.samklima.portal.indicators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.published.NotationKey;

/**
 * What official statistics say about one member by one indicator, as its association hands it over on the members' shelf:
 * complete in itself, so that the member can show it without the association.
 *
 * @param indicator with its meaning, which may be the association's own
 * @param sectors the list that divides it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfficialFigures(Indicator indicator, @Nullable SectorList sectors, List<Source> sources, List<Row> figures) {

    /** Kind of the document on the shelf. */
    static final String KIND = "official-figures";

    /**
     * A figure.
     *
     * @param source place in the list of sources
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Nullable String sector,
            int year,
            @Nullable BigDecimal value,
            @Nullable NotationKey notation,
            @Nullable String explanation,
            int source,
            Instant at) {}

    /** Subject of the document on the shelf. */
    static String subject(UUID member, String indicator) {
        return member + ":" + indicator;
    }

    /** @param observations of this indicator about one member */
    static OfficialFigures of(Indicator indicator, @Nullable SectorList sectors, List<Observation> observations) {
        Map<UUID, Integer> places = new LinkedHashMap<>();
        List<Source> sources = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (var observation : observations) {
            int place = places.computeIfAbsent(observation.source().id(), id -> {
                sources.add(observation.source());
                return sources.size() - 1;
            });
            rows.add(row(observation, place));
        }
        return new OfficialFigures(indicator, sectors, sources, rows);
    }

    private static Row row(Observation observation, int source) {
        var noted = observation.figure() instanceof Figure.Noted figure ? figure : null;
        return new Row(
                observation.sector(),
                observation.year(),
                observation.figure().value().orElse(null),
                noted == null ? null : noted.key(),
                noted == null ? observation.explanation() : noted.explanation(),
                source,
                observation.enteredAt());
    }

    List<Observation> observations(UUID member) {
        return figures.stream()
                .map(row -> new Observation(
                        member,
                        indicator.code(),
                        row.sector(),
                        row.year(),
                        row.value() != null
                                ? new Figure.Value(row.value())
                                : new Figure.Noted(
                                        Objects.requireNonNull(row.notation()),
                                        Objects.requireNonNull(row.explanation())),
                        row.explanation(),
                        Origin.OFFICIAL,
                        sources.get(row.source()),
                        null,
                        row.at()))
                .toList();
    }
}
