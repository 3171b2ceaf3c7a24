package org.samklima.portal.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.pages.Notice;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.report.Answering;
import org.samklima.portal.reporting.report.Notes;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A section of a report, with all its questions in one form: what works without scripts. With them, each answer is saved by
 * {@link AnswerController} as it is typed.
 */
@TenantController
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER, Role.MANAGER})
class SectionController {

    private final SectionViews views;
    private final TypedAnswers typedAnswers;
    private final Answering answering;
    private final Notes notes;

    SectionController(SectionViews views, TypedAnswers typedAnswers, Answering answering, Notes notes) {
        this.views = views;
        this.typedAnswers = typedAnswers;
        this.answering = answering;
        this.notes = notes;
    }

    @GetMapping("/reports/{id}/sections/{section}")
    String show(Tenant tenant, @PathVariable UUID id, @PathVariable String section, Locale language, Model model) {
        return page(tenant, views.of(id, section, language), model);
    }

    private static String page(Tenant tenant, SectionView view, Model model) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("view", view);
        model.addAttribute("file", view.file());
        return "reporting/section";
    }

    /**
     * Saves what changed on the page, then does what the pressed button says. What cannot be saved comes back as typed, with
     * the reason beside it; the rest is saved.
     *
     * @param accept question and proposal, with a slash between
     * @param note the question whose note is to be kept
     * @param unnote the note to be taken away
     * @param refresh the question whose answer is to be taken once more from where it was taken
     * @param go {@code next} for the next section
     */
    @PostMapping("/reports/{id}/sections/{section}")
    @Allowed({Role.COORDINATOR, Role.CONTRIBUTOR})
    ModelAndView save(
            Tenant tenant,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> request,
            @RequestParam(defaultValue = "") String accept,
            @RequestParam(name = "accept-all", defaultValue = "false") boolean acceptAll,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String unnote,
            @RequestParam(defaultValue = "") String refresh,
            @RequestParam(defaultValue = "") String go,
            Locale language,
            Model model,
            RedirectAttributes redirect) {
        var before = views.of(id, section, language);
        var kept = typedAnswers.save(before, request, language);
        if (!kept.isEmpty()) {
            var after = views.of(id, section, language).with(kept);
            return new ModelAndView(page(tenant, after, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var anchor = "";
        if (!accept.isEmpty()) {
            var part = accept.split("/", 2);
            answering.accept(id, part[0], part.length > 1 ? part[1] : "");
            anchor = "#q-" + part[0];
        } else if (acceptAll) {
            int accepted = answering.acceptAll(id, section);
            Notice.success("reporting.proposal.accepted", String.valueOf(accepted))
                    .on(redirect);
        } else if (!note.isEmpty()) {
            notes.write(
                    id, note, request.getOrDefault(note + ".note", List.of("")).getFirst());
            anchor = "#q-" + note;
        } else if (!refresh.isEmpty()) {
            refreshed(id, refresh).on(redirect);
            anchor = "#q-" + refresh;
        } else if (!unnote.isEmpty()) {
            notes.remove(id, noteId(unnote));
        } else {
            Notice.success("reporting.section.saved").on(redirect);
        }
        return new ModelAndView("redirect:/" + tenant.slug() + "/reports/" + id + next(before, go) + anchor);
    }

    private Notice refreshed(UUID id, String question) {
        try {
            return answering.refresh(id, question)
                    ? Notice.success("reporting.refresh.changed")
                    : Notice.information("reporting.refresh.same");
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return Notice.error(problem.messageKey(), problem.argumentTexts());
        }
    }

    /** A note from somebody who reads only. */
    @PostMapping("/reports/{id}/notes")
    String note(
            Tenant tenant,
            @PathVariable UUID id,
            @RequestParam String question,
            @RequestParam(defaultValue = "") String body,
            Locale language) {
        var section = views.around(id, question, language).section().code();
        notes.write(id, question, body);
        return "redirect:/" + tenant.slug() + "/reports/" + id + "/sections/" + section + "#q-" + question;
    }

    private static String next(SectionView view, String go) {
        if (!go.equals("next")) {
            return "/sections/" + view.section().code();
        }
        var next = view.next();
        return next == null ? "/check" : "/sections/" + next.section().code();
    }

    private static UUID noteId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Problem.notFound();
        }
    }
}
