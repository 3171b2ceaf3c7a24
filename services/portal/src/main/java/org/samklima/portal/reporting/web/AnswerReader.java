package org.samklima.portal.reporting.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.AnswerError;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.tables.NumberReading;
import org.samklima.published.NotationKey;

/** Understands what a person typed into the fields of a question. */
final class AnswerReader {

    private final Question question;
    private final int year;
    private final Typed typed;
    private final Locale language;
    private final List<AnswerError> errors = new ArrayList<>();

    private AnswerReader(Question question, int year, Typed typed, Locale language) {
        this.question = question;
        this.year = year;
        this.typed = typed;
        this.language = language;
    }

    /**
     * What was understood.
     *
     * @param answer null if nothing stands there, or it was not understood
     * @param errors why it was not understood
     */
    record Reading(@Nullable Answer answer, List<AnswerError> errors) {}

    /** @param year of the report, from which a table counts its years */
    static Reading read(Question question, int year, Typed typed, Locale language) {
        var reader = new AnswerReader(question, year, typed, language);
        var answer = reader.answer();
        return reader.errors.isEmpty() ? new Reading(answer, List.of()) : new Reading(null, List.copyOf(reader.errors));
    }

    private @Nullable Answer answer() {
        if (typed.has(Typed.NOT_APPLICABLE)) {
            return new Answer.NotApplicable(typed.text(Typed.REASON));
        }
        return switch (question.kind()) {
            case Kind.Numeric ignored -> figure("").orElse(null);
            case Kind.IndicatorTable table -> table(table);
            case Kind.YesNo ignored -> typed.has(Typed.VALUE) ? new Answer.YesNo(typed.has(Typed.VALUE, "yes")) : null;
            case Kind.OneOf ignored -> typed.has(Typed.VALUE) ? new Answer.OneOf(typed.text(Typed.VALUE)) : null;
            case Kind.SeveralOf choice -> several(choice);
            case Kind.FreeText ignored -> typed.has(Typed.VALUE) ? new Answer.FreeText(typed.text(Typed.VALUE)) : null;
            case Kind.Day ignored -> day();
            case Kind.Evidence ignored -> evidence();
        };
    }

    private @Nullable Answer several(Kind.SeveralOf choice) {
        var ticked = typed.all(Typed.VALUE);
        if (ticked.isEmpty()) {
            return null;
        }
        var inOrder = choice.options().stream()
                .map(option -> option.code())
                .filter(ticked::contains)
                .toList();
        return new Answer.SeveralOf(inOrder.size() == ticked.size() ? inOrder : ticked);
    }

    private @Nullable Answer day() {
        if (!typed.has(Typed.VALUE)) {
            return null;
        }
        try {
            return new Answer.Day(LocalDate.parse(typed.text(Typed.VALUE)));
        } catch (DateTimeParseException noDate) {
            errors.add(new AnswerError("", "reporting.answer.not-a-date", List.of(typed.text(Typed.VALUE))));
            return null;
        }
    }

    private @Nullable Answer evidence() {
        if (!typed.has(Typed.LINK) && !typed.has(Typed.REFERENCE)) {
            return null;
        }
        return new Answer.Evidence(textOrNone(Typed.LINK), textOrNone(Typed.REFERENCE));
    }

    private @Nullable String textOrNone(String field) {
        return typed.has(field) ? typed.text(field) : null;
    }

    private @Nullable Answer table(Kind.IndicatorTable table) {
        var cells = new ArrayList<Answer.Table.Cell>();
        for (var sector : table.sectors()) {
            for (int offset : table.yearOffsets()) {
                figure(Typed.place(sector.code(), year + offset))
                        .ifPresent(figure -> cells.add(new Answer.Table.Cell(sector.code(), year + offset, figure)));
            }
        }
        return cells.isEmpty() ? null : new Answer.Table(cells);
    }

    /** A number; or, where none is typed, a notation key. */
    private Optional<Answer.Figure> figure(String place) {
        var value = typed.text(Typed.VALUE + place);
        var key = typed.text(Typed.KEY + place);
        if (!value.isEmpty() && !key.isEmpty()) {
            return notUnderstood(place, "reporting.answer.number-and-key", value);
        }
        return value.isEmpty() ? notation(place, key) : number(place, value);
    }

    private Optional<Answer.Figure> number(String place, String value) {
        return switch (NumberReading.ofTyped(value, language)) {
            case NumberReading.Value(BigDecimal number, var _) -> Optional.of(new Answer.Amount(number));
            case NumberReading.Notation(String key) -> notation(place, key);
            default -> notUnderstood(place, "reporting.answer.not-a-number", value);
        };
    }

    private Optional<Answer.Figure> notation(String place, String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Answer.NoValue(NotationKey.valueOf(key), typed.text(Typed.EXPLANATION + place)));
        } catch (IllegalArgumentException unknown) {
            return notUnderstood(place, "reporting.answer.not-a-number", key);
        }
    }

    private Optional<Answer.Figure> notUnderstood(String place, String key, String value) {
        errors.add(new AnswerError(place.isEmpty() ? "" : place.substring(1).replace('.', '/'), key, List.of(value)));
        return Optional.empty();
    }
}
