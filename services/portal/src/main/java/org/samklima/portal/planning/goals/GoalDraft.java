package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.fields.FieldNames;
import org.samklima.portal.planning.goals.GoalInput.Point;
import org.samklima.portal.planning.goals.MeasureNames.Measure;

/** A goal while a row of a list is written over it, column by column. */
final class GoalDraft {

    private final Map<GoalColumn, Object> values;

    private GoalDraft(Map<GoalColumn, Object> values) {
        this.values = values;
    }

    static GoalDraft blank() {
        return new GoalDraft(new EnumMap<>(GoalColumn.class));
    }

    /** @param path of its field of action */
    static GoalDraft of(Goal goal, String path) {
        var input = GoalInput.of(goal.terms());
        var draft = blank();
        draft.put(GoalColumn.TITLE, input.title());
        draft.put(GoalColumn.FIELD, input.field() == null ? null : new FieldNames.Named(input.field(), path));
        draft.put(GoalColumn.KIND, input.kind());
        draft.put(
                GoalColumn.MEASURE, input.indicator() == null ? null : new Measure(input.indicator(), input.sector()));
        draft.put(GoalColumn.PER, input.per());
        draft.put(GoalColumn.BASELINE_YEAR, input.baselineYear());
        draft.put(GoalColumn.BASELINE_VALUE, input.baselineValue());
        draft.put(GoalColumn.TARGET_YEAR, input.targetYear());
        draft.put(GoalColumn.TARGET_VALUE, input.targetValue());
        draft.put(GoalColumn.INTERIM, input.interim());
        draft.put(GoalColumn.SCENARIO, input.scenario());
        draft.put(GoalColumn.DUE_ON, input.dueOn());
        draft.put(GoalColumn.REACHED_ON, input.reachedOn());
        draft.put(GoalColumn.DECIDED_BY, input.decidedBy());
        draft.put(GoalColumn.DECIDED_ON, input.decidedOn());
        draft.put(GoalColumn.DECISION_LINK, input.decisionLink());
        draft.put(GoalColumn.DESCRIPTION, input.description());
        return draft;
    }

    GoalDraft copy() {
        return new GoalDraft(new EnumMap<>(values));
    }

    /** What says the same in other digits stays as it is. */
    void put(GoalColumn column, @Nullable Object value) {
        var wanted = value instanceof List<?> points ? inOrder(points) : value;
        if (wanted == null || "".equals(wanted) || List.of().equals(wanted)) {
            values.remove(column);
        } else if (!isSame(values.get(column), wanted)) {
            values.put(column, wanted);
        }
    }

    private static List<?> inOrder(List<?> points) {
        return points.stream()
                .map(Point.class::cast)
                .sorted(Comparator.comparing(Point::year, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    String text(GoalColumn column) {
        return get(column, String.class) instanceof String text ? text : "";
    }

    FieldNames.@Nullable Named field() {
        return get(GoalColumn.FIELD, FieldNames.Named.class);
    }

    @Nullable Measure measure() {
        return get(GoalColumn.MEASURE, Measure.class);
    }

    private <T> @Nullable T get(GoalColumn column, Class<T> type) {
        return type.cast(values.get(column));
    }

    @SuppressWarnings("unchecked")
    private @Nullable List<Point> points(GoalColumn column) {
        return (List<Point>) values.get(column);
    }

    GoalInput input() {
        var measure = measure();
        var field = field();
        return new GoalInput(
                get(GoalColumn.KIND, GoalKind.class),
                get(GoalColumn.TITLE, String.class),
                get(GoalColumn.DESCRIPTION, String.class),
                field == null ? null : field.id(),
                measure == null ? null : measure.indicator(),
                measure == null ? null : measure.sector(),
                get(GoalColumn.PER, String.class),
                get(GoalColumn.BASELINE_YEAR, Integer.class),
                get(GoalColumn.BASELINE_VALUE, BigDecimal.class),
                get(GoalColumn.TARGET_YEAR, Integer.class),
                get(GoalColumn.TARGET_VALUE, BigDecimal.class),
                points(GoalColumn.INTERIM),
                points(GoalColumn.SCENARIO),
                get(GoalColumn.DUE_ON, LocalDate.class),
                get(GoalColumn.REACHED_ON, LocalDate.class),
                get(GoalColumn.DECIDED_BY, String.class),
                get(GoalColumn.DECIDED_ON, LocalDate.class),
                get(GoalColumn.DECISION_LINK, String.class));
    }

    /** The columns in which the other says something else. */
    List<GoalColumn> differencesTo(GoalDraft other) {
        return Arrays.stream(GoalColumn.values())
                .filter(column -> !isSame(values.get(column), other.values.get(column)))
                .toList();
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
            return number.compareTo(otherNumber) == 0;
        }
        if (one instanceof Point point && other instanceof Point otherPoint) {
            return Objects.equals(point.year(), otherPoint.year()) && isSame(point.value(), otherPoint.value());
        }
        if (one instanceof List<?> list && other instanceof List<?> otherList) {
            return list.size() == otherList.size()
                    && IntStream.range(0, list.size()).allMatch(at -> isSame(list.get(at), otherList.get(at)));
        }
        return Objects.equals(one, other);
    }
}
