package org.samklima.portal.indicators.definitions;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
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

/** The lists by which indicators are divided: shared ones to look at, the tenant's own to define, change and remove. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.COORDINATOR})
class SectorListController {

    private final OwnSectorLists own;
    private final IndicatorCatalogue catalogue;
    private final MessageSource messages;

    SectorListController(OwnSectorLists own, IndicatorCatalogue catalogue, MessageSource messages) {
        this.own = own;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    @GetMapping("/sector-lists")
    String all(Tenant tenant, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("crumbs", List.of(crumb("indicators.title", tenant, "/indicators", language)));
        model.addAttribute("lists", catalogue.read().sectorLists());
        return "indicators/sector-lists";
    }

    @GetMapping("/new-sector-list")
    String blank(Tenant tenant, Locale language, Model model) {
        return page(tenant, SectorListForm.blank(), null, null, language, model);
    }

    @PostMapping("/sector-lists")
    ModelAndView add(
            Tenant tenant,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var form = SectorListForm.from(typed, tenant.languages());
        try {
            own.add(form.list(tenant, null));
        } catch (Problem problem) {
            return again(page(tenant, form, null, problem, language, model), model);
        }
        return done(tenant, "indicators.sector-list.added", redirect);
    }

    @GetMapping("/sector-lists/{code}")
    String edited(Tenant tenant, @PathVariable String code, Locale language, Model model) {
        var edited = own.get(code);
        return page(tenant, SectorListForm.of(edited), edited, null, language, model);
    }

    /** Whoever comes later is told, and may put their own in the place of what is there now. */
    @PostMapping("/sector-lists/{code}")
    ModelAndView change(
            Tenant tenant,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var edited = own.get(code);
        var form = SectorListForm.from(typed, tenant.languages());
        try {
            own.change(form.list(tenant, edited.list()), form.lockVersion());
        } catch (Problem problem) {
            return again(page(tenant, form.seen(edited.lockVersion()), edited, problem, language, model), model);
        }
        return done(tenant, "indicators.sector-list.changed", redirect);
    }

    @PostMapping("/sector-lists/{code}/removal")
    String remove(Tenant tenant, @PathVariable String code, RedirectAttributes redirect) {
        try {
            own.remove(code);
            Notice.success("indicators.sector-list.removed").on(redirect);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:/" + tenant.slug() + "/sector-lists";
    }

    private String page(
            Tenant tenant,
            SectorListForm form,
            OwnSectorLists.@Nullable Edited edited,
            @Nullable Problem problem,
            Locale language,
            Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("form", form);
        model.addAttribute("edited", edited);
        model.addAttribute("problem", problem);
        model.addAttribute(
                "crumbs",
                List.of(
                        crumb("indicators.title", tenant, "/indicators", language),
                        crumb("indicators.sector-lists", tenant, "/sector-lists", language)));
        return "indicators/sector-list";
    }

    private Crumb crumb(String key, Tenant tenant, String path, Locale language) {
        return new Crumb(messages.getMessage(key, null, language), "/" + tenant.slug() + path);
    }

    private static ModelAndView again(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView done(Tenant tenant, String message, RedirectAttributes redirect) {
        Notice.success(message).on(redirect);
        return new ModelAndView("redirect:/" + tenant.slug() + "/sector-lists");
    }
}
