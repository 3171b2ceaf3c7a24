package org.samklima.portal.forms.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.Scoring;
import org.samklima.portal.forms.Section;
import org.samklima.published.MemberKind;

/**
 * What a new version of a form changes, question by question.
 *
 * @param questions that are new, gone or different, in the order of the new form, those gone last
 * @param sections whether sections came, went, moved or were worded or weighed anew
 */
record FormChanges(List<QuestionChange> questions, boolean sections) {

    FormChanges {
        questions = List.copyOf(questions);
    }

    /** What can differ in a question that keeps its code. */
    enum Aspect {
        /** Asks for another kind of answer, another unit, indicator or year: earlier answers are no longer comparable. */
        KIND,
        /** Options came or went. */
        OPTIONS,
        POINTS,
        /** Bounds, decimals or length. */
        LIMITS,
        /** Whom it concerns, when it is shown, whether it is required, a gate or can be not applicable. */
        WHEN_ASKED,
        VISIBILITY,
        SHARED,
        /** Its text, its help, or those of its options. */
        WORDING,
        /** Stands in another section. */
        PLACE
    }

    /**
     * A question that is new, gone or different.
     *
     * @param before none if it is new
     * @param after none if it is gone
     * @param aspects in what it differs; empty if it is new or gone
     */
    record QuestionChange(
            @Nullable Question before, @Nullable Question after, Set<Aspect> aspects) {

        public Question question() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    private record Placed(Question question, String section) {}

    static FormChanges between(ReportForm before, ReportForm after) {
        var old = placed(before);
        var changes = new ArrayList<QuestionChange>();
        placed(after).forEach((code, now) -> {
            var then = old.remove(code);
            if (then == null) {
                changes.add(new QuestionChange(null, now.question, Set.of()));
            } else if (!then.equals(now)) {
                changes.add(new QuestionChange(then.question, now.question, aspects(then, now)));
            }
        });
        old.values().forEach(gone -> changes.add(new QuestionChange(gone.question, null, Set.of())));
        return new FormChanges(changes, !frames(before).equals(frames(after)));
    }

    /** The most points that a member of this kind can have. */
    static BigDecimal maximum(ReportForm form, MemberKind kind) {
        return Scoring.of(new FilledForm(form, 0, kind, Answers.NONE)).maximum();
    }

    private static Map<String, Placed> placed(ReportForm form) {
        var placed = new LinkedHashMap<String, Placed>();
        form.sections()
                .forEach(section -> section.questions()
                        .forEach(question -> placed.put(question.code(), new Placed(question, section.code()))));
        return placed;
    }

    /** The sections without their questions. */
    private static List<Section> frames(ReportForm form) {
        return form.sections().stream()
                .map(section -> new Section(
                        section.code(),
                        section.title(),
                        section.help(),
                        section.weight(),
                        section.memberKinds(),
                        List.of()))
                .toList();
    }

    private static Set<Aspect> aspects(Placed then, Placed now) {
        var aspects = EnumSet.noneOf(Aspect.class);
        var differ = new Object() {
            void in(Aspect aspect, Function<Question, ?> part) {
                if (!Objects.equals(part.apply(then.question), part.apply(now.question))) {
                    aspects.add(aspect);
                }
            }
        };
        differ.in(Aspect.KIND, question -> QuestionParts.meaning(question.kind()));
        differ.in(Aspect.OPTIONS, question -> QuestionParts.optionCodes(question.kind()));
        differ.in(Aspect.POINTS, question -> QuestionParts.points(question.kind()));
        differ.in(Aspect.LIMITS, question -> QuestionParts.limits(question.kind()));
        differ.in(Aspect.WHEN_ASKED, QuestionParts::whenAsked);
        differ.in(Aspect.VISIBILITY, Question::visibility);
        differ.in(Aspect.SHARED, Question::sharedQuestion);
        differ.in(Aspect.WORDING, QuestionParts::wording);
        if (!then.section.equals(now.section)) {
            aspects.add(Aspect.PLACE);
        }
        return aspects;
    }
}
