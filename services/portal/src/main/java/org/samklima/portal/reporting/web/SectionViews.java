package org.samklima.portal.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Completeness;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Section;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.report.Known;
import org.samklima.portal.reporting.report.Note;
import org.samklima.portal.reporting.report.Notes;
import org.samklima.portal.reporting.report.Proposals;
import org.samklima.portal.reporting.report.ReportFile;
import org.samklima.portal.reporting.report.Reports;
import org.samklima.portal.reporting.report.Submissions;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the page of a section shows: a fixed number of queries, however many questions it has. */
@Component
class SectionViews {

    private final Reports reports;
    private final Proposals proposals;
    private final Submissions submissions;
    private final Notes notes;
    private final FigureTexts figureTexts;

    SectionViews(Reports reports, Proposals proposals, Submissions submissions, Notes notes, FigureTexts figureTexts) {
        this.reports = reports;
        this.proposals = proposals;
        this.submissions = submissions;
        this.notes = notes;
        this.figureTexts = figureTexts;
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public SectionView of(UUID report, String section, Locale language) {
        return of(report, file -> number(file, candidate -> candidate.code().equals(section)), language);
    }

    /** The section that a question stands in. */
    @Transactional(readOnly = true)
    public SectionView around(UUID report, String question, Locale language) {
        return of(
                report,
                file -> number(
                        file,
                        candidate -> candidate.questions().stream()
                                .anyMatch(each -> each.code().equals(question))),
                language);
    }

    private static int number(ReportFile file, Predicate<Section> wanted) {
        var sections = file.form().sectionsFor(file.memberKind());
        for (int i = 0; i < sections.size(); i++) {
            if (wanted.test(sections.get(i))) {
                return i + 1;
            }
        }
        throw Problem.notFound();
    }

    private SectionView of(UUID report, Function<ReportFile, Integer> wanted, Locale language) {
        var file = reports.get(report);
        int number = wanted.apply(file);
        var section = file.form().sectionsFor(file.memberKind()).get(number - 1);
        var filled = file.filled();
        var reader = new Reader(
                file,
                filled,
                proposals.to(file),
                reasons(file),
                notes.of(report),
                figureTexts.in(language),
                isEditable(file));
        return new SectionView(
                file, section, number, steps(file, filled, number), reader.questions(section, number), reader.editable);
    }

    static boolean isEditable(ReportFile file) {
        return file.report().state().isEditable() && Tenancy.actor().has(Role.COORDINATOR, Role.CONTRIBUTOR);
    }

    private Map<String, String> reasons(ReportFile file) {
        return submissions.of(file.report().id()).stream()
                .findFirst()
                .map(newest -> newest.review())
                .filter(Review::isReturn)
                .map(Review::reasons)
                .orElse(Map.of());
    }

    private static List<SectionView.Step> steps(ReportFile file, FilledForm filled, int number) {
        var progress = Completeness.of(filled).sections().stream()
                .collect(Collectors.toMap(Completeness.SectionProgress::section, Function.identity()));
        var steps = new ArrayList<SectionView.Step>();
        for (var section : file.form().sectionsFor(file.memberKind())) {
            steps.add(new SectionView.Step(
                    section, steps.size() + 1, progress.get(section.code()), steps.size() + 1 == number));
        }
        return steps;
    }

    private record Reader(
            ReportFile file,
            FilledForm filled,
            Known known,
            Map<String, String> reasons,
            Map<String, List<Note>> notes,
            FigureText figures,
            boolean editable) {

        List<QuestionView> questions(Section section, int number) {
            var views = new ArrayList<QuestionView>();
            for (var question : section.questions()) {
                if (section.concerns(file.memberKind(), question)) {
                    views.add(view(question, number + "." + (views.size() + 1)));
                }
            }
            return views;
        }

        private QuestionView view(Question question, String number) {
            var given = file.given(question.code()).orElse(null);
            var typed = Typed.of(given, figures);
            var answer = given == null ? null : given.answer();
            var offers = answer == null && editable ? offers(question) : List.<QuestionView.Offer>of();
            return new QuestionView(
                    question,
                    number,
                    filled.asks(question.code()),
                    typed,
                    answer == null
                            ? null
                            : shown(question, answer, file.report().year()),
                    AnswerStatus.standing(question.code(), given, typed),
                    given == null ? null : given.origin(),
                    offers,
                    offers.stream().anyMatch(Reader::isOfLastTime) ? null : lastTime(question),
                    reasons.get(question.code()),
                    notes.getOrDefault(question.code(), List.of()));
        }

        private static boolean isOfLastTime(QuestionView.Offer offer) {
            return offer.origin().source() == Origin.Source.EARLIER_REPORT;
        }

        private List<QuestionView.Offer> offers(Question question) {
            return known.to(question.code()).stream()
                    .map(proposal -> new QuestionView.Offer(
                            proposal.id(),
                            shown(question, proposal.answer(), file.report().year()),
                            proposal.origin()))
                    .toList();
        }

        private QuestionView.@Nullable LastTime lastTime(Question question) {
            return known.lastTime()
                    .flatMap(earlier -> earlier.form()
                            .question(question.code())
                            .flatMap(old -> earlier.answer(old.code())
                                    .map(answer -> new QuestionView.LastTime(
                                            earlier.year(), shown(old, answer, earlier.year())))))
                    .orElse(null);
        }

        private ShownAnswer shown(Question question, Answer answer, int year) {
            return ShownAnswer.of(
                    question, answer, year, figures, file.round().network().defaultLanguage());
        }
    }
}
