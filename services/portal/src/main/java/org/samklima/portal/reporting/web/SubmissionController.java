package org.samklima.portal.reporting.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Section;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.SubmittedReport;
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

/** From the last look at a report to its receipt. */
@TenantController
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER, Role.MANAGER})
class SubmissionController {

    private final Reports reports;
    private final Proposals proposals;
    private final Submissions submissions;
    private final Submitting submitting;
    private final FigureTexts figureTexts;
    private final Clock clock;

    SubmissionController(
            Reports reports,
            Proposals proposals,
            Submissions submissions,
            Submitting submitting,
            FigureTexts figureTexts,
            Clock clock) {
        this.reports = reports;
        this.proposals = proposals;
        this.submissions = submissions;
        this.submitting = submitting;
        this.figureTexts = figureTexts;
        this.clock = clock;
    }

    /** Something left to do, in its section. */
    record Open(Section section, Question question) {}

    /** An answer that was sent, to be read. */
    record Sent(
            Question question,
            ShownAnswer answer,
            @Nullable String comment,
            @Nullable Origin origin) {}

    record SentSection(Section section, List<Sent> answers) {}

    /** What is missing before the report can be submitted, and what may be left open. */
    @GetMapping("/reports/{id}/check")
    String check(Tenant tenant, Actor actor, @PathVariable UUID id, Model model) {
        var file = reports.get(id);
        var completeness = file.completeness();
        var known = proposals.to(file);
        model.addAttribute("missing", open(file, completeness.missing()));
        model.addAttribute(
                "wrong",
                open(
                        file,
                        completeness.wrong().stream()
                                .map(each -> each.question())
                                .toList()));
        var optional = unanswered(file).stream()
                .filter(open -> !open.question().required())
                .collect(Collectors.partitioningBy(
                        open -> known.to(open.question().code()).isEmpty()));
        model.addAttribute("known", known);
        model.addAttribute("proposed", optional.get(false));
        model.addAttribute("optional", optional.get(true));
        return page("reporting/check", tenant, actor, file, model);
    }

    /** Asks once more, and says what will be sent to whom; as long as something is missing, says that instead. */
    @GetMapping("/reports/{id}/submission")
    @Allowed(Role.COORDINATOR)
    String confirm(Tenant tenant, Actor actor, @PathVariable UUID id, Model model) {
        var file = reports.get(id);
        return file.completeness().isComplete()
                ? page("reporting/submit", tenant, actor, file, model)
                : "redirect:/" + tenant.slug() + "/reports/" + id + "/check";
    }

    /** What stands in the way is said on the same page; the answers are kept. */
    @PostMapping("/reports/{id}/submission")
    @Allowed(Role.COORDINATOR)
    ModelAndView submit(Tenant tenant, Actor actor, @PathVariable UUID id, @RequestParam int version, Model model) {
        try {
            submitting.submit(id, version);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            var file = reports.get(id);
            if (file.report().submittedVersion() >= version) {
                return new ModelAndView(receipt(tenant, id, file.report().submittedVersion()));
            }
            model.addAttribute("problem", problem);
            return new ModelAndView(
                    page("reporting/submit", tenant, actor, file, model),
                    model.asMap(),
                    HttpStatus.valueOf(problem.kind().status()));
        }
        return new ModelAndView(receipt(tenant, id, version));
    }

    /** The receipt of one version, with what was sent. */
    @GetMapping("/reports/{id}/submissions/{version}")
    String receipt(
            Tenant tenant,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int version,
            Locale language,
            Model model) {
        var file = reports.get(id);
        var submission = submissions.of(id).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(Problem::notFound);
        var content = submissions.content(id, version);
        model.addAttribute("submission", submission);
        model.addAttribute("submitted", content);
        model.addAttribute("sent", sent(file, content, figureTexts.in(language)));
        return page("reporting/receipt", tenant, actor, file, model);
    }

    private String page(String view, Tenant tenant, Actor actor, ReportFile file, Model model) {
        var now = clock.instant();
        model.addAttribute("tenant", tenant);
        model.addAttribute("file", file);
        model.addAttribute("completeness", file.completeness());
        model.addAttribute("now", now);
        model.addAttribute("taken", file.isTaken(now));
        model.addAttribute("late", file.deadline().isPast(now));
        model.addAttribute("maySubmit", actor.has(Role.COORDINATOR));
        return view;
    }

    private static String receipt(Tenant tenant, UUID id, int version) {
        return "redirect:/" + tenant.slug() + "/reports/" + id + "/submissions/" + version;
    }

    private static List<Open> unanswered(ReportFile file) {
        var filled = file.filled();
        return all(file).stream()
                .filter(open -> filled.asks(open.question().code())
                        && filled.answer(open.question().code()).isEmpty())
                .toList();
    }

    private static List<Open> open(ReportFile file, List<String> questions) {
        return all(file).stream()
                .filter(open -> questions.contains(open.question().code()))
                .toList();
    }

    private static List<Open> all(ReportFile file) {
        return file.form().sectionsFor(file.memberKind()).stream()
                .flatMap(section -> section.questions().stream()
                        .filter(question -> section.concerns(file.memberKind(), question))
                        .map(question -> new Open(section, question)))
                .toList();
    }

    private static List<SentSection> sent(ReportFile file, SubmittedReport content, FigureText figures) {
        var fallback = file.round().network().defaultLanguage();
        var sections = new ArrayList<SentSection>();
        for (var section : file.form().sectionsFor(file.memberKind())) {
            var answers = new ArrayList<Sent>();
            for (var given : content.answers()) {
                section.questions().stream()
                        .filter(question -> question.code().equals(given.question()))
                        .findFirst()
                        .ifPresent(question -> answers.add(new Sent(
                                question,
                                ShownAnswer.of(question, given.answer(), content.year(), figures, fallback),
                                given.comment(),
                                given.origin())));
            }
            if (!answers.isEmpty()) {
                sections.add(new SentSection(section, answers));
            }
        }
        return sections;
    }
}
