package org.samklima.portal.planning.communication.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.PhaseNames;
import org.samklima.portal.planning.communication.Titles;
import org.samklima.portal.planning.communication.Titles.Title;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the two tables of the communication plan are called. */
@TenantController
@Allowed({Role.COORDINATOR, Role.STAFF})
class TitlesController {

    private final Titles titles;
    private final PhaseNames phases;
    private final MessageSource messages;

    TitlesController(Titles titles, PhaseNames phases, MessageSource messages) {
        this.titles = titles;
        this.phases = phases;
        this.messages = messages;
    }

    /** Both titles, as typed, each with the version that was read. */
    record TitlesForm(
            @Nullable String launch,
            @Nullable String implementation,
            @Nullable Integer launchVersion,
            @Nullable Integer implementationVersion) {

        static TitlesForm of(Map<Phase, Title> titles) {
            var launch = Objects.requireNonNull(titles.get(Phase.LAUNCH));
            var implementation = Objects.requireNonNull(titles.get(Phase.IMPLEMENTATION));
            return new TitlesForm(
                    launch.title(), implementation.title(), launch.lockVersion(), implementation.lockVersion());
        }

        Map<Phase, Title> titles() {
            return Map.of(
                    Phase.LAUNCH, title(launch, launchVersion),
                    Phase.IMPLEMENTATION, title(implementation, implementationVersion));
        }

        private static Title title(@Nullable String title, @Nullable Integer version) {
            return new Title(Objects.requireNonNullElse(title, ""), Objects.requireNonNullElse(version, 0));
        }
    }

    @GetMapping("/communication/titles")
    String show(Tenant tenant, Locale language, Model model) {
        model.addAttribute("form", TitlesForm.of(titles.all()));
        return page(tenant, language, model);
    }

    @PostMapping("/communication/titles")
    ModelAndView change(
            Tenant tenant,
            @ModelAttribute("form") TitlesForm form,
            BindingResult errors,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                titles.name(form.titles());
                Notice.success("communication.titles.changed").on(redirect);
                return new ModelAndView("redirect:/" + tenant.slug() + "/communication");
            } catch (Problem problem) {
                errors.reject(problem.messageKey(), problem.arguments(), null);
            }
        }
        return new ModelAndView(page(tenant, language, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String page(Tenant tenant, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("launchTitle", phases.title(language, Phase.LAUNCH));
        model.addAttribute("implementationTitle", phases.title(language, Phase.IMPLEMENTATION));
        model.addAttribute("crumbs", CommunicationController.crumbs(tenant, messages, language));
        return "communication/titles";
    }
}
