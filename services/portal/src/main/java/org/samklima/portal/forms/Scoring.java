package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a filled-in form is worth. The arithmetic is exact.
 *
 * <p><strong>Points of a question.</strong> One of: the option's. Several of: the sum of the ticked options'. Yes/no: its
 * points for yes, none for no. Number, percentage and indicator value: those of the band the number lies in
 * ({@link Band}). Other kinds give none. Points may be negative: a penalty. No answer, or one with errors, gives 0 and is
 * counted as unanswered, as are NE (not estimated) and a table with empty cells. A notation key is no number, lies in no
 * band and gives 0.
 *
 * <p><strong>Maximum of a question</strong>: the most that an answer can give, and never less than 0, since no answer gives
 * 0. One of and bands: the greatest. Several of: the sum of the positive options, or an exclusive option's points if they
 * are more; a penalty among the options does not lower it. Yes/no: its points if positive. A question that can only cost
 * points therefore has the maximum 0, and a section's points may be below 0 but never above its maximum.
 *
 * <p><strong>What counts.</strong> A question that is not put to this kind of member, is answered with <em>not
 * applicable</em>, or depends on one that is so answered, is out of both points and maximum. One that is hidden because
 * its condition does not hold gives 0 and stays in the maximum: otherwise a "no" would shrink the maximum and could raise
 * the share. It is not counted as unanswered.
 *
 * <p><strong>Section</strong> = points / maximum over its questions that count. <strong>Total</strong> of a form with
 * weights = Σ weight × section / Σ weight over the sections in which something can be earned; of a form without: points /
 * maximum over all.
 *
 * <p><strong>Basic requirement</strong> (gate): gives no points. Met by yes, by choosing an option that meets it, or, in
 * the other kinds, by a complete answer. One that is hidden or not applicable is not asked for.
 */
public final class Scoring {

    private Scoring() {}

    public static Scores of(FilledForm filled) {
        var form = filled.form();
        var sections = form.sectionsFor(filled.memberKind()).stream()
                .map(section -> score(section, filled))
                .toList();
        var points = sum(sections, Scores.SectionScore::points);
        var maximum = sum(sections, Scores.SectionScore::maximum);
        var total = form.isWeighted() ? weighted(form, sections) : share(points, maximum);
        return new Scores(points, maximum, total, sections);
    }

    private static Scores.SectionScore score(Section section, FilledForm filled) {
        int unanswered = 0;
        var questions = new ArrayList<Scores.QuestionScore>();
        var gates = new ArrayList<Scores.GateResult>();
        for (var question : section.questions()) {
            var standing = filled.standing(question.code());
            if (standing == Standing.SHOWN && !filled.isCompleted(question)) {
                unanswered++;
            }
            if (question.gate() && standing == Standing.SHOWN) {
                gates.add(new Scores.GateResult(question.code(), outcome(question, filled)));
            }
            if (!question.gate() && standing.counts()) {
                questions.add(score(question, filled));
            }
        }
        return new Scores.SectionScore(
                section.code(),
                sum(questions, Scores.QuestionScore::points),
                sum(questions, Scores.QuestionScore::maximum),
                unanswered,
                questions,
                gates);
    }

    private static Scores.QuestionScore score(Question question, FilledForm filled) {
        var points = filled.answer(question.code())
                .map(answer -> Points.earned(question.kind(), answer))
                .orElse(BigDecimal.ZERO);
        return new Scores.QuestionScore(question.code(), points, Points.maximum(question.kind()));
    }

    private static Scores.GateOutcome outcome(Question question, FilledForm filled) {
        if (!filled.isCompleted(question)) {
            return Scores.GateOutcome.UNANSWERED;
        }
        boolean met = filled.answer(question.code())
                .filter(answer -> meets(question.kind(), answer))
                .isPresent();
        return met ? Scores.GateOutcome.MET : Scores.GateOutcome.NOT_MET;
    }

    private static boolean meets(Kind kind, Answer answer) {
        return switch (answer) {
            case Answer.YesNo(boolean yes) -> yes;
            case Answer.OneOf(String option) -> meets(kind, List.of(option));
            case Answer.SeveralOf(var options) -> meets(kind, options);
            default -> true;
        };
    }

    private static boolean meets(Kind kind, Collection<String> chosen) {
        return kind instanceof Kind.Choice choice
                && choice.options().stream()
                        .anyMatch(option -> option.meetsRequirement() && chosen.contains(option.code()));
    }

    private static Optional<Fraction> weighted(ReportForm form, List<Scores.SectionScore> scores) {
        var reached = Fraction.ZERO;
        var weights = Fraction.ZERO;
        for (var section : form.sections()) {
            var share = scores.stream()
                    .filter(score -> score.section().equals(section.code()))
                    .flatMap(score -> score.share().stream())
                    .findFirst();
            if (share.isPresent() && section.weight() != null) {
                var weight = Fraction.of(section.weight());
                reached = reached.plus(weight.times(share.get()));
                weights = weights.plus(weight);
            }
        }
        return weights.equals(Fraction.ZERO) ? Optional.empty() : Optional.of(reached.dividedBy(weights));
    }

    private static Optional<Fraction> share(BigDecimal points, BigDecimal maximum) {
        return maximum.signum() == 0 ? Optional.empty() : Optional.of(Fraction.of(points, maximum));
    }

    private static <T> BigDecimal sum(List<T> items, Function<T, BigDecimal> value) {
        return Decimals.normal(items.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
