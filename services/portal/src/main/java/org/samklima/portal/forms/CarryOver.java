package org.samklima.portal.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.samklima.published.MemberKind;
import org.samklima.published.Texts;

/**
 * Which earlier answers may be proposed in another form or year. Only a proposal: the member accepts each. Proposed is an
 * answer that stood, that the new question would accept as it is, and that means the same there: the kind is the same, and
 * for numbers the unit. An indicator's value belongs to its year, and is proposed only where the same year is asked for
 * again.
 *
 * @param form the form to be filled in
 * @param year of the report to be filled in
 * @param memberKind of the member that fills it in
 */
public record CarryOver(ReportForm form, int year, MemberKind memberKind) {

    /**
     * An earlier answer that fits.
     *
     * @param question code in the form to be filled in
     * @param from code of the question that was answered
     */
    public record Candidate(String question, String from, Answer answer) {}

    /** From an earlier version or year of the same form: by question code. */
    public Map<String, Candidate> fromSameForm(FilledForm earlier) {
        return candidates(earlier, question -> earlier.form().question(question.code()));
    }

    /** From a report to another network: by the code of shared questions. */
    public Map<String, Candidate> fromOtherForm(FilledForm earlier) {
        return candidates(
                earlier,
                question -> question.sharedQuestion() == null
                        ? Optional.empty()
                        : earlier.form().questions().stream()
                                .filter(other -> question.sharedQuestion().equals(other.sharedQuestion()))
                                .findFirst());
    }

    private Map<String, Candidate> candidates(FilledForm earlier, Counterpart counterpart) {
        var candidates = new LinkedHashMap<String, Candidate>();
        for (var section : form.sections()) {
            for (var question : section.questions()) {
                if (section.concerns(memberKind, question)) {
                    counterpart
                            .of(question)
                            .flatMap(old -> candidate(question, old, earlier))
                            .ifPresent(candidate -> candidates.put(question.code(), candidate));
                }
            }
        }
        return candidates;
    }

    private interface Counterpart {
        Optional<Question> of(Question question);
    }

    private Optional<Candidate> candidate(Question question, Question old, FilledForm earlier) {
        return earlier.answer(old.code())
                .filter(answer -> answer instanceof Answer.NotApplicable || meansTheSame(question, old, earlier.year()))
                .map(answer -> forThisYear(question.kind(), answer))
                .filter(answer -> question.errors(answer, year).isEmpty())
                .map(answer -> new Candidate(question.code(), old.code(), answer));
    }

    private boolean meansTheSame(Question question, Question old, int oldYear) {
        return switch (question.kind()) {
            case Kind.Number now -> old.kind() instanceof Kind.Number then && sameWords(now.unit(), then.unit());
            case Kind.Indicator now ->
                old.kind() instanceof Kind.Indicator then
                        && now.indicator().equals(then.indicator())
                        && Optional.ofNullable(now.sector()).equals(Optional.ofNullable(then.sector()))
                        && year + now.yearOffset() == oldYear + then.yearOffset()
                        && sameWords(now.unit(), then.unit());
            case Kind.IndicatorTable now ->
                old.kind() instanceof Kind.IndicatorTable then
                        && now.indicator().equals(then.indicator())
                        && sameWords(now.unit(), then.unit());
            default -> question.kind().name() == old.kind().name();
        };
    }

    /** Of a table, the cells that are asked for again. */
    private Answer forThisYear(Kind kind, Answer answer) {
        if (kind instanceof Kind.IndicatorTable table && answer instanceof Answer.Table(var cells)) {
            return new Answer.Table(cells.stream()
                    .filter(cell -> table.yearOffsets().contains(cell.year() - year)
                            && table.sectors().stream()
                                    .anyMatch(sector -> sector.code().equals(cell.sector())))
                    .toList());
        }
        return answer;
    }

    /** Whether two units are written alike in every language they have in common, and have one in common. */
    private static boolean sameWords(Texts one, Texts other) {
        var common = one.byLanguage().keySet().stream()
                .filter(other.byLanguage()::containsKey)
                .toList();
        return !common.isEmpty()
                && common.stream().allMatch(language -> one.in(language).equals(other.in(language)));
    }
}
