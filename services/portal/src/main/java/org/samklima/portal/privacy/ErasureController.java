package org.samklima.portal.privacy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.samklima.pages.Crumb;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager erases who has asked for it, or who has left; first they see what that touches. */
@TenantController
@Allowed(Role.MANAGER)
class ErasureController {

    private static final String SURE = "privacy/sure";

    private final Erasure erasure;
    private final ErasurePreview preview;
    private final MessageSource messages;

    ErasureController(Erasure erasure, ErasurePreview preview, MessageSource messages) {
        this.erasure = erasure;
        this.preview = preview;
        this.messages = messages;
    }

    @GetMapping("/erasures")
    String waiting(Tenant tenant, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("waiting", erasure.waiting());
        return "privacy/erasures";
    }

    @GetMapping("/erasures/{person}")
    String sure(Tenant tenant, @PathVariable UUID person, Locale language, Model model) {
        return sure(tenant, preview.of(person), language, model);
    }

    /** No address has a name in it, so that none is in anybody's logs. */
    @PostMapping("/erasure-previews")
    String sureOfWhoLeft(
            Tenant tenant,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        try {
            return sure(tenant, preview.of(name, email), language, model);
        } catch (Problem problem) {
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return "redirect:/" + tenant.slug() + "/erasures";
        }
    }

    private String sure(Tenant tenant, ErasurePreview.Touched touched, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("touched", touched);
        model.addAttribute(
                "crumbs",
                List.of(new Crumb(
                        messages.getMessage("privacy.erasures", null, language), "/" + tenant.slug() + "/erasures")));
        return SURE;
    }

    @PostMapping("/erasures/{person}")
    String erase(Tenant tenant, @PathVariable UUID person, RedirectAttributes redirect) {
        return tried(tenant, () -> erasure.erase(person), redirect);
    }

    @PostMapping("/erasures")
    String eraseWhoLeft(
            Tenant tenant,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes redirect) {
        return tried(tenant, () -> erasure.erase(name, email), redirect);
    }

    private static String tried(Tenant tenant, Supplier<String> erasing, RedirectAttributes redirect) {
        try {
            Notice.success("privacy.erased", erasing.get()).on(redirect);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
        }
        return "redirect:/" + tenant.slug() + "/erasures";
    }
}
