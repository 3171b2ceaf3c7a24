package org.samklima.portal.indicators.definitions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the tenant's own indicators mean: defining, changing, removing. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.COORDINATOR})
class DefinitionController {

    private final OwnIndicators own;
    private final IndicatorCatalogue catalogue;
    private final MessageSource messages;

    DefinitionController(OwnIndicators own, IndicatorCatalogue catalogue, MessageSource messages) {
        this.own = own;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    @GetMapping("/new-indicator")
    String blank(Tenant tenant, Locale language, Model model) {
        model.addAttribute("definition", DefinitionForm.blank());
        return page(tenant, null, language, model);
    }

    @PostMapping("/indicators")
    ModelAndView add(
            Tenant tenant,
            @ModelAttribute("definition") DefinitionForm form,
            BindingResult typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!typed.hasErrors()) {
            try {
                var indicator = form.indicator(tenant, null);
                own.add(indicator);
                Notice.success("indicators.definition.added").on(redirect);
                return new ModelAndView(address(tenant, indicator.code()));
            } catch (Problem problem) {
                DefinitionForm.reject(typed, problem, tenant.defaultLanguage());
            }
        }
        return again(page(tenant, null, language, model), model);
    }

    @GetMapping("/indicators/{code}/definition")
    String edited(Tenant tenant, @PathVariable String code, Locale language, Model model) {
        var edited = own.get(code);
        model.addAttribute("definition", DefinitionForm.of(edited));
        return page(tenant, edited, language, model);
    }

    /** Whoever comes later is told, and may put their own in the place of what is there now. */
    @PostMapping("/indicators/{code}/definition")
    ModelAndView change(
            Tenant tenant,
            @PathVariable String code,
            @ModelAttribute("definition") DefinitionForm form,
            BindingResult typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var edited = own.get(code);
        if (!typed.hasErrors()) {
            try {
                own.change(
                        form.indicator(tenant, edited.indicator()),
                        form.lockVersion() == null ? -1 : form.lockVersion());
                Notice.success("indicators.definition.changed").on(redirect);
                return new ModelAndView(address(tenant, code));
            } catch (Problem problem) {
                DefinitionForm.reject(typed, problem, tenant.defaultLanguage());
            }
        }
        return again(page(tenant, edited, language, model), model);
    }

    @GetMapping("/indicators/{code}/removal")
    String ask(Tenant tenant, @PathVariable String code, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("edited", own.get(code));
        return "indicators/remove";
    }

    @PostMapping("/indicators/{code}/removal")
    String remove(Tenant tenant, @PathVariable String code, RedirectAttributes redirect) {
        try {
            own.remove(code);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return address(tenant, code);
        }
        Notice.success("indicators.definition.removed").on(redirect);
        return "redirect:/" + tenant.slug() + "/indicators";
    }

    /** @param edited null for a new one */
    private String page(Tenant tenant, OwnIndicators.@Nullable Edited edited, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("edited", edited);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(
                        messages.getMessage("indicators.title", null, language), "/" + tenant.slug() + "/indicators")));
        model.addAttribute(
                "directions",
                Arrays.stream(Direction.values())
                        .map(direction -> Choice.of(
                                direction.name(),
                                messages.getMessage("indicators.direction." + direction, null, language)))
                        .toList());
        model.addAttribute(
                "decimals",
                IntStream.rangeClosed(0, Indicator.MAX_DECIMALS)
                        .mapToObj(number -> Choice.of(String.valueOf(number), String.valueOf(number)))
                        .toList());
        model.addAttribute(
                "sectorLists",
                catalogue.read().sectorLists().stream()
                        .map(list -> Choice.of(
                                list.code(), list.name().in(language.getLanguage(), tenant.defaultLanguage())))
                        .toList());
        return "indicators/definition";
    }

    private static ModelAndView again(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String address(Tenant tenant, String code) {
        return "redirect:/" + tenant.slug() + "/indicators/" + code;
    }
}
