package org.samklima.portal.reporting.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.portal.forms.AnswerError;
import org.samklima.portal.forms.Completeness;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Section;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.report.ReportFile;
import org.samklima.published.NotationKey;

/**
 * One section of a report as a page.
 *
 * @param number counted from 1
 * @param steps all sections, to go to
 * @param editable whether the reader may change answers now
 */
record SectionView(
        ReportFile file,
        Section section,
        int number,
        List<Step> steps,
        List<QuestionView> questions,
        boolean editable) {

    /** A section to go to. */
    record Step(Section section, int number, Completeness.SectionProgress progress, boolean current) {

        public boolean isComplete() {
            return progress.isComplete() && progress.completed() == progress.asked();
        }
    }

    public Completeness.SectionProgress progress() {
        return steps.get(number - 1).progress();
    }

    public @Nullable Step previous() {
        return number > 1 ? steps.get(number - 2) : null;
    }

    public @Nullable Step next() {
        return number < steps.size() ? steps.get(number) : null;
    }

    /** Whether every answer will be public, so that it is enough to say it once. */
    public boolean isPublic() {
        return questions.stream().allMatch(QuestionView::isPublic);
    }

    /** How many questions can be answered with what is known. */
    public long proposed() {
        return questions.stream()
                .filter(question -> question.asked() && !question.proposals().isEmpty())
                .count();
    }

    /** The same with what was typed at some questions, and what came of it. */
    SectionView with(Map<String, TypedAnswers.Attempt> attempts) {
        return new SectionView(
                file,
                section,
                number,
                steps,
                questions.stream()
                        .map(question -> attempts.containsKey(question.code())
                                ? question.with(attempts.get(question.code()))
                                : question)
                        .toList(),
                editable);
    }

    /** Those whose answers were not saved, to be named at the top of the page. */
    public List<QuestionView> unsaved() {
        return questions.stream().filter(QuestionView::isUnsaved).toList();
    }

    /** The unit of a number; empty if it has none. */
    public String unit(QuestionView question, FigureText figures) {
        return switch (question.question().kind()) {
            case Kind.Number number -> figures.text(number.unit(), fallback());
            case Kind.Indicator indicator -> figures.text(indicator.unit(), fallback());
            case Kind.Percentage ignored -> "%";
            default -> "";
        };
    }

    /** The columns of a table. */
    public List<Integer> years(QuestionView question) {
        return question.question().kind() instanceof Kind.IndicatorTable table
                ? table.yearOffsets().stream()
                        .map(offset -> file.report().year() + offset)
                        .toList()
                : List.of();
    }

    /** Names the cell of a table in which an error is; {@code place} as {@link AnswerError#place}. */
    public String place(String question, String place, FigureText figures) {
        var part = place.split("/", 2);
        return question(question).question().kind() instanceof Kind.IndicatorTable table
                ? table.sectors().stream()
                        .filter(sector -> sector.code().equals(part[0]))
                        .map(sector -> figures.text(sector.text(), fallback()) + " " + part[part.length - 1])
                        .findFirst()
                        .orElse(place)
                : place;
    }

    public List<NotationKey> notationKeys() {
        return List.of(NotationKey.values());
    }

    private String fallback() {
        return file.round().network().defaultLanguage();
    }

    /** @throws Problem not found */
    public QuestionView question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
