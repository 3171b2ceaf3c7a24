package org.samklima.portal.planning.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.pages.FigureTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says facts of the plan in the reader's words: codes by their names, days and numbers as the language writes them. */
@Component
public class PlanWords {

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final MessageSource messages;
    private final FigureTexts figures;

    PlanWords(MessageSource messages, FigureTexts figures) {
        this.messages = messages;
        this.figures = figures;
    }

    /** A fact as it is read; empty texts where there was or is none. */
    public record Fact(String name, String before, String after) {}

    List<Fact> changes(List<FactChange> changes, Locale language) {
        return changes.stream()
                .map(change -> new Fact(
                        name(change.fact(), language),
                        value(change.fact(), change.before(), language),
                        value(change.fact(), change.after(), language)))
                .toList();
    }

    /** What two states of the same part differ in: for whoever has to choose between them. */
    public List<Fact> differences(PlanItem one, PlanItem other, Locale language) {
        return changes(one.changesTo(other), language);
    }

    List<Fact> facts(PlanItem item, Locale language) {
        return item.facts().entrySet().stream()
                .map(fact ->
                        new Fact(name(fact.getKey(), language), "", value(fact.getKey(), fact.getValue(), language)))
                .toList();
    }

    private String name(String fact, Locale language) {
        return messages.getMessage("planning.fact." + fact, null, language);
    }

    private String value(String fact, @Nullable Object value, Locale language) {
        return switch (value) {
            case null -> "";
            case Collection<?> several ->
                several.stream().map(one -> value(fact, one, language)).collect(Collectors.joining("; "));
            case Number number -> number(fact, number, language);
            default -> text(fact, value.toString(), language);
        };
    }

    /** Years have no thousands separator. */
    private String number(String fact, Number number, Locale language) {
        return fact.endsWith("year") ? number.toString() : in(language).number(new BigDecimal(number.toString()));
    }

    private String text(String fact, String text, Locale language) {
        var day = day(text);
        if (day != null) {
            return in(language).date(day);
        }
        var coded = messages.getMessage("planning.value." + fact + "." + text, null, null, language);
        return coded == null ? text : coded;
    }

    /** Null for what only looks like one: people write "2026-02-30" into texts. */
    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches(DAY) ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private FigureText in(Locale language) {
        return figures.in(language);
    }
}
