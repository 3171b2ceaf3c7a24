package org.samklima.portal.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.Finding;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Visibility;
import org.samklima.portal.indicators.Observations;
import org.samklima.published.Indicator;
import org.samklima.published.Statement;
import org.samklima.published.Texts;

/**
 * The page that composes an edition: what is typed, what it says, and what else could be said.
 *
 * @param statements those in the form, in its order
 * @param groups everything that can be said and is not among them, by what it speaks of
 */
record CompositionView(
        EditionForm form,
        List<Chosen> statements,
        List<Group> groups,
        List<IndicatorLine> indicators,
        List<FormLine> forms) {

    /** @param statement what it says at this moment; null if nobody has answered, and it will not be published */
    record Chosen(
            EditionForm.StatementField field, @Nullable Statement statement) {}

    /** @param title null for the figures */
    record Group(@Nullable Texts title, List<Statement> proposals) {}

    /** An indicator with what is chosen of it, and how much there is. */
    record IndicatorLine(EditionForm.IndicatorField field, Indicator indicator, Observations.@Nullable Extent extent) {}

    /** A form of the year, with its public questions by section. */
    record FormLine(String code, Texts title, boolean chosen, List<SectionLine> sections) {}

    record SectionLine(Texts title, List<QuestionLine> questions) {}

    record QuestionLine(String code, Texts text, boolean shown) {}

    static CompositionView of(Composition composition, EditionForm form) {
        var proposals = composition.proposals();
        var chosen = form.statements().stream()
                .map(field -> new Chosen(field, proposals.get(field.code())))
                .toList();
        var codes =
                form.statements().stream().map(EditionForm.StatementField::code).collect(Collectors.toSet());
        var others = composition.assembly().findings().stream()
                .filter(finding -> !codes.contains(finding.code()))
                .toList();
        var indicators = composition.material().indicators().stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        return new CompositionView(
                form,
                chosen,
                groups(composition, others, proposals),
                form.indicators().stream()
                        .filter(field -> indicators.containsKey(field.code()))
                        .map(field -> new IndicatorLine(
                                field,
                                indicators.get(field.code()),
                                composition.extents().get(field.code())))
                        .toList(),
                composition.material().rounds().stream()
                        .map(round -> line(round, form))
                        .toList());
    }

    private static List<Group> groups(Composition composition, List<Finding> others, Map<String, Statement> proposals) {
        var groups = new ArrayList<Group>();
        add(groups, null, others, proposals, finding -> finding.about() instanceof Finding.About.OfIndicator);
        for (var round : composition.chosenReports()) {
            for (var section : round.now().form().sections()) {
                var questions = section.questions().stream().map(Question::code).collect(Collectors.toSet());
                add(
                        groups,
                        section.title(),
                        others,
                        proposals,
                        finding -> finding.about() instanceof Finding.About.OfQuestion of
                                && of.form().equals(round.form())
                                && questions.contains(of.question()));
            }
        }
        return groups;
    }

    private static void add(
            List<Group> groups,
            @Nullable Texts title,
            List<Finding> others,
            Map<String, Statement> proposals,
            Predicate<Finding> belongs) {
        var ofGroup = others.stream()
                .filter(belongs)
                .map(finding -> proposals.get(finding.code()))
                .toList();
        if (!ofGroup.isEmpty()) {
            groups.add(new Group(title, ofGroup));
        }
    }

    private static FormLine line(ReportedRound round, EditionForm form) {
        var sections = round.now().form().sections().stream()
                .map(section -> new SectionLine(
                        section.title(),
                        section.questions().stream()
                                .filter(question -> question.visibility() == Visibility.PUBLIC)
                                .map(question -> line(round.form() + "." + question.code(), question, form))
                                .toList()))
                .filter(section -> !section.questions().isEmpty())
                .toList();
        return new FormLine(
                round.form(), round.now().form().title(), form.forms().contains(round.form()), sections);
    }

    private static QuestionLine line(String code, Question question, EditionForm form) {
        return new QuestionLine(code, question.text(), form.shown().contains(code));
    }
}
