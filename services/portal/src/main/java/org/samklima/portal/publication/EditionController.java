package org.samklima.portal.publication;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.pages.FigureTexts;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.beans.factory.annotation.Value;
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

/** Composing the edition of a round's year. */
@TenantController
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class EditionController {

    private final Compositions compositions;
    private final Editions editions;
    private final FigureTexts figures;
    private final MessageSource messages;
    private final String overviewUrl;

    EditionController(
            Compositions compositions,
            Editions editions,
            FigureTexts figures,
            MessageSource messages,
            @Value("${samklima.overview-url}") String overviewUrl) {
        this.compositions = compositions;
        this.editions = editions;
        this.figures = figures;
        this.messages = messages;
        this.overviewUrl = overviewUrl;
    }

    @GetMapping("/rounds/{round}/edition")
    String compose(Tenant tenant, Actor actor, @PathVariable UUID round, Locale language, Model model) {
        var composition = compositions.of(round);
        var form = EditionForm.of(composition.stored(), composition.material(), composition.offered());
        show(tenant, actor, composition, form, language, model);
        return "publication/edition";
    }

    /**
     * Saves everything that was typed, with what the button pressed does to the list of statements. What cannot be understood
     * comes back as it was typed, and nothing is saved.
     */
    @PostMapping("/rounds/{round}/edition")
    @Allowed({Role.MANAGER, Role.STAFF})
    ModelAndView save(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID round,
            @RequestParam MultiValueMap<String, String> typed,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var form = EditionForm.from(typed, tenant.languages());
        var changed = form.with(StatementOrder.after(form.statements(), typed));
        var reading = DraftReading.of(changed);
        if (!reading.faults().isEmpty()) {
            return again(
                    tenant, actor, round, changed, reading.faults(), HttpStatus.UNPROCESSABLE_CONTENT, language, model);
        }
        try {
            editions.save(round, reading.draft(), form.lockVersion());
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            var fault = new DraftCheck.Fault("statements", problem.messageKey(), List.of(problem.arguments()));
            return again(
                    tenant,
                    actor,
                    round,
                    changed,
                    List.of(fault),
                    HttpStatus.valueOf(problem.kind().status()),
                    language,
                    model);
        }
        var page = "redirect:/" + tenant.slug() + "/rounds/" + round + "/edition";
        if (typed.containsKey("preview")) {
            return new ModelAndView(page + "/preview");
        }
        Notice.success("publication.saved").on(redirect);
        return new ModelAndView(page + StatementOrder.anchor(typed));
    }

    private ModelAndView again(
            Tenant tenant,
            Actor actor,
            UUID round,
            EditionForm form,
            List<DraftCheck.Fault> faults,
            HttpStatus status,
            Locale language,
            Model model) {
        show(tenant, actor, compositions.of(round), form, language, model);
        model.addAttribute("faults", faults);
        return new ModelAndView("publication/edition", model.asMap(), status);
    }

    private void show(
            Tenant tenant, Actor actor, Composition composition, EditionForm form, Locale language, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("round", composition.rounds().getFirst());
        model.addAttribute("composition", composition);
        model.addAttribute("view", CompositionView.of(composition, form));
        model.addAttribute("form", form);
        model.addAttribute(
                "texts", new StatementTexts(figures.in(language), messages, language, tenant.defaultLanguage()));
        model.addAttribute("mayAct", actor.has(Role.MANAGER, Role.STAFF));
        model.addAttribute("overviewUrl", overviewUrl + "/" + tenant.slug() + "/" + composition.year());
    }
}
