package org.samklima.portal.indicators.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Observations;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.network.Members;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.TableDownload;
import org.samklima.portal.tables.TableDownload.Format;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is measured, and what is known of it. An association looks at its members, any other tenant at itself. */
@TenantController
@Allowed
class IndicatorController {

    static final Role[] ENTERING = {Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR};
    static final Role[] DEFINING = {Role.MANAGER, Role.STAFF, Role.COORDINATOR};
    private static final Role[] IMPORTING = {Role.STAFF, Role.MANAGER, Role.COORDINATOR};

    private final IndicatorCatalogue catalogue;
    private final Observations observations;
    private final Figures figures;
    private final Members members;
    private final DevelopmentPage development;
    private final SummaryTable table;
    private final MessageSource messages;

    IndicatorController(
            IndicatorCatalogue catalogue,
            Observations observations,
            Figures figures,
            Members members,
            DevelopmentPage development,
            SummaryTable table,
            MessageSource messages) {
        this.catalogue = catalogue;
        this.observations = observations;
        this.figures = figures;
        this.members = members;
        this.development = development;
        this.table = table;
        this.messages = messages;
    }

    @GetMapping("/indicators")
    @InNavigation(value = "indicators.navigation", order = 120)
    String all(Tenant tenant, Actor actor, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("mayImport", actor.has(IMPORTING));
        model.addAttribute("mayDefine", actor.has(DEFINING));
        if (tenant.isAssociation()) {
            model.addAttribute("indicators", catalogue.read().indicators());
            model.addAttribute("extents", observations.extents());
            model.addAttribute("memberCount", members.present().size());
            return "indicators/of-members";
        }
        var summaries = IndicatorSummary.all(figures.overview());
        model.addAttribute(
                "known", summaries.stream().filter(IndicatorSummary::isKnown).toList());
        model.addAttribute(
                "unknown",
                summaries.stream().filter(summary -> !summary.isKnown()).toList());
        return "indicators/of-ours";
    }

    @GetMapping("/indicators.csv")
    ResponseEntity<byte[]> csv(Tenant tenant, Locale language) {
        return download(tenant, language).as(Format.CSV, language);
    }

    @GetMapping("/indicators.xlsx")
    ResponseEntity<byte[]> xlsx(Tenant tenant, Locale language) {
        return download(tenant, language).as(Format.XLSX, language);
    }

    private TableDownload download(Tenant tenant, Locale language) {
        if (tenant.isAssociation()) {
            throw Problem.notFound();
        }
        return TableDownload.of(
                tenant.slug() + "-indicators",
                table.headings(language),
                table.rows(IndicatorSummary.all(figures.overview()), tenant, language));
    }

    @GetMapping("/indicators/{code}")
    String one(
            Tenant tenant,
            Actor actor,
            @PathVariable String code,
            @RequestParam @Nullable Integer year,
            @RequestParam @Nullable String sector,
            DevelopmentPage.Asked asked,
            Locale language,
            Model model) {
        model.addAttribute("mayDefine", actor.has(DEFINING));
        model.addAttribute("crumbs", crumbs(tenant, language));
        return tenant.isAssociation()
                ? ofMembers(tenant, code, year, sector, model)
                : development.show(tenant, actor, code, asked, language, model);
    }

    private String ofMembers(Tenant tenant, String code, @Nullable Integer year, @Nullable String sector, Model model) {
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

    private List<Crumb> crumbs(Tenant tenant, Locale language) {
        return List.of(new Crumb(
                messages.getMessage("indicators.title", null, language), "/" + tenant.slug() + "/indicators"));
    }
}
