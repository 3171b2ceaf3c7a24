package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.published.Statement;
import org.springframework.context.MessageSource;

/**
 * Writes statements for a reader: the figure, what it rests on, and how it stood before.
 *
 * @param fallback the language to read a text in that has not the reader's
 */
record StatementTexts(FigureText figures, MessageSource messages, Locale language, String fallback) {

    /** With its unit. */
    public String figure(Statement statement) {
        return figure(statement, statement.value());
    }

    /** Without its unit. */
    public String number(Statement statement) {
        return number(statement, statement.value());
    }

    /** Null for a share or a change, and where the unit is a per cent sign, which stands with the number. */
    public @Nullable String unit(Statement statement) {
        var measure = measure(statement);
        return FigureText.isPercent(measure) ? null : measure;
    }

    private @Nullable String measure(Statement statement) {
        return switch (statement.kind()) {
            case SHARE, CHANGE -> null;
            case SUM, MEAN -> statement.unit() == null ? null : figures.text(statement.unit(), fallback);
        };
    }

    private String figure(Statement statement, BigDecimal value) {
        var unit = unit(statement);
        var number = number(statement, value);
        return unit == null ? number : number + "\u00a0" + unit;
    }

    private String number(Statement statement, BigDecimal value) {
        return switch (statement.kind()) {
            case SHARE -> figures.percent(value);
            case CHANGE -> figures.change(value);
            case SUM, MEAN ->
                FigureText.isPercent(measure(statement)) ? figures.inPercent(value) : figures.number(value);
        };
    }

    public String text(Statement statement) {
        return figures.text(statement.text(), fallback);
    }

    /** With how many, of how many that answered, of how many members. */
    public String basis(Statement statement) {
        return switch (statement.kind()) {
            case SHARE ->
                word("share", number(statement.holds()), number(statement.answered()), number(statement.members()));
            case CHANGE -> word("change", number(statement.answered()), number(statement.members()));
            case SUM, MEAN ->
                word(
                        statement.indicator() == null ? "answered" : "figures",
                        number(statement.answered()),
                        number(statement.members()));
        };
    }

    /** Empty if there is nothing to compare with. */
    public String overTime(Statement statement) {
        var over = statement.overTime();
        return over == null
                ? ""
                : word(
                        "over-time",
                        number(over.members()),
                        String.valueOf(over.fromYear()),
                        figure(statement, over.before()),
                        String.valueOf(over.toYear()),
                        figure(statement, over.after()));
    }

    private String number(@Nullable Integer count) {
        return figures.number(count, 0);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage("publication.basis." + key, arguments, language);
    }
}
