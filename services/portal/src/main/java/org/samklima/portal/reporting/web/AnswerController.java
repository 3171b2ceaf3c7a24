package org.samklima.portal.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.reporting.report.Answering;
import org.samklima.portal.reporting.report.Reports;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantController;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One answer, saved while the page stays: answers with the parts of the page that change. Those are the line under the
 * question, the progress, and the questions that appear or disappear with this answer; the fields themselves are left alone,
 * since somebody is typing into them.
 */
@TenantController
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR})
class AnswerController {

    private final SectionViews views;
    private final TypedAnswers typedAnswers;
    private final Answering answering;
    private final Reports reports;

    AnswerController(SectionViews views, TypedAnswers typedAnswers, Answering answering, Reports reports) {
        this.views = views;
        this.typedAnswers = typedAnswers;
        this.answering = answering;
        this.reports = reports;
    }

    /** 422 with the reason, if it was not saved. */
    @PostMapping("/reports/{id}/answers/{question}")
    ModelAndView save(
            Tenant tenant,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> request,
            Locale language,
            Model model) {
        var before = reports.get(id).filled();
        var attempt = typedAnswers.save(views.around(id, question, language), question, request, language);
        var after = views.around(id, question, language);
        model.addAttribute("status", attempt.status());
        model.addAttribute("swapped", null);
        return parts(
                tenant,
                before,
                after,
                model,
                after.question(question).with(attempt).isUnsaved());
    }

    /** Makes a proposal the answer. */
    @PostMapping("/reports/{id}/answers/{question}/acceptance")
    ModelAndView accept(
            Tenant tenant,
            @PathVariable UUID id,
            @PathVariable String question,
            @RequestParam String proposal,
            Locale language,
            Model model) {
        var before = reports.get(id).filled();
        answering.accept(id, question, proposal);
        var after = views.around(id, question, language);
        model.addAttribute("status", null);
        model.addAttribute("swapped", after.question(question));
        return parts(tenant, before, after, model, false);
    }

    private static ModelAndView parts(
            Tenant tenant, FilledForm before, SectionView after, Model model, boolean unsaved) {
        model.addAttribute("tenant", tenant);
        model.addAttribute("view", after);
        model.addAttribute("file", after.file());
        model.addAttribute("changed", changed(before, after));
        return new ModelAndView(
                "reporting/answered", model.asMap(), unsaved ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static List<QuestionView> changed(FilledForm before, SectionView after) {
        return after.questions().stream()
                .filter(question -> question.asked() != before.asks(question.code()))
                .toList();
    }
}
