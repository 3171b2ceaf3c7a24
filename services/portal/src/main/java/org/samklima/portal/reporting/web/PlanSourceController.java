package org.samklima.portal.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.report.Answering;
import org.samklima.portal.reporting.report.PlannedAnswers;
import org.samklima.portal.reporting.report.PlannedAnswers.Choice;
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

/** Choosing what of the member's own work answers a question: a goal, activities, or an indicator. */
@TenantController
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR})
class PlanSourceController {

    /** More than that is found by its name, not by reading. */
    private static final int SHOWN = 100;

    private final SectionViews views;
    private final PlannedAnswers planned;
    private final Answering answering;

    PlanSourceController(SectionViews views, PlannedAnswers planned, Answering answering) {
        this.views = views;
        this.planned = planned;
        this.answering = answering;
    }

    /**
     * Part of what there is to choose from.
     *
     * @param more how many are left out
     */
    private record Part(List<Choice> shown, int more) {

        static Part of(List<Choice> choices, String text) {
            var sought = text.strip().toLowerCase(Locale.ROOT);
            var found = choices.stream()
                    .filter(choice -> (choice.title() + " " + choice.about())
                            .toLowerCase(Locale.ROOT)
                            .contains(sought))
                    .toList();
            return new Part(found.stream().limit(SHOWN).toList(), Math.max(0, found.size() - SHOWN));
        }
    }

    /** @param q to be found in what there is to choose from */
    @GetMapping("/reports/{id}/questions/{question}/sources")
    String choose(
            Tenant tenant,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam(defaultValue = "") String q,
            Locale language,
            Model model) {
        var view = views.around(id, question, language);
        var choices = planned.choices(id, question, language);
        model.addAttribute("tenant", tenant);
        model.addAttribute("view", view);
        model.addAttribute("file", view.file());
        model.addAttribute("question", view.question(question));
        model.addAttribute("q", q);
        model.addAttribute("nothing", choices.isEmpty());
        model.addAttribute("goals", Part.of(choices.goals(), q));
        model.addAttribute("activities", Part.of(choices.activities(), q));
        model.addAttribute("indicators", Part.of(choices.indicators(), q));
        return "reporting/sources";
    }

    /** @param item the goal, the activities or the indicator that the answer is taken from */
    @PostMapping("/reports/{id}/questions/{question}/sources")
    String take(
            Tenant tenant,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam Origin.Source source,
            @RequestParam(defaultValue = "") List<String> item,
            Locale language,
            RedirectAttributes redirect) {
        var page = "redirect:/" + tenant.slug() + "/reports/" + id;
        var section = views.around(id, question, language).section().code();
        if (item.isEmpty()) {
            Notice.error("reporting.source.none-chosen").on(redirect);
            return page + "/questions/" + question + "/sources";
        }
        try {
            answering.take(id, question, source, item);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            Notice.error(problem.messageKey(), problem.argumentTexts()).on(redirect);
            return page + "/questions/" + question + "/sources";
        }
        return page + "/sections/" + section + "#q-" + question;
    }
}
