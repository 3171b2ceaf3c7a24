package org.samklima.portal.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a report has come.
 *
 * @param sections those with a question for this kind of member, in the form's order
 */
public record Completeness(List<SectionProgress> sections) {

    public Completeness {
        sections = List.copyOf(sections);
    }

    public static Completeness of(FilledForm filled) {
        return new Completeness(filled.form().sectionsFor(filled.memberKind()).stream()
                .map(section -> SectionProgress.of(section, filled))
                .toList());
    }

    /** Whether nothing stands in the way of submitting: nothing required is missing and no answer is wrong. */
    public boolean isComplete() {
        return sections.stream().allMatch(SectionProgress::isComplete);
    }

    /** Questions asked, over all sections. */
    public int asked() {
        return sections.stream().mapToInt(SectionProgress::asked).sum();
    }

    /** Of those, how many are completed. */
    public int completed() {
        return sections.stream().mapToInt(SectionProgress::completed).sum();
    }

    /** Codes of required questions that are not completed, in the form's order. */
    public List<String> missing() {
        return sections.stream().flatMap(section -> section.missing().stream()).toList();
    }

    /** Answers that do not suit their question, in the form's order. */
    public List<WrongAnswer> wrong() {
        return sections.stream().flatMap(section -> section.wrong().stream()).toList();
    }

    /** An answer with its errors. */
    public record WrongAnswer(String question, List<AnswerError> errors) {}

    /**
     * How far one section has come.
     *
     * @param section its code
     * @param asked how many questions are asked; hidden ones are not
     * @param completed how many of them leave nothing to fill in; <em>not applicable</em> is an answer here
     * @param missing codes of required questions among the others
     * @param wrong answers with errors, of required and other questions
     */
    public record SectionProgress(
            String section, int asked, int completed, List<String> missing, List<WrongAnswer> wrong) {

        public SectionProgress {
            missing = List.copyOf(missing);
            wrong = List.copyOf(wrong);
        }

        private static SectionProgress of(Section section, FilledForm filled) {
            int asked = 0;
            int completed = 0;
            var missing = new ArrayList<String>();
            var wrong = new ArrayList<WrongAnswer>();
            for (var question : section.questions()) {
                if (!filled.asks(question.code())) {
                    continue;
                }
                asked++;
                var errors = filled.errors(question.code());
                if (filled.isCompleted(question)) {
                    completed++;
                } else if (!errors.isEmpty()) {
                    wrong.add(new WrongAnswer(question.code(), errors));
                } else if (question.required()) {
                    missing.add(question.code());
                }
            }
            return new SectionProgress(section.code(), asked, completed, missing, wrong);
        }

        public boolean isComplete() {
            return missing.isEmpty() && wrong.isEmpty();
        }
    }
}
