package org.samklima.portal.indicators.entry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.OwnFigures.InvalidFigures;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.indicators.Source;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.samklima.published.NotationKey;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entering the tenant's own figures, many at once, correcting official ones, and taking own ones back. */
@TenantController
@Allowed({Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR})
class EntryController {

    private final Figures figures;
    private final IndicatorCatalogue catalogue;
    private final OwnFigures own;
    private final EntryNumbers numbers;
    private final MessageSource messages;
    private final Clock clock;

    EntryController(
            Figures figures,
            IndicatorCatalogue catalogue,
            OwnFigures own,
            EntryNumbers numbers,
            MessageSource messages,
            Clock clock) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.own = own;
        this.numbers = numbers;
        this.messages = messages;
        this.clock = clock;
    }

    /** Which rows the page has. */
    record Shown(
            @Nullable Integer ofYear,
            @Nullable String ofSector,
            @Nullable Integer from,
            @Nullable Integer to) {}

    @GetMapping("/indicators/{code}/entry")
    String grid(Tenant tenant, @PathVariable String code, Shown shown, Locale language, Model model) {
        var overview = figures.overview();
        var source = EntryGrid.lastSource(overview, code);
        model.addAttribute(
                "form",
                new EntryForm(
                        List.of(),
                        source.map(Source::name).orElse(""),
                        source.map(Source::version).orElse(""),
                        source.map(Source::url).orElse("")));
        model.addAttribute("problems", Map.of());
        return page(tenant, code, overview, shown, language, model);
    }

    @PostMapping("/indicators/{code}/observations")
    ModelAndView enter(
            Tenant tenant,
            @PathVariable String code,
            Shown shown,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var form = EntryForm.from(typed);
        var overview = figures.overview();
        var attempt = EntryAttempt.of(form, EntryGrid.own(overview, code), numbers);
        var problems = new LinkedHashMap<>(attempt.problems());
        if (problems.isEmpty()) {
            try {
                if (!attempt.entered().isEmpty()) {
                    form.source().checked();
                }
                own.enter(code, List.copyOf(attempt.entered().values()), attempt.removed());
                Notice.success(
                                "indicators.entry.saved",
                                String.valueOf(attempt.entered().size()),
                                String.valueOf(attempt.removed().size()))
                        .on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/indicators/" + code);
            } catch (InvalidFigures invalid) {
                var rows = new ArrayList<>(attempt.entered().keySet());
                invalid.byPlace().forEach((place, problem) -> problems.put(rows.get(place), problem));
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.NOT_FOUND) {
                    throw problem;
                }
                model.addAttribute("sourceProblem", problem);
            }
        }
        model.addAttribute("form", form);
        model.addAttribute("problems", byRow(form, problems));
        var view = page(tenant, code, overview, shown, language, model);
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** As the page finds them: by year and sector. */
    private static Map<String, Problem> byRow(EntryForm form, Map<Integer, Problem> problems) {
        Map<String, Problem> byRow = new LinkedHashMap<>();
        problems.forEach((number, problem) -> {
            var row = form.rows().get(number);
            byRow.put(row.year() + "|" + row.sector(), problem);
        });
        return byRow;
    }

    private String page(
            Tenant tenant, String code, Figures.Overview overview, Shown shown, Locale language, Model model) {
        var indicator = catalogue.get(code);
        if (tenant.isAssociation()) {
            throw Problem.notFound();
        }
        var grid = EntryGrid.of(
                overview,
                indicator,
                shown.ofYear(),
                shown.ofSector(),
                shown.from(),
                shown.to(),
                tenant.dayOf(clock.instant()).getYear(),
                numbers);
        var form = (EntryForm) model.getAttribute("form");
        model.addAttribute("tenant", tenant);
        model.addAttribute("indicator", indicator);
        model.addAttribute("grid", form == null ? grid : grid.with(form));
        model.addAttribute(
                "sectors",
                overview.catalogue()
                        .sectorListOf(indicator)
                        .map(SectorList::sectors)
                        .orElse(List.of()));
        model.addAttribute("keys", NotationKey.values());
        model.addAttribute("thisYear", tenant.dayOf(clock.instant()).getYear());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(
                                messages.getMessage("indicators.title", null, language),
                                "/" + tenant.slug() + "/indicators"),
                        new Crumb(
                                indicator.name().in(language.getLanguage(), tenant.defaultLanguage()),
                                "/" + tenant.slug() + "/indicators/" + code)));
        return "indicators/entry";
    }
}
