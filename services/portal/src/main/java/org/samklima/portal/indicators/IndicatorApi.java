package org.samklima.portal.indicators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.published.NotationKey;
import org.samklima.published.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Indicators and figures, as data. */
@TenantApi
@Allowed
class IndicatorApi {

    private final IndicatorCatalogue catalogue;
    private final Observations observations;
    private final Figures figures;
    private final OwnFigures own;

    IndicatorApi(IndicatorCatalogue catalogue, Observations observations, Figures figures, OwnFigures own) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.figures = figures;
        this.own = own;
    }

    /** A new indicator of the tenant's own; what is not said is neutral. */
    record NewIndicator(
            String code,
            Texts name,
            @Nullable Texts definition,
            Texts unit,
            int decimals,
            @Nullable Direction direction,
            @Nullable String sectorList,
            boolean perInhabitant) {

        Indicator indicator() {
            try {
                return new Indicator(
                        code,
                        name,
                        definition == null ? name : definition,
                        unit,
                        decimals,
                        Objects.requireNonNullElse(direction, Direction.NEITHER),
                        sectorList,
                        perInhabitant,
                        false);
            } catch (IllegalArgumentException impossible) {
                throw Problem.invalid("indicators.new.impossible", String.valueOf(impossible.getMessage()));
            }
        }
    }

    /**
     * A figure.
     *
     * @param subject tenant id of whom it is about
     * @param sector code; absent for the whole
     * @param value absent where a notation key stands in its place
     * @param network which association handed it over, where the tenant does not keep it itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureData(
            UUID subject,
            String indicator,
            @Nullable String sector,
            int year,
            @Nullable BigDecimal value,
            @Nullable NotationKey notation,
            @Nullable String explanation,
            Origin origin,
            SourceDetails source,
            @Nullable UUID network,
            Instant enteredAt) {

        static FigureData of(Observation observation, @Nullable UUID network) {
            var noted = observation.figure() instanceof Figure.Noted figure ? figure : null;
            var source = observation.source();
            return new FigureData(
                    observation.subject(),
                    observation.indicator(),
                    observation.sector(),
                    observation.year(),
                    observation.figure().value().orElse(null),
                    noted == null ? null : noted.key(),
                    noted == null ? observation.explanation() : noted.explanation(),
                    observation.origin(),
                    new SourceDetails(source.name(), source.version(), source.url()),
                    network,
                    observation.enteredAt());
        }
    }

    /** The tenant's own figure; either a value or a notation key with an explanation. */
    record OwnFigure(
            @Nullable String sector,
            @Nullable BigDecimal value,
            @Nullable NotationKey notation,
            @Nullable String explanation,
            @Nullable SourceDetails source) {}

    /** Shared indicators first, then the tenant's own. */
    @GetMapping("/indicators")
    List<Indicator> all() {
        return catalogue.read().indicators();
    }

    /** 409 if the code is taken. */
    @PostMapping("/indicators")
    @Allowed({Role.MANAGER, Role.STAFF, Role.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    void add(@RequestBody NewIndicator indicator) {
        catalogue.add(indicator.indicator());
    }

    /** Shared sector lists first, then the tenant's own. */
    @GetMapping("/sector-lists")
    List<SectorList> sectorLists() {
        return catalogue.read().sectorLists();
    }

    @GetMapping("/indicators/{code}")
    Indicator one(@PathVariable String code) {
        return catalogue.get(code);
    }

    /**
     * What is observed: for an association the official figures of all its members; for others what they entered themselves
     * and what their networks handed over.
     */
    @GetMapping("/indicators/{code}/observations")
    List<FigureData> observations(
            Tenant tenant,
            @PathVariable String code,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable UUID subject) {
        return all(tenant, code)
                .filter(figure -> year == null || figure.year() == year)
                .filter(figure -> subject == null || figure.subject().equals(subject))
                .toList();
    }

    private Stream<FigureData> all(Tenant tenant, String code) {
        if (tenant.isAssociation()) {
            catalogue.get(code);
            return observations.of(List.of(code)).stream().map(observation -> FigureData.of(observation, null));
        }
        var overview = figures.overview();
        if (overview.catalogue().find(code).isEmpty()) {
            throw Problem.notFound();
        }
        return overview.of(code).stream().map(known -> FigureData.of(known.observation(), known.network()));
    }

    /** Enters the tenant's own figure of a year, in the place of any earlier one of its own. */
    @PutMapping("/indicators/{code}/observations/{year}")
    @Allowed({Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR})
    FigureData enter(@PathVariable String code, @PathVariable int year, @RequestBody OwnFigure figure) {
        var entered = new OwnFigures.Entered(
                year,
                figure.sector(),
                figure.value(),
                figure.notation(),
                figure.explanation(),
                Objects.requireNonNullElse(figure.source(), new SourceDetails(null, null, null)));
        return FigureData.of(own.enter(code, entered), null);
    }

    /** Takes the tenant's own figure back; official ones stay. */
    @DeleteMapping("/indicators/{code}/observations/{year}")
    @Allowed({Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code, @PathVariable int year, @RequestParam @Nullable String sector) {
        own.remove(code, year, sector);
    }
}
