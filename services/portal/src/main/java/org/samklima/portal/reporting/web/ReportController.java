package org.samklima.portal.reporting.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Notice;
import org.samklima.portal.forms.Completeness;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Section;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.report.Proposals;
import org.samklima.portal.reporting.report.ReportFile;
import org.samklima.portal.reporting.report.Reports;
import org.samklima.portal.reporting.report.Submissions;
import org.samklima.portal.reporting.report.Submitting;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One report as a whole: where it stands, what comes next, its sections, what was submitted. */
@TenantController
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER, Role.MANAGER})
class ReportController {

    private final Reports reports;
    private final Proposals proposals;
    private final Submissions submissions;
    private final Submitting submitting;
    private final Clock clock;

    ReportController(
            Reports reports, Proposals proposals, Submissions submissions, Submitting submitting, Clock clock) {
        this.reports = reports;
        this.proposals = proposals;
        this.submissions = submissions;
        this.submitting = submitting;
        this.clock = clock;
    }

    /** A question that the network sent back. */
    record Reason(Section section, Question question) {}

    /** A section's line in the overview. */
    record SectionLine(Section section, int number, Completeness.SectionProgress progress, long proposed) {}

    @GetMapping("/reports/{id}")
    String show(Tenant tenant, Actor actor, @PathVariable UUID id, Model model) {
        var file = reports.get(id);
        var submitted = submissions.of(id);
        var now = clock.instant();
        model.addAttribute("tenant", tenant);
        model.addAttribute("file", file);
        model.addAttribute("completeness", file.completeness());
        var sections = sections(file);
        var review = submitted.isEmpty() ? null : submitted.getFirst().review();
        model.addAttribute("sections", sections);
        model.addAttribute("continueAt", continueAt(sections));
        model.addAttribute("submissions", submitted);
        model.addAttribute("review", review);
        model.addAttribute("reasons", review == null ? List.of() : reasons(file, review));
        model.addAttribute("now", now);
        model.addAttribute("taken", file.isTaken(now));
        model.addAttribute("late", file.deadline().isPast(now));
        model.addAttribute("daysLeft", file.deadline().daysLeft(now));
        model.addAttribute("mayEdit", actor.has(Role.COORDINATOR, Role.CONTRIBUTOR));
        model.addAttribute("maySubmit", actor.has(Role.COORDINATOR));
        model.addAttribute("maySignOff", actor.has(Role.DECISION_MAKER));
        return "reporting/report";
    }

    /** The reference of the minutes comes back as typed, if it cannot be. */
    @PostMapping("/reports/{id}/sign-off")
    @Allowed(Role.DECISION_MAKER)
    ModelAndView signOff(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String minutes,
            Model model,
            RedirectAttributes redirect) {
        return tried(
                tenant,
                actor,
                id,
                model,
                redirect,
                "reporting.sign-off.done",
                minutes,
                () -> submitting.signOff(id, minutes));
    }

    /** Takes the sign-off back, so that answers can change. */
    @PostMapping("/reports/{id}/sign-off/withdrawal")
    @Allowed({Role.COORDINATOR, Role.DECISION_MAKER})
    ModelAndView reopen(Tenant tenant, Actor actor, @PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return tried(
                tenant, actor, id, model, redirect, "reporting.sign-off.taken-back", null, () -> submitting.reopen(id));
    }

    /** Begins the next version of what was submitted. */
    @PostMapping("/reports/{id}/draft")
    @Allowed(Role.COORDINATOR)
    ModelAndView draftAgain(
            Tenant tenant, Actor actor, @PathVariable UUID id, Model model, RedirectAttributes redirect) {
        return tried(
                tenant,
                actor,
                id,
                model,
                redirect,
                "reporting.report.drafted-again",
                null,
                () -> submitting.draftAgain(id));
    }

    private ModelAndView tried(
            Tenant tenant,
            Actor actor,
            UUID id,
            Model model,
            RedirectAttributes redirect,
            String done,
            @Nullable String minutes,
            Runnable change) {
        try {
            change.run();
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            var view = show(tenant, actor, id, model);
            model.addAttribute("problem", problem);
            model.addAttribute("minutes", minutes);
            return new ModelAndView(
                    view, model.asMap(), HttpStatus.valueOf(problem.kind().status()));
        }
        Notice.success(done).on(redirect);
        return new ModelAndView("redirect:/" + tenant.slug() + "/reports/" + id);
    }

    /** The first section that is not ready; the first of all if each is. */
    private static String continueAt(List<SectionLine> sections) {
        return sections.stream()
                .filter(line -> line.progress().completed() < line.progress().asked())
                .findFirst()
                .orElse(sections.getFirst())
                .section()
                .code();
    }

    private static List<Reason> reasons(ReportFile file, Review review) {
        return file.form().sections().stream()
                .flatMap(section -> section.questions().stream()
                        .filter(question -> review.reasons().containsKey(question.code()))
                        .map(question -> new Reason(section, question)))
                .toList();
    }

    private List<SectionLine> sections(ReportFile file) {
        var known = file.report().state().isEditable() ? proposals.to(file) : null;
        var filled = file.filled();
        var lines = new ArrayList<SectionLine>();
        for (var progress : Completeness.of(filled).sections()) {
            var section = file.form().sections().stream()
                    .filter(each -> each.code().equals(progress.section()))
                    .findFirst()
                    .orElseThrow();
            long proposed = known == null
                    ? 0
                    : section.questions().stream()
                            .filter(question -> filled.asks(question.code())
                                    && filled.answer(question.code()).isEmpty()
                                    && !known.to(question.code()).isEmpty())
                            .count();
            lines.add(new SectionLine(section, lines.size() + 1, progress, proposed));
        }
        return lines;
    }
}
