package org.samklima.portal.indicators.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Figures.Known;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.YearRanges;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of an indicator in a tenant that looks at itself: how it has developed, and every figure with its source. */
@Component
class DevelopmentPage {

    private final Figures figures;
    private final IndicatorCatalogue catalogue;
    private final DevelopmentChart chart;
    private final Tenants tenants;

    DevelopmentPage(Figures figures, IndicatorCatalogue catalogue, DevelopmentChart chart, Tenants tenants) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.chart = chart;
        this.tenants = tenants;
    }

    /**
     * What the address asks for.
     *
     * @param per {@code inhabitant} to divide by the population
     */
    record Asked(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Integer baseline,
            @Nullable String per) {

        Development.Choice choice() {
            return new Development.Choice(from, to, baseline, "inhabitant".equals(per));
        }
    }

    String show(Tenant tenant, Actor actor, String code, Asked asked, Locale language, Model model) {
        var overview = figures.overview();
        var indicator = overview.catalogue().find(code).orElseThrow(Problem::notFound);
        var yearly = YearlyFigures.of(overview, indicator);
        var development = Development.of(yearly, indicator, asked.choice());
        var own = catalogue.read().find(code);
        model.addAttribute("tenant", tenant);
        model.addAttribute("indicator", indicator);
        model.addAttribute("isOwn", own.isPresent() && !own.get().shared());
        model.addAttribute(
                "sectors",
                overview.catalogue()
                        .sectorListOf(indicator)
                        .map(SectorList::sectors)
                        .orElse(List.of()));
        model.addAttribute("yearly", yearly);
        model.addAttribute("development", development.orElse(null));
        development.ifPresent(one -> {
            model.addAttribute("chart", chart.of(one, yearly, indicator, tenant, language));
            model.addAttribute("shownDecimals", chart.decimals(one, indicator));
            model.addAttribute("withoutPopulation", YearRanges.of(one.withoutPopulation()));
            model.addAttribute("incomplete", YearRanges.of(one.incomplete()));
            model.addAttribute("wholeBehind", YearRanges.of(one.wholeBehind()));
            model.addAttribute(
                    "behindFrom",
                    one.wholeBehind().isEmpty() ? null : one.wholeBehind().first());
            model.addAttribute(
                    "behindTo",
                    one.wholeBehind().isEmpty() ? null : one.wholeBehind().last());
        });
        model.addAttribute("networks", networks(overview.of(code)));
        // A network's own indicator means what the network says; the tenant can only read it.
        model.addAttribute("mayEnter", actor.has(IndicatorController.ENTERING) && own.isPresent());
        return "indicators/ours";
    }

    private Map<Object, String> networks(List<Known> known) {
        Map<Object, String> names = new HashMap<>();
        tenants.all(known.stream()
                        .map(Known::network)
                        .flatMap(network -> Optional.ofNullable(network).stream())
                        .distinct()
                        .toList())
                .forEach(network -> names.put(Objects.requireNonNull(network.id()), network.name()));
        return names;
    }
}
