package org.samklima.portal.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Option;
import org.samklima.portal.forms.Question;
import org.samklima.published.Texts;
import org.springframework.context.MessageSource;

/**
 * Writes answers for a reader.
 *
 * @param fallback the language to read a form in that has not the reader's
 */
record AnswerTexts(FigureText figures, MessageSource messages, Locale language, String fallback) {

    /**
     * An answer to be read.
     *
     * @param lines several for several options, or for the cells of a table
     * @param link of the evidence; begins with http:// or https://
     */
    record Written(List<String> lines, @Nullable String link) {}

    public Written of(Question question, Answer answer) {
        var kind = question.kind();
        return switch (answer) {
            case Answer.YesNo(boolean yes) -> lines(word(yes ? "yes" : "no"));
            case Answer.Amount(BigDecimal value) -> lines(amount(kind, value));
            case Answer.NoValue(var key, var explanation) -> lines(figures.notation(key) + ": " + explanation);
            case Answer.OneOf(String option) -> lines(option(kind, option));
            case Answer.SeveralOf(var options) ->
                new Written(options.stream().map(option -> option(kind, option)).toList(), null);
            case Answer.FreeText(String text) -> lines(text);
            case Answer.Day(var date) -> lines(figures.date(date));
            case Answer.Evidence(var link, var reference) ->
                new Written(Stream.ofNullable(reference).toList(), link);
            case Answer.Table(var cells) ->
                new Written(cells.stream().map(cell -> cell(kind, cell)).toList(), null);
            case Answer.NotApplicable(String reason) ->
                lines(reason.isEmpty() ? word("not-applicable") : word("not-applicable") + ": " + reason);
        };
    }

    private static Written lines(String line) {
        return new Written(List.of(line), null);
    }

    private String option(Kind kind, String code) {
        return kind instanceof Kind.Choice choice
                ? choice.option(code).map(Option::text).map(this::text).orElse(code)
                : code;
    }

    private String amount(Kind kind, BigDecimal value) {
        var number = figures.number(value, value.scale());
        return switch (kind) {
            case Kind.Number of -> number + " " + text(of.unit());
            case Kind.Indicator of -> number + " " + text(of.unit());
            case Kind.Percentage _ -> number + " %";
            default -> number;
        };
    }

    private String cell(Kind kind, Answer.Table.Cell cell) {
        var sector = kind instanceof Kind.IndicatorTable table
                ? table.sectors().stream()
                        .filter(known -> known.code().equals(cell.sector()))
                        .findFirst()
                        .map(known -> text(known.text()))
                        .orElse(cell.sector())
                : cell.sector();
        var figure =
                switch (cell.figure()) {
                    case Answer.Amount(BigDecimal value) -> figures.number(value, value.scale());
                    case Answer.NoValue(var key, var explanation) -> figures.notation(key) + ": " + explanation;
                };
        return sector + " " + cell.year() + ": " + figure;
    }

    public String text(Texts texts) {
        return figures.text(texts, fallback);
    }

    /** With as many decimals as they have: 3, or 8.5. */
    public String points(BigDecimal points) {
        return figures.number(points, Math.max(0, points.stripTrailingZeros().scale()));
    }

    private String word(String answer) {
        return messages.getMessage("evaluation.answer." + answer, null, language);
    }
}
