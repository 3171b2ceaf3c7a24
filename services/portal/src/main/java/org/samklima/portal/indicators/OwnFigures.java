package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
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
    private final Observations observations;
    private final Sources sources;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    OwnFigures(
            IndicatorCatalogue catalogue,
            Observations observations,
            Sources sources,
            Tenants tenants,
            AuditTrail audit,
            Clock clock) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.sources = sources;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A figure as somebody enters it: a value, or a notation key with an explanation.
     *
     * @param sector code of a sector of the indicator's list; null for the whole
     * @param explanation of the notation key; with a value, a comment
     */
    public record Entered(
            int year,
            @Nullable String sector,
            @Nullable BigDecimal value,
            @Nullable NotationKey notation,
            @Nullable String explanation,
            SourceDetails source) {

        private static final int LONGEST_EXPLANATION = 2_000;

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
            if (explanation == null || explanation.isBlank()) {
                throw Problem.invalid("indicators.own.explanation-missing");
            }
            return new Figure.Noted(notation, explanation.strip());
        }
    }

    /**
     * Enters the figure in the place of any earlier one of the tenant's own.
     *
     * @throws Problem if the indicator or sector is none, the year is out of range, or the figure is incomplete
     */
    @Transactional
    public Observation enter(String indicator, Entered entered) {
        var meaning = catalogue.get(indicator);
        var figure = entered.figure();
        var sector = sector(meaning, entered.sector());
        checkYear(entered.year());
        catalogue.adopt(Set.of(indicator));
        var observation = new Observation(
                Tenancy.tenantId(),
                indicator,
                sector,
                entered.year(),
                figure,
                entered.explanation() == null || entered.explanation().isBlank()
                        ? null
                        : entered.explanation().strip(),
                Origin.OWN,
                sources.entered(entered.source().checked()),
                Tenancy.actor().id(),
                clock.instant());
        observations.put(observation);
        record("figure.entered", indicator, entered.year(), sector);
        return observation;
    }

    /** @throws Problem if the tenant has entered none there */
    @Transactional
    public void remove(String indicator, int year, @Nullable String sector) {
        var key = new ObservationKey(Tenancy.tenantId(), indicator, sector == null ? "" : sector, year);
        if (!observations.removeOwn(key)) {
            throw Problem.notFound();
        }
        record("figure.removed", indicator, year, sector);
    }

    private @Nullable String sector(Indicator indicator, @Nullable String sector) {
        if (sector == null || sector.isBlank()) {
            return null;
        }
        return catalogue
                .read()
                .sectorListOf(indicator)
                .flatMap(list -> list.sector(sector))
                .map(Sector::code)
                .orElseThrow(() -> Problem.invalid("indicators.own.unknown-sector", sector));
    }

    private void checkYear(int year) {
        int thisYear = tenants.get(Tenancy.tenantId()).dayOf(clock.instant()).getYear();
        if (year < Observation.FIRST_YEAR || year > thisYear) {
            throw Problem.invalid("indicators.own.year-out-of-range", Observation.FIRST_YEAR, thisYear);
        }
    }

    private void record(String action, String indicator, int year, @Nullable String sector) {
        audit.record(
                action,
                "indicator",
                indicator,
                sector == null ? Map.of("year", year) : Map.of("year", year, "sector", sector));
    }
}
