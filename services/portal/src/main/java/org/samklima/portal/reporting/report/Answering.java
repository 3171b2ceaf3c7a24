package org.samklima.portal.reporting.report;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.AnswerError;
import org.samklima.portal.forms.Question;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.json.JsonMapper;

/** Answering the questions of a draft. An answer that does not suit its question is never stored. */
@Service
public class Answering {

    private final Reports reports;
    private final AnswerStore answers;
    private final Proposals proposals;
    private final PlannedAnswers planned;
    private final Letterbox letterbox;
    private final JsonMapper json;
    private final Clock clock;

    Answering(
            Reports reports,
            AnswerStore answers,
            Proposals proposals,
            PlannedAnswers planned,
            Letterbox letterbox,
            JsonMapper json,
            Clock clock) {
        this.reports = reports;
        this.answers = answers;
        this.proposals = proposals;
        this.planned = planned;
        this.letterbox = letterbox;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem not found, or if the answers are locked */
    @Transactional
    public Answered answer(UUID report, String question, AnswerChange change) {
        return answerEach(report, Map.of(question, change)).get(question);
    }

    /**
     * Each by itself: one that cannot be saved does not hinder the others.
     *
     * @return by question code
     * @throws Problem not found, or if the answers are locked
     */
    @Transactional
    public Map<String, Answered> answerEach(UUID report, Map<String, AnswerChange> changes) {
        var file = reports.lock(report);
        file.report().change(clock.instant());
        var answered = new LinkedHashMap<String, Answered>();
        changes.forEach((question, change) -> answered.put(question, attempt(file, question, change)));
        return answered;
    }

    /**
     * All or none.
     *
     * @return by question code; nothing was saved unless all of it was
     * @throws Problem not found, or if the answers are locked
     */
    @Transactional
    public Map<String, Answered> answerAll(UUID report, Map<String, AnswerChange> changes) {
        var answered = answerEach(report, changes);
        if (!answered.values().stream().allMatch(Answered.Saved.class::isInstance)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return answered;
    }

    /**
     * Makes a proposal an answer, in place of one that may stand there.
     *
     * @throws Problem not found, if the answers are locked, or if this is proposed no longer
     */
    @Transactional
    public GivenAnswer accept(UUID report, String question, String proposal) {
        var file = reports.lock(report);
        file.report().change(clock.instant());
        question(file, question);
        var accepted = proposals.to(file).to(question).stream()
                .filter(each -> each.id().equals(proposal))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("reporting.proposal.gone"));
        return put(file, accepted);
    }

    /**
     * Accepts the first proposal to each question of a section that is asked and has no answer.
     *
     * @return how many
     * @throws Problem not found, or if the answers are locked
     */
    @Transactional
    public int acceptAll(UUID report, String section) {
        var file = reports.lock(report);
        file.report().change(clock.instant());
        var known = proposals.to(file);
        int accepted = 0;
        for (var question : section(file, section)) {
            var filled = file.filled();
            var first = known.to(question.code()).stream().findFirst();
            if (first.isPresent() && filled.asks(question.code()) && !hasAnswer(file, question)) {
                file = file.with(put(file, first.get()));
                accepted++;
            }
        }
        return accepted;
    }

    /**
     * Answers with a goal, activities or an indicator, in place of an answer that may stand there.
     *
     * @param items of the origin that the answer will have
     * @throws Problem not found, if the answers are locked, if one of the items is gone, or what it says does not suit the
     *     question
     */
    @Transactional
    public GivenAnswer take(UUID report, String question, Origin.Source source, List<String> items) {
        var file = reports.lock(report);
        file.report().change(clock.instant());
        return put(file, planned.proposal(file, question(file, question), source, items));
    }

    /**
     * Takes an answer once more from where it was taken.
     *
     * @return whether it says something else now
     * @throws Problem not found, if the answers are locked, if it was typed in or comes from another report, or if what it was
     *     taken from is gone
     */
    @Transactional
    public boolean refresh(UUID report, String question) {
        var file = reports.lock(report);
        file.report().change(clock.instant());
        var asked = question(file, question);
        var given = file.given(question)
                .filter(GivenAnswer::isRefreshable)
                .orElseThrow(() -> Problem.conflict("reporting.refresh.nothing"));
        var origin = Objects.requireNonNull(given.origin());
        var fresh = planned.proposal(file, asked, origin.source(), origin.items());
        var same = given.says(fresh.answer(), given.comment());
        if (!same || !fresh.origin().equals(origin)) {
            put(file, fresh);
        }
        return !same;
    }

    private Answered attempt(ReportFile file, String code, AnswerChange change) {
        var errors = errors(question(file, code), change, file.report().year());
        if (!errors.isEmpty()) {
            return new Answered.Refused(errors);
        }
        var before = file.given(code).orElse(null);
        if (before == null && change.answer() == null && change.comment().isEmpty()) {
            return new Answered.Saved(unanswered(code));
        }
        if (before != null && before.says(change.answer(), change.comment())) {
            return new Answered.Saved(before);
        }
        if (!change.hasSeen(before == null ? 0 : before.revision())) {
            return new Answered.Overtaken(before);
        }
        var sameAnswer = before != null && before.says(change.answer(), before.comment());
        return new Answered.Saved(
                put(file, given(file, code, change.answer(), change.comment(), sameAnswer ? before.origin() : null)));
    }

    private static List<AnswerError> errors(Question question, AnswerChange change, int year) {
        if (change.comment().length() > AnswerChange.LONGEST_COMMENT) {
            return List.of(new AnswerError(
                    "",
                    "forms.answer.too-long",
                    List.of(AnswerChange.LONGEST_COMMENT, change.comment().length())));
        }
        return change.answer() == null ? List.of() : question.errors(change.answer(), year);
    }

    private GivenAnswer put(ReportFile file, Proposal proposal) {
        var comment = file.given(proposal.question()).map(GivenAnswer::comment).orElse("");
        return put(file, given(file, proposal.question(), proposal.answer(), comment, proposal.origin()));
    }

    private GivenAnswer put(ReportFile file, GivenAnswer given) {
        answers.put(file.report().id(), given);
        if (file.isMember() && file.report().start(given.changedAt())) {
            letterbox.submit(
                    file.report().networkId(),
                    SubmittedReport.STARTED_KIND,
                    file.report().roundId().toString(),
                    1,
                    json.writeValueAsString(Map.of("at", given.changedAt())));
        }
        return given;
    }

    private GivenAnswer given(
            ReportFile file, String question, @Nullable Answer answer, String comment, @Nullable Origin origin) {
        int revision = file.given(question).map(GivenAnswer::revision).orElse(0) + 1;
        return new GivenAnswer(
                question, answer, comment, origin, revision, Tenancy.actor().name(), clock.instant());
    }

    private GivenAnswer unanswered(String question) {
        return new GivenAnswer(question, null, "", null, 0, Tenancy.actor().name(), clock.instant());
    }

    private static boolean hasAnswer(ReportFile file, Question question) {
        return file.given(question.code()).map(GivenAnswer::answer).isPresent();
    }

    /** A question that is put to this member. */
    private static Question question(ReportFile file, String code) {
        return file.form().sections().stream()
                .flatMap(section -> section.questions().stream()
                        .filter(question ->
                                question.code().equals(code) && section.concerns(file.memberKind(), question)))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static List<Question> section(ReportFile file, String code) {
        return file.form().sectionsFor(file.memberKind()).stream()
                .filter(section -> section.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound)
                .questions();
    }
}
