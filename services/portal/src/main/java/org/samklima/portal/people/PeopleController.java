package org.samklima.portal.people;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.InNavigation;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of a tenant, and inviting more. */
@TenantController
@Allowed(Role.MANAGER)
class PeopleController {

    private final People people;
    private final MessageSource messages;
    private final Clock clock;

    PeopleController(People people, MessageSource messages, Clock clock) {
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/people")
    @InNavigation(value = "people.navigation", order = 910)
    String all(Tenant tenant, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("users", people.all());
        model.addAttribute("invitations", people.openInvitations());
        model.addAttribute("now", clock.instant());
        return "people/list";
    }

    @PostMapping("/invitations")
    ModelAndView invite(
            Tenant tenant,
            @RequestParam String email,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Model model,
            RedirectAttributes redirect) {
        try {
            people.invite(email, roles);
        } catch (Problem problem) {
            all(tenant, model);
            model.addAttribute("problem", problem);
            model.addAttribute("typedEmail", email);
            model.addAttribute("typedRoles", roles);
            return new ModelAndView("people/list", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Notice.success("people.invited", email).on(redirect);
        return new ModelAndView(back(tenant));
    }

    @PostMapping("/invitations/{id}/withdrawal")
    String withdraw(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        people.withdraw(id);
        Notice.success("people.invitation-withdrawn").on(redirect);
        return back(tenant);
    }

    @GetMapping("/people/{id}")
    String one(Tenant tenant, @PathVariable UUID id, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("user", people.get(id));
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(
                        messages.getMessage("people.title", null, language), "/" + tenant.slug() + "/people")));
        return "people/person";
    }

    @PostMapping("/people/{id}/roles")
    String assign(
            Tenant tenant,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<Role> roles,
            RedirectAttributes redirect) {
        return tried(tenant, id, redirect, "people.roles-changed", () -> people.assign(id, roles));
    }

    @PostMapping("/people/{id}/removal")
    String remove(Tenant tenant, @PathVariable UUID id, RedirectAttributes redirect) {
        return tried(tenant, id, redirect, "people.removed", () -> people.remove(id));
    }

    private String tried(Tenant tenant, UUID id, RedirectAttributes redirect, String done, Runnable change) {
        var name = people.get(id).name();
        try {
            change.run();
            Notice.success(done, name).on(redirect);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return back(tenant) + "/" + id;
        }
        return back(tenant);
    }

    private static String back(Tenant tenant) {
        return "redirect:/" + tenant.slug() + "/people";
    }
}
