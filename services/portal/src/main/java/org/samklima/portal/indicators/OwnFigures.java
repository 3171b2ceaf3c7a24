package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.NotationKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant enters its own figures, beside what official statistics say and never over it. */
@Service
public class OwnFigures {

    private final IndicatorCatalogue catalogue;
    private final Figures figures;
    private final Observations observations;
    private final ObservationWriting writing;
    private final Sources sources;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    OwnFigures(
            IndicatorCatalogue catalogue,
            Figures figures,
            Observations observations,
            ObservationWriting writing,
            Sources sources,
            Tenants tenants,
            AuditTrail audit,
            Clock clock) {
        this.catalogue = catalogue;
        this.figures = figures;
        this.observations = observations;
        this.writing = writing;
        this.sources = sources;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A figure as somebody enters it: a value, or a notation key with an explanation.
     *
     * @param sector code of a sector of the indicator's list; null for the whole
     * @param explanation of the notation key, or of what an official figure is corrected for; else a comment
     */
    public record Entered(
            int year,
            @Nullable String sector,
            @Nullable BigDecimal value,
            @Nullable NotationKey notation,
            @Nullable String explanation,
            SourceDetails source) {

        private static final int LONGEST_EXPLANATION = 2_000;

        public Entered {
            sector = sector == null || sector.isBlank() ? null : sector;
            explanation = explanation == null || explanation.isBlank() ? null : explanation.strip();
        }

        Figure figure() {
            if ((value == null) == (notation == null)) {
                throw Problem.invalid("indicators.own.value-or-notation");
            }
            if (explanation != null && explanation.length() > LONGEST_EXPLANATION) {
                throw Problem.invalid("indicators.own.explanation-too-long", LONGEST_EXPLANATION);
            }
            if (value != null) {
                if (!Figure.Value.isPlausible(value)) {
                    throw Problem.invalid("indicators.own.too-large");
                }
                return new Figure.Value(value);
            }
            if (explanation == null) {
                throw Problem.invalid("indicators.own.explanation-missing");
            }
            return new Figure.Noted(notation, explanation);
        }
    }

    /** Where the tenant has a figure of its own. */
    public record Place(int year, @Nullable String sector) {}

    /** Some of several figures are wrong, and none is saved. */
    public static final class InvalidFigures extends RuntimeException {

        private final transient Map<Integer, Problem> byPlace;

        InvalidFigures(Map<Integer, Problem> byPlace) {
            super(byPlace.toString(), null, false, false);
            this.byPlace = byPlace;
        }

        /** What is wrong with each, by its place in the list, counted from 0. */
        public Map<Integer, Problem> byPlace() {
            return byPlace;
        }
    }

    /**
     * Enters the figure in the place of any earlier one of the tenant's own.
     *
     * @throws Problem if the indicator or sector is none, the year is out of range, the figure is incomplete, or an official
     *     one is corrected without saying why
     */
    @Transactional
    public Observation enter(String indicator, Entered entered) {
        try {
            return enter(indicator, List.of(entered), List.of()).getFirst();
        } catch (InvalidFigures invalid) {
            throw Objects.requireNonNull(invalid.byPlace().get(0));
        }
    }

    /**
     * Enters these figures, each in the place of any earlier one of the tenant's own, and takes others back. All or nothing.
     *
     * @throws InvalidFigures for the same reasons as with a single one
     */
    @Transactional
    public List<Observation> enter(String indicator, List<Entered> entered, List<Place> removed) {
        var meaning = catalogue.get(indicator);
        var sectors = catalogue.read().sectorListOf(meaning);
        var official = official(indicator);
        int thisYear = tenants.get(Tenancy.tenantId()).dayOf(clock.instant()).getYear();
        Map<SourceDetails, Source> known = new HashMap<>();
        Map<Integer, Problem> problems = new TreeMap<>();
        Set<Place> seen = new HashSet<>();
        List<Observation> observed = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            var one = entered.get(i);
            try {
                check(one, meaning, sectors.orElse(null), official, thisYear, seen);
                observed.add(observation(indicator, one, one.source().checked(), known));
            } catch (Problem problem) {
                problems.put(i, problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidFigures(problems);
        }
        if (!observed.isEmpty()) {
            catalogue.adopt(Set.of(indicator));
            writing.all(observed, written -> {});
            record(
                    "figure.entered",
                    indicator,
                    entered.stream()
                            .map(one -> new Place(one.year(), one.sector()))
                            .toList());
        }
        if (!removed.isEmpty()) {
            observations.removeOwn(Tenancy.tenantId(), indicator, removed);
            record("figure.removed", indicator, removed);
        }
        return observed;
    }

    /** @throws Problem if the tenant has entered none there */
    @Transactional
    public void remove(String indicator, int year, @Nullable String sector) {
        var place = new Place(year, sector == null || sector.isBlank() ? null : sector);
        if (observations.removeOwn(Tenancy.tenantId(), indicator, List.of(place)) == 0) {
            throw Problem.notFound();
        }
        record("figure.removed", indicator, List.of(place));
    }

    private Set<Place> official(String indicator) {
        return figures.overview().of(indicator).stream()
                .filter(Figures.Known::isOfficial)
                .map(known -> new Place(
                        known.observation().year(), known.observation().sector()))
                .collect(Collectors.toSet());
    }

    private static void check(
            Entered entered,
            Indicator indicator,
            @Nullable SectorList sectors,
            Set<Place> official,
            int thisYear,
            Set<Place> seen) {
        var place = new Place(entered.year(), entered.sector());
        if (entered.sector() != null
                && (sectors == null || sectors.sector(entered.sector()).isEmpty())) {
            throw Problem.invalid("indicators.own.unknown-sector", entered.sector());
        }
        if (entered.year() < Observation.FIRST_YEAR || entered.year() > thisYear) {
            throw Problem.invalid("indicators.own.year-out-of-range", Observation.FIRST_YEAR, thisYear);
        }
        if (!seen.add(place)) {
            throw Problem.invalid("indicators.own.twice", entered.year());
        }
        entered.figure();
        if (entered.explanation() == null && official.contains(place)) {
            throw Problem.invalid("indicators.own.correction-without-comment", indicator.code(), entered.year());
        }
    }

    private Observation observation(
            String indicator, Entered entered, SourceDetails details, Map<SourceDetails, Source> known) {
        return new Observation(
                Tenancy.tenantId(),
                indicator,
                entered.sector(),
                entered.year(),
                entered.figure(),
                entered.explanation(),
                Origin.OWN,
                known.computeIfAbsent(details, sources::entered),
                Tenancy.actor().id(),
                clock.instant());
    }

    private void record(String action, String indicator, List<Place> places) {
        var years = places.stream()
                .map(Place::year)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        var sectors = places.stream()
                .map(Place::sector)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        audit.record(
                action,
                "indicator",
                indicator,
                sectors.isEmpty() ? Map.of("year", years) : Map.of("year", years, "sector", sectors));
    }
}
