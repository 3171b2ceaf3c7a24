package org.samklima.portal.tables;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** What a cell says where a figure is expected. Nothing is ever taken for zero but a zero. */
public sealed interface NumberReading {

    /** Where statistics say that there is no figure. */
    Set<String> MISSING_MARKS =
            Set.of("-", "\u2212", "\u2013", "\u2014", ".", "..", "...", "\u2026", "n/a", "N/A", "#N/A");

    /** Instead of a figure, by the rules for greenhouse-gas inventories. */
    Set<String> NOTATION_KEYS = Set.of("NO", "NE", "IE", "C");

    /**
     * A figure.
     *
     * @param value exact; 12.5 where 12.5 % is written
     * @param percent whether a percent sign stands by it
     */
    record Value(BigDecimal value, boolean percent) implements NumberReading {}

    /** Nothing stands there. */
    record Blank() implements NumberReading {}

    /** A mark stands there that says: no figure. */
    record Missing(String mark) implements NumberReading {}

    /** One of {@link #NOTATION_KEYS}. */
    record Notation(String key) implements NumberReading {}

    /** Something stands there that cannot be taken for a figure. */
    record Rejected(Reason reason, String text) implements NumberReading {}

    enum Reason {
        NOT_A_NUMBER,
        /** Could be a thousand and more, or a little more than one: the number style has to be chosen. */
        AMBIGUOUS,
        /** A number, but written otherwise than the column's others or than chosen. */
        OTHER_STYLE,
        /** A day where a figure is expected. */
        A_DATE,
        ERROR_VALUE,
        FORMULA_WITHOUT_VALUE
    }

    /** Typed on a page in that language; written in another style it is taken where it can mean only one thing. */
    static NumberReading ofTyped(String text, Locale language) {
        var cell = new Cell.Text(text);
        var style = language.getLanguage().equals("en") ? NumberStyle.DECIMAL_POINT : NumberStyle.DECIMAL_COMMA;
        return of(cell, style) instanceof Value understood ? understood : of(cell, NumberStyle.UNDECIDED);
    }

    static NumberReading of(Cell cell, NumberStyle style) {
        return switch (cell) {
            case Cell.Figure(var value, var percent) -> new Value(value, percent);
            case Cell.Day day -> new Rejected(Reason.A_DATE, day.text());
            case Cell.Broken(var reason, var text) ->
                new Rejected(
                        switch (reason) {
                            case ERROR_VALUE -> Reason.ERROR_VALUE;
                            case FORMULA_WITHOUT_VALUE -> Reason.FORMULA_WITHOUT_VALUE;
                        },
                        text);
            case Cell.Text(var text) -> ofText(text, style);
        };
    }

    private static NumberReading ofText(String text, NumberStyle style) {
        if (text.isEmpty()) {
            return new Blank();
        }
        if (MISSING_MARKS.contains(text)) {
            return new Missing(text);
        }
        if (NOTATION_KEYS.contains(text)) {
            return new Notation(text);
        }
        var written = WrittenNumber.of(text);
        if (written == null) {
            return new Rejected(Reason.NOT_A_NUMBER, text);
        }
        if (written.isAmbiguous() && style == NumberStyle.UNDECIDED) {
            return new Rejected(Reason.AMBIGUOUS, text);
        }
        var value = written.in(style);
        return value == null ? new Rejected(Reason.OTHER_STYLE, text) : new Value(value, written.percent());
    }
}
