package org.samklima.portal.indicators.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Observations;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantApi;
import org.samklima.published.NotationKey;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Indicators and figures, as data. */
@TenantApi
@Allowed
class IndicatorApi {

    private static final int MOST_AT_ONCE = 2_000;

    private final IndicatorCatalogue catalogue;
    private final Observations observations;
    private final Figures figures;
    private final OwnFigures own;
    private final MessageSource messages;

    IndicatorApi(
            IndicatorCatalogue catalogue,
            Observations observations,
            Figures figures,
            OwnFigures own,
            MessageSource messages) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.figures = figures;
        this.own = own;
        this.messages = messages;
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

    /**
     * The tenant's own figure; either a value or a notation key with an explanation. The correction of an official figure needs
     * an explanation, too.
     *
     * @param year where the address does not say it
     */
    record OwnFigure(
            @Nullable Integer year,
            @Nullable String sector,
            @Nullable BigDecimal value,
            @Nullable NotationKey notation,
            @Nullable String explanation,
            @Nullable SourceDetails source) {

        OwnFigures.Entered of(int year) {
            return new OwnFigures.Entered(
                    year,
                    sector,
                    value,
                    notation,
                    explanation,
                    Objects.requireNonNullElse(source, new SourceDetails(null, null, null)));
        }
    }

    /**
     * One of several figures that cannot be entered.
     *
     * @param place in the list, counted from 0
     * @param code the same in every language
     */
    record WrongFigure(int place, String code, String message) {}

    /** Shared indicators first, then the tenant's own. */
    @GetMapping("/indicators")
    List<Indicator> all() {
        return catalogue.read().indicators();
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
        return FigureData.of(own.enter(code, figure.of(year)), null);
    }

    /**
     * Enters several of the tenant's own figures at once, each in the place of any earlier one of its own. All or nothing: 422
     * with what is wrong with which, if anything is.
     */
    @PutMapping("/indicators/{code}/observations")
    @Allowed({Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR})
    ResponseEntity<Object> enterAll(@PathVariable String code, @RequestBody List<OwnFigure> figures, Locale language) {
        if (figures.size() > MOST_AT_ONCE
                || figures.stream().anyMatch(figure -> figure == null || figure.year() == null)) {
            throw Problem.invalid("indicators.own.each-with-year", MOST_AT_ONCE);
        }
        try {
            var entered = own.enter(
                    code,
                    figures.stream()
                            .map(figure -> figure.of(Objects.requireNonNull(figure.year())))
                            .toList(),
                    List.of());
            return ResponseEntity.ok(entered.stream()
                    .map(observation -> FigureData.of(observation, null))
                    .toList());
        } catch (OwnFigures.InvalidFigures invalid) {
            return ResponseEntity.unprocessableContent()
                    .body(invalid.byPlace().entrySet().stream()
                            .map(wrong -> new WrongFigure(
                                    wrong.getKey(),
                                    wrong.getValue().messageKey(),
                                    messages.getMessage(
                                            wrong.getValue().messageKey(),
                                            wrong.getValue().arguments(),
                                            language)))
                            .toList());
        }
    }

    /** Takes the tenant's own figure back; official ones stay. */
    @DeleteMapping("/indicators/{code}/observations/{year}")
    @Allowed({Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String code, @PathVariable int year, @RequestParam @Nullable String sector) {
        own.remove(code, year, sector);
    }
}
