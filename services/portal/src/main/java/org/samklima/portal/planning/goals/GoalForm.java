package org.samklima.portal.planning.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.forms.TypedInput;
import org.samklima.portal.problem.Problem;
import org.springframework.validation.BindingResult;

/**
 * A goal as it is typed: all of it text, so that it comes back whatever stands there.
 *
 * @param indicator code, and after a slash the code of the sector that is meant
 * @param scenario a year and a value on each line
 * @param lockVersion of the goal that the page was made from
 */
record GoalForm(
        @Nullable String kind,
        @Nullable String title,
        @Nullable String description,
        @Nullable String field,
        @Nullable String indicator,
        @Nullable String per,
        @Nullable String baselineYear,
        @Nullable String baselineValue,
        @Nullable String targetYear,
        @Nullable String targetValue,
        @Nullable List<YearRow> interim,
        @Nullable String scenario,
        @Nullable String dueOn,
        @Nullable String reachedOn,
        @Nullable String decidedBy,
        @Nullable String decidedOn,
        @Nullable String decisionLink,
        @Nullable Integer lockVersion) {

    private static final int BLANK_ROWS = 2;

    /** A year and its value. */
    record YearRow(@Nullable String year, @Nullable String value) {

        boolean isBlank() {
            return TypedInput.isBlank(year) && TypedInput.isBlank(value);
        }

        /** Those in which something stands; a row that was not sent is null between others that were. */
        static List<YearRow> given(@Nullable List<@Nullable YearRow> rows) {
            return rows == null
                    ? List.of()
                    : rows.stream()
                            .filter(Objects::nonNull)
                            .filter(row -> !row.isBlank())
                            .toList();
        }
    }

    static GoalForm blank(GoalKind kind, @Nullable String field) {
        return new GoalForm(
                kind.name(),
                null,
                null,
                field,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static GoalForm of(Goal goal, Locale language) {
        var input = GoalInput.of(goal.terms());
        var sector = input.sector();
        return new GoalForm(
                goal.kind().name(),
                input.title(),
                input.description(),
                text(input.field()),
                sector == null ? input.indicator() : input.indicator() + "/" + sector,
                input.per(),
                text(input.baselineYear()),
                TypedInput.written(input.baselineValue(), language),
                text(input.targetYear()),
                TypedInput.written(input.targetValue(), language),
                Objects.requireNonNullElse(input.interim(), List.<GoalInput.Point>of()).stream()
                        .map(point -> new YearRow(text(point.year()), TypedInput.written(point.value(), language)))
                        .toList(),
                Objects.requireNonNullElse(input.scenario(), List.<GoalInput.Point>of()).stream()
                        .map(point -> point.year() + ": " + TypedInput.written(point.value(), language))
                        .collect(Collectors.joining("\n")),
                text(input.dueOn()),
                text(input.reachedOn()),
                input.decidedBy(),
                text(input.decidedOn()),
                input.decisionLink(),
                goal.lockVersion());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** What is typed of interim goals, and room for more. */
    public List<YearRow> rows() {
        var rows = new ArrayList<>(YearRow.given(interim));
        for (int i = 0; i < BLANK_ROWS; i++) {
            rows.add(new YearRow("", ""));
        }
        return rows;
    }

    /** The kind, where it is one. */
    @Nullable GoalKind chosen() {
        return TypedInput.one(GoalKind.class, kind);
    }

    int basedOn() {
        return lockVersion == null ? 0 : lockVersion;
    }

    /** What was typed, understood; with what was not, and what cannot be, among the errors. Null if there is any. */
    @Nullable GoalTerms read(BindingResult errors, Locale language) {
        var typed = new TypedInput(errors, language);
        var points = new TypedPoints(typed);
        var measure = indicator == null ? new String[] {""} : indicator.split("/", 2);
        var input = new GoalInput(
                chosen(),
                title,
                description,
                typed.id("field", field, "goals.invalid.unknown-field"),
                measure[0],
                measure.length > 1 ? measure[1] : null,
                per,
                typed.year("baselineYear", baselineYear),
                typed.number("baselineValue", baselineValue),
                typed.year("targetYear", targetYear),
                typed.number("targetValue", targetValue),
                points.rows("interim", interim),
                points.lines("scenario", scenario),
                typed.day("dueOn", dueOn),
                typed.day("reachedOn", reachedOn),
                decidedBy,
                typed.day("decidedOn", decidedOn),
                decisionLink);
        if (errors.hasErrors()) {
            return null;
        }
        try {
            return input.terms();
        } catch (InvalidGoal invalid) {
            reject(invalid, errors);
            return null;
        }
    }

    static void reject(Problem problem, BindingResult errors) {
        if (problem instanceof InvalidGoal invalid) {
            errors.rejectValue(invalid.field(), problem.messageKey(), problem.arguments(), null);
        } else {
            errors.reject(problem.messageKey(), problem.arguments(), null);
        }
    }
}
