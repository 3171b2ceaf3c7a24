package org.samklima.portal.planning.goals;

import java.util.Locale;
import java.util.Objects;
import org.samklima.pages.FigureTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a goal in one sentence: what it aims at, where we stand, whether that is on track, what is still needed each year. */
@Component
class GoalWords {

    private final FigureTexts figures;
    private final MessageSource messages;

    GoalWords(FigureTexts figures, MessageSource messages) {
        this.figures = figures;
        this.messages = messages;
    }

    Wording in(Locale language, String fallback) {
        return new Wording(figures.in(language), messages, language, fallback);
    }

    /** @param fallback the tenant's own language */
    public String sentence(Goal goal, GoalStanding standing, Locale language, String fallback) {
        var wording = in(language, fallback);
        var milestone = goal.terms().milestone();
        if (milestone != null) {
            return wording.word(
                    "sentence.milestone." + standing.state(),
                    milestone.dueOn(),
                    Objects.requireNonNullElse(milestone.reachedOn(), milestone.dueOn()));
        }
        return standing.measured()
                .map(course -> wording.word(
                        "sentence",
                        wording.name(course),
                        wording.aim(goal.kind(), course),
                        now(goal.kind(), standing.state(), course, wording)))
                .orElseGet(() -> wording.word("sentence.unmeasured"));
    }

    private static String now(GoalKind kind, GoalStanding.State state, Course course, Wording wording) {
        var latest = course.latest();
        var position = wording.position(kind, course);
        var need = wording.need(course).orElse("");
        if (course.points().isEmpty()) {
            return wording.word("now.pathless", course.target().baselineYear());
        }
        if (latest.isEmpty()) {
            return wording.word("now.unknown", course.target().baselineYear(), need);
        }
        var stands = position.orElseGet(() ->
                wording.word("position.at", wording.amount(course, latest.get().value())));
        return wording.word("now." + state, latest.get().year(), stands, need);
    }

    /** The finding that stands above a goal's chart. */
    static String finding(GoalKind kind, GoalStanding.State state, Course course, Wording wording) {
        var target = course.target();
        if (course.points().isEmpty()) {
            return wording.word("finding.pathless", target.baselineYear());
        }
        var latest = course.latest();
        if (latest.isEmpty()) {
            return wording.word("finding.unknown", target.baselineYear());
        }
        var position = wording.comparison(kind, course)
                .orElseGet(() -> wording.word(
                        "finding.at",
                        wording.amount(course, latest.get().value()),
                        latest.get().year()));
        return wording.word(
                "finding." + state,
                position,
                target.year(),
                wording.need(course).orElse(""));
    }
}
