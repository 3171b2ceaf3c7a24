package org.samklima.portal.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a condition looks back at a question that exists, is asked of the same members and can answer it. */
final class ConditionCheck {

    private record Place(int position, Section section, Question question) {}

    /** The first question of each code: a second one is a flaw of its own. */
    private final Map<String, Place> places = new HashMap<>();

    ConditionCheck(List<Section> sections) {
        int position = 0;
        for (var section : sections) {
            for (var question : section.questions()) {
                places.putIfAbsent(question.code(), new Place(position++, section, question));
            }
        }
    }

    List<Flaw> flaws(String place, Section section, Question question) {
        var condition = question.shownOnlyIf();
        if (condition == null) {
            return List.of();
        }
        var at = place + "/shownOnlyIf";
        var earlier = places.get(condition.question());
        if (earlier == null) {
            return List.of(Flaw.of(at + "/question", "condition-unknown-question", condition.question()));
        }
        var self = places.get(question.code());
        if (earlier.position >= self.position) {
            return List.of(cycleThrough(question)
                    .map(cycle -> Flaw.of(at + "/question", "condition-cycle", String.join(" → ", cycle)))
                    .orElseGet(() -> Flaw.of(at + "/question", "condition-looks-ahead", condition.question())));
        }
        var flaws = new ArrayList<Flaw>();
        FormCheck.asked(section, question).stream()
                .filter(kind -> !earlier.section.concerns(kind, earlier.question))
                .forEach(kind -> flaws.add(
                        Flaw.of(at + "/question", "condition-not-asked." + FormWords.of(kind), condition.question())));
        flaws.addAll(kindFlaws(at, condition, earlier.question.kind()));
        return flaws;
    }

    private Optional<List<String>> cycleThrough(Question question) {
        var path = new LinkedHashSet<String>();
        @Nullable String code = question.code();
        while (code != null && path.add(code)) {
            var place = places.get(code);
            var condition = place == null ? null : place.question.shownOnlyIf();
            code = condition == null ? null : condition.question();
        }
        if (!question.code().equals(code)) {
            return Optional.empty();
        }
        var cycle = new ArrayList<>(path);
        cycle.add(code);
        return Optional.of(cycle);
    }

    private static List<Flaw> kindFlaws(String at, Condition condition, Kind kind) {
        return switch (condition) {
            case Condition.Answered ignored -> List.of();
            case Condition.Says ignored when kind instanceof Kind.YesNo -> List.of();
            case Condition.Compares ignored when kind instanceof Kind.Numeric -> List.of();
            case Condition.Chose chose
            when kind instanceof Kind.Choice choice ->
                chose.options().stream()
                        .filter(option -> choice.option(option).isEmpty())
                        .map(option -> Flaw.of(at, "condition-unknown-option", option))
                        .toList();
            default -> List.of(Flaw.of(at, "condition-wrong-kind", condition.question()));
        };
    }
}
