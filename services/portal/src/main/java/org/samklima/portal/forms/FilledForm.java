package org.samklima.portal.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samklima.published.MemberKind;

/**
 * A report form as one member filled it in: decides which questions are asked and which answers stand. An answer stands if
 * its question is asked and it has no {@linkplain #errors errors}; an answer that does not stand counts for nothing.
 */
public final class FilledForm {

    private record Finding(Standing standing, Optional<Answer> answer, List<AnswerError> errors) {}

    private final ReportForm form;
    private final int year;
    private final MemberKind memberKind;
    private final Map<String, Finding> findings = new HashMap<>();

    /** @param year the report's year, from which year offsets count */
    public FilledForm(ReportForm form, int year, MemberKind memberKind, Answers answers) {
        this.form = form;
        this.year = year;
        this.memberKind = memberKind;
        // Conditions look back only, so one walk in the form's order settles every question.
        for (var section : form.sections()) {
            for (var question : section.questions()) {
                findings.put(question.code(), find(section, question, answers.to(question.code())));
            }
        }
    }

    private Finding find(Section section, Question question, Optional<Answer> given) {
        var standing = standing(section, question);
        if (standing != Standing.SHOWN) {
            return new Finding(standing, Optional.empty(), List.of());
        }
        var errors = given.map(answer -> question.errors(answer, year)).orElse(List.of());
        var stands = given.filter(answer -> errors.isEmpty());
        boolean notApplicable =
                stands.filter(Answer.NotApplicable.class::isInstance).isPresent();
        return new Finding(notApplicable ? Standing.NOT_APPLICABLE : Standing.SHOWN, stands, errors);
    }

    private Standing standing(Section section, Question question) {
        if (!section.concerns(memberKind, question)) {
            return Standing.OTHER_MEMBERS;
        }
        var condition = question.shownOnlyIf();
        if (condition == null) {
            return Standing.SHOWN;
        }
        var earlier = findings.get(condition.question());
        if (earlier.standing == Standing.NOT_APPLICABLE) {
            return Standing.NOT_APPLICABLE;
        }
        return earlier.answer.filter(condition::holds).isPresent() ? Standing.SHOWN : Standing.HIDDEN;
    }

    public ReportForm form() {
        return form;
    }

    public int year() {
        return year;
    }

    public MemberKind memberKind() {
        return memberKind;
    }

    /** @throws IllegalArgumentException if the form has no such question */
    Standing standing(String question) {
        return finding(question).standing;
    }

    /** Whether the member is to answer it: shown, or shown and answered with <em>not applicable</em>. */
    public boolean asks(String question) {
        return standing(question) == Standing.SHOWN || answer(question).isPresent();
    }

    /** The answer that stands, <em>not applicable</em> included. */
    public Optional<Answer> answer(String question) {
        return finding(question).answer;
    }

    /** Why the answer given does not stand. */
    public List<AnswerError> errors(String question) {
        return finding(question).errors;
    }

    /** Whether nothing is left to fill in: answered, and neither with NE (not estimated) nor with a table with gaps. */
    public boolean isCompleted(Question question) {
        return answer(question.code()).filter(question::isCompletedBy).isPresent();
    }

    private Finding finding(String question) {
        var finding = findings.get(question);
        if (finding == null) {
            throw new IllegalArgumentException("The form has no question " + question);
        }
        return finding;
    }
}
