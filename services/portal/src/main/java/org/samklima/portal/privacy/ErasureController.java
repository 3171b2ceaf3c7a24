package org.samklima.portal.privacy;

import java.util.UUID;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager erases who has asked for it, or who has left. */
@TenantController
@Allowed(Role.MANAGER)
class ErasureController {

    private final Erasure erasure;

    ErasureController(Erasure erasure) {
        this.erasure = erasure;
    }

    @GetMapping("/erasures")
    String waiting(Tenant tenant, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("waiting", erasure.waiting());
        model.addAttribute("kept", Kept.TABLES.keySet().stream().sorted().toList());
        return "privacy/erasures";
    }

    @PostMapping("/erasures/{person}")
    String erase(Tenant tenant, @PathVariable UUID person, RedirectAttributes redirect) {
        try {
            Notice.success("privacy.erased", erasure.erase(person)).on(redirect);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:/" + tenant.slug() + "/erasures";
    }

    @PostMapping("/erasures")
    String eraseWhoLeft(
            Tenant tenant,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes redirect) {
        if (name.strip().length() < 3) {
            Notice.error("privacy.name-short").on(redirect);
        } else {
            Notice.success("privacy.erased", erasure.erase(name, email)).on(redirect);
        }
        return "redirect:/" + tenant.slug() + "/erasures";
    }
}
