package org.samklima.portal.reporting.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Option;
import org.samklima.portal.forms.Question;

/**
 * An answer to be read. Words come from the message bundles by {@link #word}, texts are written in the reader's language.
 *
 * @param word key of a word that is the answer, or stands before it; null if there is none
 * @param lines what was answered, several for several options
 * @param link of an evidence; begins with http:// or https://
 * @param grid of a table; null for the other kinds
 */
record ShownAnswer(
        @Nullable String word,
        List<String> lines,
        @Nullable String link,
        @Nullable Grid grid) {

    /** Figures by sector and year, written. */
    record Grid(List<Integer> years, List<Row> rows) {}

    record Row(String sector, List<String> cells) {}

    /** @param fallback the language to read a text in that does not exist in the reader's */
    static ShownAnswer of(Question question, Answer answer, int year, FigureText figures, String fallback) {
        return switch (answer) {
            case Answer.NotApplicable(String reason) -> worded("reporting.answer.not-applicable", reason);
            case Answer.Figure figure -> lines(figure(question.kind(), figure, figures, fallback));
            case Answer.YesNo(boolean yes) -> worded(yes ? "reporting.answer.yes" : "reporting.answer.no", "");
            case Answer.OneOf(String option) -> lines(option(question.kind(), option, figures, fallback));
            case Answer.SeveralOf(var options) ->
                lines(options.stream()
                        .map(option -> option(question.kind(), option, figures, fallback))
                        .toArray(String[]::new));
            case Answer.FreeText(String text) -> lines(text);
            case Answer.Day(var date) -> lines(figures.date(date));
            case Answer.Evidence(var link, var reference) ->
                new ShownAnswer(null, Stream.ofNullable(reference).toList(), link, null);
            case Answer.Table table ->
                new ShownAnswer(null, List.of(), null, grid(question.kind(), table, year, figures, fallback));
        };
    }

    private static ShownAnswer worded(String word, String reason) {
        return new ShownAnswer(word, reason.isEmpty() ? List.of() : List.of(reason), null, null);
    }

    private static ShownAnswer lines(String... lines) {
        return new ShownAnswer(null, List.of(lines), null, null);
    }

    private static String option(Kind kind, String code, FigureText figures, String fallback) {
        return kind instanceof Kind.Choice choice
                ? choice.option(code)
                        .map(Option::text)
                        .map(text -> figures.text(text, fallback))
                        .orElse(code)
                : code;
    }

    private static String figure(Kind kind, Answer.Figure figure, FigureText figures, String fallback) {
        return switch (figure) {
            case Answer.Amount(BigDecimal value) -> written(value, figures) + unit(kind, figures, fallback);
            case Answer.NoValue(var key, var explanation) -> figures.notation(key) + ": " + explanation;
        };
    }

    private static String written(BigDecimal value, FigureText figures) {
        return figures.number(value, value.scale());
    }

    private static String unit(Kind kind, FigureText figures, String fallback) {
        return switch (kind) {
            case Kind.Number number -> " " + figures.text(number.unit(), fallback);
            case Kind.Indicator indicator -> " " + figures.text(indicator.unit(), fallback);
            case Kind.Percentage ignored -> " %";
            default -> "";
        };
    }

    private static @Nullable Grid grid(Kind kind, Answer.Table table, int year, FigureText figures, String fallback) {
        if (!(kind instanceof Kind.IndicatorTable asked)) {
            return null;
        }
        var years = asked.yearOffsets().stream().map(offset -> year + offset).toList();
        return new Grid(
                years,
                asked.sectors().stream()
                        .map(sector -> new Row(
                                figures.text(sector.text(), fallback),
                                years.stream()
                                        .map(each -> cell(table, sector.code(), each, figures))
                                        .toList()))
                        .toList());
    }

    private static String cell(Answer.Table table, String sector, int year, FigureText figures) {
        return table.cells().stream()
                .filter(cell -> cell.sector().equals(sector) && cell.year() == year)
                .map(cell -> switch (cell.figure()) {
                    case Answer.Amount(BigDecimal value) -> written(value, figures);
                    case Answer.NoValue(var key, var _) -> key.name();
                })
                .findFirst()
                .orElse(FigureText.MISSING);
    }
}
