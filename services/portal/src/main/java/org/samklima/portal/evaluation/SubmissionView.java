package org.samklima.portal.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Scores;
import org.samklima.portal.forms.Scoring;
import org.samklima.portal.forms.Section;
import org.samklima.portal.network.Member;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.published.Texts;

/**
 * One version of a member's report, to be read and judged.
 *
 * @param versions all there are, oldest first
 * @param newest whether no later version has come
 * @param earlierYear of the report that the answers stand beside; null if there is none
 * @param scores of this version
 */
record SubmissionView(
        Member member,
        Received version,
        List<Received> versions,
        boolean newest,
        @Nullable Integer earlierYear,
        Scores scores,
        List<SectionView> sections) {

    /** A section with the questions that are put to this kind of member. */
    record SectionView(Texts title, String code, Scores.@Nullable SectionScore score, List<QuestionView> questions) {}

    /**
     * A question with what was answered.
     *
     * @param answer null if it was left unanswered
     * @param shown whether it was asked: a question that an earlier answer hides is not
     * @param changed whether the version before said something else
     * @param earlier what the member answered in its earlier report; null if nothing or if the question was not there
     * @param score null where the question gives no points
     * @param reason why it was returned, if this version was
     */
    record QuestionView(
            Question question,
            @Nullable Answer answer,
            boolean shown,
            boolean changed,
            SubmittedReport.@Nullable Given given,
            @Nullable Earlier earlier,
            @Nullable Score score,
            @Nullable String reason) {}

    /** An earlier answer, with the question as it was asked then. */
    record Earlier(Question question, Answer answer) {}

    /** Points of so many. */
    record Score(BigDecimal points, BigDecimal maximum) {}

    /** @param before the member's report of an earlier year */
    static SubmissionView of(ReceivedRound round, Member member, Received version, @Nullable FilledForm before) {
        var filled = round.filled(version);
        var versions = round.versions(member.id());
        var previous = versions.stream()
                .filter(other -> other.version() < version.version())
                .reduce((_, later) -> later)
                .map(round::filled)
                .orElse(null);
        var scores = Scoring.of(filled);
        var reading = new Reading(version, filled, previous, before, scores);
        return new SubmissionView(
                member,
                version,
                versions,
                versions.getLast() == version,
                before == null ? null : before.year(),
                scores,
                round.form().sectionsFor(filled.memberKind()).stream()
                        .map(reading::section)
                        .toList());
    }

    private record Reading(
            Received version,
            FilledForm filled,
            @Nullable FilledForm previous,
            @Nullable FilledForm before,
            Scores scores) {

        SectionView section(Section section) {
            var score = scores.section(section.code()).orElse(null);
            var points = score == null
                    ? Map.<String, Scores.QuestionScore>of()
                    : score.questions().stream()
                            .collect(Collectors.toMap(Scores.QuestionScore::question, Function.identity()));
            return new SectionView(
                    section.title(),
                    section.code(),
                    score,
                    section.questions().stream()
                            .filter(question -> section.concerns(filled.memberKind(), question))
                            .map(question -> question(question, points.get(question.code())))
                            .toList());
        }

        private QuestionView question(Question question, Scores.@Nullable QuestionScore score) {
            var code = question.code();
            var answer = filled.answer(code).orElse(null);
            var review = version.review();
            return new QuestionView(
                    question,
                    answer,
                    filled.asks(code),
                    previous != null && !previous.answer(code).equals(Optional.ofNullable(answer)),
                    version.report().answers().stream()
                            .filter(given -> given.question().equals(code))
                            .findFirst()
                            .orElse(null),
                    earlier(code),
                    score == null
                                    || score.maximum().signum() == 0
                                            && score.points().signum() == 0
                            ? null
                            : new Score(score.points(), score.maximum()),
                    review == null ? null : review.reasons().get(code));
        }

        private @Nullable Earlier earlier(String code) {
            if (before == null) {
                return null;
            }
            return before.form()
                    .question(code)
                    .flatMap(question -> before.answer(code).map(answer -> new Earlier(question, answer)))
                    .orElse(null);
        }
    }
}
