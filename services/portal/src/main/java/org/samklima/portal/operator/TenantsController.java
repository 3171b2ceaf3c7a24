package org.samklima.portal.operator;

import java.util.List;
import java.util.Locale;
import org.samklima.keycloak.SignedIn;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.pages.PageAddress;
import org.samklima.pages.Pagination;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.TenantClosings;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory of tenants, and creating one. */
@Controller
class TenantsController {

    private static final int PAGE_SIZE = 50;

    private final Tenants tenants;
    private final TenantClosings closings;
    private final TenantCreation creation;
    private final TenantChoices choices;
    private final MessageSource messages;

    TenantsController(
            Tenants tenants,
            TenantClosings closings,
            TenantCreation creation,
            TenantChoices choices,
            MessageSource messages) {
        this.tenants = tenants;
        this.closings = closings;
        this.creation = creation;
        this.choices = choices;
        this.messages = messages;
    }

    @GetMapping("/operator/tenants")
    String all(@RequestParam(defaultValue = "") String q, PageAddress address, Model model) {
        var pagination = Pagination.of(address, PAGE_SIZE, tenants.found(q));
        model.addAttribute("q", q);
        model.addAttribute("pagination", pagination);
        model.addAttribute("leaving", closings.leaving());
        model.addAttribute("tenants", tenants.search(q, pagination.offset(), PAGE_SIZE));
        return "operator/tenants";
    }

    @GetMapping("/operator/tenants/{slug}")
    String one(@PathVariable String slug, Locale language, Model model) {
        var tenant = tenants.bySlug(slug).orElseThrow(Problem::notFound);
        model.addAttribute("tenant", tenant);
        model.addAttribute("closing", closings.closing(tenant.id()));
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(messages.getMessage("operator.tenants", null, language), "/operator/tenants")));
        return "operator/tenant";
    }

    @GetMapping("/operator/new-tenant")
    String blank(Locale language, Model model) {
        return form(TenantForm.blank(), language, model);
    }

    @PostMapping("/operator/tenants")
    ModelAndView create(
            @ModelAttribute("form") TenantForm form,
            BindingResult errors,
            Authentication operator,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                var tenant = creation.create(form.toTenant(), SignedIn.of(operator));
                Notice.success("operator.created", tenant.name(), "/" + tenant.slug())
                        .on(redirect);
                return new ModelAndView("redirect:/operator/tenants/" + tenant.slug());
            } catch (Problem problem) {
                TenantForm.reject(errors, problem);
            }
        }
        return new ModelAndView(form(form, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/operator/tenants/{slug}/invitations")
    String inviteManager(
            @PathVariable String slug,
            @RequestParam String email,
            Authentication operator,
            RedirectAttributes redirect) {
        var tenant = tenants.bySlug(slug).orElseThrow(Problem::notFound);
        try {
            creation.inviteManager(tenant, email, SignedIn.of(operator));
            Notice.success("people.invited", email).on(redirect);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:/operator/tenants/" + tenant.slug();
    }

    private String form(TenantForm form, Locale language, Model model) {
        model.addAttribute("form", form);
        choices.addTo(model, language);
        return "operator/new";
    }
}
