package org.samklima.portal.planning.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the plan as it stands at one moment, by what a reader would call its facts. {@code planning.fact.<name>} is
 * what a fact is called, {@code planning.value.<name>.<VALUE>} what a value is called that is a code.
 *
 * @param facts by name, in the order in which they are read: a text, a number, or a list of texts. What is empty is left out
 */
public record PlanItem(Kind kind, UUID id, String title, Map<String, Object> facts) {

    /** What sort of part it is. */
    public enum Kind {
        FIELD,
        GOAL,
        ACTIVITY,
        COMMUNICATION
    }

    public PlanItem {
        var normal = new LinkedHashMap<String, Object>();
        facts.forEach((name, value) -> {
            var fact = normal(value);
            if (fact != null) {
                normal.put(name, fact);
            }
        });
        facts = normal;
    }

    /** Without facts yet. */
    public static PlanItem of(Kind kind, UUID id, String title) {
        return new PlanItem(kind, id, title, Map.of());
    }

    /** The same with one more fact, unless that is empty. */
    public PlanItem with(String name, @Nullable Object value) {
        if (normal(value) == null) {
            return this;
        }
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new PlanItem(kind, id, title, more);
    }

    /** What became different on the way to the other, title included. */
    List<FactChange> changesTo(PlanItem after) {
        var changes = new ArrayList<FactChange>();
        if (!title.equals(after.title)) {
            changes.add(new FactChange("title", title, after.title));
        }
        var names = new LinkedHashSet<>(facts.keySet());
        names.addAll(after.facts.keySet());
        for (var name : names) {
            var one = facts.get(name);
            var other = after.facts.get(name);
            if (!Objects.equals(one, other)) {
                changes.add(new FactChange(name, one, other));
            }
        }
        return changes;
    }

    /** So that what was read back from a file equals what was written. */
    private static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> plain(new BigDecimal(number.toString()));
            case Collection<?> several ->
                several.isEmpty() ? null : several.stream().map(String::valueOf).toList();
            case Enum<?> code -> code.name();
            default -> value.toString().isBlank() ? null : value.toString();
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
