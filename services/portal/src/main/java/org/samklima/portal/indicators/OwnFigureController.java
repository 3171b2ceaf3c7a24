package org.samklima.portal.indicators;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entering the tenant's own figures, and taking them back. */
@TenantController
@Allowed({Role.MANAGER, Role.COORDINATOR, Role.CONTRIBUTOR})
class OwnFigureController {

    private final OwnFigures own;
    private final IndicatorController pages;

    OwnFigureController(OwnFigures own, IndicatorController pages) {
        this.own = own;
        this.pages = pages;
    }

    @PostMapping("/indicators/{code}/observations")
    ModelAndView enter(
            Tenant tenant,
            Actor actor,
            @PathVariable String code,
            @ModelAttribute("figure") OwnFigureForm form,
            BindingResult typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!typed.hasErrors()) {
            try {
                own.enter(code, form.entered());
            } catch (Problem problem) {
                if (problem.kind() == Problem.Kind.NOT_FOUND) {
                    throw problem;
                }
                typed.reject(problem.messageKey(), problem.arguments(), problem.messageKey());
            }
        }
        if (typed.hasErrors()) {
            var view = pages.ofOurs(tenant, actor, code, language, model);
            return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Notice.success("indicators.own.entered", String.valueOf(form.year())).on(redirect);
        return new ModelAndView(back(tenant, code));
    }

    @PostMapping("/indicators/{code}/observations/removal")
    String remove(
            Tenant tenant,
            @PathVariable String code,
            @RequestParam int year,
            @RequestParam @Nullable String sector,
            RedirectAttributes redirect) {
        own.remove(code, year, sector);
        Notice.success("indicators.own.removed", String.valueOf(year)).on(redirect);
        return back(tenant, code);
    }

    private static String back(Tenant tenant, String code) {
        return "redirect:/" + tenant.slug() + "/indicators/" + code;
    }
}
