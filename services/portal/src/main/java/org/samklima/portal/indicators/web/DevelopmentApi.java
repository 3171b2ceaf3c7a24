package org.samklima.portal.indicators.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How an indicator of a tenant that looks at itself has developed, as data. */
@TenantApi
@Allowed
class DevelopmentApi {

    private final Figures figures;

    DevelopmentApi(Figures figures) {
        this.figures = figures;
    }

    /**
     * A development.
     *
     * @param years in which anything was observed
     * @param perInhabitant whether values are divided by the population of the same year
     * @param changesAre {@code SHARES} of what it was before, or {@code POINTS} between percentages
     * @param withoutPopulation years of the period with figures, but without a population to divide them by
     * @param incomplete years of the period in which not every sector is known, so that they have no sum
     * @param wholeBehind years of the period in which sectors were corrected and the observed whole was not: their sum is the
     *     whole
     */
    record DevelopmentData(
            SortedSet<Integer> years,
            int from,
            int to,
            int baseline,
            boolean perInhabitant,
            ChangeKind changesAre,
            List<LineData> lines,
            SortedSet<Integer> withoutPopulation,
            SortedSet<Integer> incomplete,
            SortedSet<Integer> wholeBehind) {}

    enum ChangeKind {
        SHARES,
        POINTS
    }

    /**
     * The whole or a sector.
     *
     * @param sector code; absent for the whole
     * @param values by year; what is missing is not there
     * @param sinceBaseline exact to 34 digits; absent where one of the values is missing or it began with nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineData(
            @Nullable String sector,
            Map<Integer, BigDecimal> values,
            @Nullable BigDecimal sinceBaseline,
            @Nullable BigDecimal overPeriod) {}

    /**
     * The whole and each sector over a period, from the figures that count: own ones before official ones. 404 if there is no
     * figure, and in an association.
     *
     * @param from an observed year; the first unless said otherwise
     * @param to an observed year; the last unless said otherwise
     * @param baseline an observed year; the first unless said otherwise
     */
    @GetMapping("/indicators/{code}/development")
    DevelopmentData of(
            @PathVariable String code,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            @RequestParam @Nullable Integer baseline,
            @RequestParam(defaultValue = "false") boolean perInhabitant) {
        var overview = figures.overview();
        var indicator = overview.catalogue().find(code).orElseThrow(Problem::notFound);
        var development = Development.of(
                        YearlyFigures.of(overview, indicator),
                        indicator,
                        new Development.Choice(from, to, baseline, perInhabitant))
                .orElseThrow(Problem::notFound);
        return new DevelopmentData(
                development.years(),
                development.from(),
                development.to(),
                development.baseline(),
                development.perInhabitant(),
                development.inPoints() ? ChangeKind.POINTS : ChangeKind.SHARES,
                development.lines().stream()
                        .map(line -> new LineData(
                                line.sector() == null ? null : line.sector().code(),
                                line.values().subMap(development.from(), true, development.to(), true),
                                line.sinceBaseline(),
                                line.overPeriod()))
                        .toList(),
                development.withoutPopulation(),
                development.incomplete(),
                development.wholeBehind());
    }
}
