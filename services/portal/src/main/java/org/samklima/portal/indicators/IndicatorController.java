package org.samklima.portal.indicators;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.portal.indicators.Figures.Known;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.portal.tenancy.Tenants;
import org.samklima.published.NotationKey;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is measured, and what is known of it. An association looks at its members, any other tenant at itself. */
@TenantController
@Allowed
class IndicatorController {

    static final Role[] ENTERING = {Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR};
    private static final Role[] IMPORTING = {Role.STAFF, Role.MANAGER};

    private final IndicatorCatalogue catalogue;
    private final Observations observations;
    private final Figures figures;
    private final Members members;
    private final Tenants tenants;
    private final MessageSource messages;

    IndicatorController(
            IndicatorCatalogue catalogue,
            Observations observations,
            Figures figures,
            Members members,
            Tenants tenants,
            MessageSource messages) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.figures = figures;
        this.members = members;
        this.tenants = tenants;
        this.messages = messages;
    }

    @GetMapping("/indicators")
    @InNavigation(value = "indicators.navigation", order = 120)
    String all(Tenant tenant, Actor actor, Model model) {
        model.addAttribute("tenant", tenant);
        if (tenant.isAssociation()) {
            model.addAttribute("indicators", catalogue.read().indicators());
            model.addAttribute("extents", observations.extents());
            model.addAttribute("memberCount", members.present().size());
            model.addAttribute("mayImport", actor.has(IMPORTING));
            return "indicators/of-members";
        }
        var overview = figures.overview();
        model.addAttribute("indicators", overview.catalogue().indicators());
        model.addAttribute("latest", latest(overview));
        return "indicators/of-ours";
    }

    /** By indicator, the figure that counts of the latest year with one of the whole. */
    private static Map<String, Known> latest(Figures.Overview overview) {
        Map<String, Known> latest = new HashMap<>();
        for (var indicator : overview.catalogue().indicators()) {
            overview.of(indicator.code()).stream()
                    .filter(known -> known.observation().sector() == null)
                    .max(Comparator.comparingInt(known -> known.observation().year()))
                    .flatMap(known -> overview.of(
                            indicator.code(), null, known.observation().year()))
                    .ifPresent(known -> latest.put(indicator.code(), known));
        }
        return latest;
    }

    @GetMapping("/indicators/{code}")
    String one(
            Tenant tenant,
            Actor actor,
            @PathVariable String code,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable String sector,
            Locale language,
            Model model) {
        if (tenant.isAssociation()) {
            return ofMembers(tenant, code, year, sector, language, model);
        }
        model.addAttribute("figure", OwnFigureForm.EMPTY);
        return ofOurs(tenant, actor, code, language, model);
    }

    private String ofMembers(
            Tenant tenant, String code, @Nullable Integer year, @Nullable String sector, Locale language, Model model) {
        var known = catalogue.read();
        var indicator = known.find(code).orElseThrow(Problem::notFound);
        var years = observations.years(code);
        var shownYear = year != null ? year : years.isEmpty() ? null : years.getFirst();
        var ofYear = shownYear == null ? List.<Observation>of() : observations.of(code, shownYear);
        var sectors = known.sectorListOf(indicator).map(SectorList::sectors).orElse(List.of());
        var shownSector = shownSector(sector, sectors, ofYear);
        var population = shownYear == null || !indicator.perInhabitant()
                ? List.<Observation>of()
                : observations.of(SharedCatalogue.POPULATION, shownYear);
        model.addAttribute("tenant", tenant);
        model.addAttribute("crumbs", crumbs(tenant, language));
        model.addAttribute("indicator", indicator);
        model.addAttribute("years", years);
        model.addAttribute("year", shownYear);
        model.addAttribute("sectors", sectors);
        model.addAttribute("sector", shownSector);
        model.addAttribute("figures", MemberFigures.of(members.present(), ofYear, population, shownSector));
        return "indicators/members";
    }

    /** The sector asked for; else the whole where it is known, or else the first sector. */
    private static @Nullable String shownSector(
            @Nullable String asked, List<Sector> sectors, List<Observation> figures) {
        if (asked != null && sectors.stream().anyMatch(sector -> sector.code().equals(asked))) {
            return asked;
        }
        boolean wholeIsKnown = figures.stream().anyMatch(figure -> figure.sector() == null);
        return sectors.isEmpty() || wholeIsKnown || (asked != null && asked.isEmpty())
                ? null
                : sectors.getFirst().code();
    }

    /** The page with the form to enter a figure, as it was typed. */
    String ofOurs(Tenant tenant, Actor actor, String code, Locale language, Model model) {
        var overview = figures.overview();
        var indicator = overview.catalogue().find(code).orElseThrow(Problem::notFound);
        var sectors = overview.catalogue()
                .sectorListOf(indicator)
                .map(SectorList::sectors)
                .orElse(List.of());
        model.addAttribute("tenant", tenant);
        model.addAttribute("crumbs", crumbs(tenant, language));
        model.addAttribute("indicator", indicator);
        model.addAttribute("yearly", YearlyFigures.of(overview, indicator));
        model.addAttribute("networks", networks(overview.of(code)));
        model.addAttribute("sectors", sectors);
        model.addAttribute("sectorChoices", sectorChoices(sectors, tenant, language));
        model.addAttribute("notationChoices", notationChoices(language));
        model.addAttribute("mayEnter", actor.has(ENTERING) && isEnterable(indicator));
        return "indicators/ours";
    }

    private static List<Choice> sectorChoices(List<Sector> sectors, Tenant tenant, Locale language) {
        return sectors.stream()
                .map(sector ->
                        Choice.of(sector.code(), sector.name().in(language.getLanguage(), tenant.defaultLanguage())))
                .toList();
    }

    private List<Choice> notationChoices(Locale language) {
        return Arrays.stream(NotationKey.values())
                .map(key -> Choice.of(
                        key.name(), key.name() + ": " + messages.getMessage("pages.notation." + key, null, language)))
                .toList();
    }

    private List<Crumb> crumbs(Tenant tenant, Locale language) {
        return List.of(new Crumb(
                messages.getMessage("indicators.title", null, language), "/" + tenant.slug() + "/indicators"));
    }

    /** A network's own indicator means what the network says; the tenant can only read it. */
    private boolean isEnterable(Indicator indicator) {
        return indicator.shared() || catalogue.read().find(indicator.code()).isPresent();
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
