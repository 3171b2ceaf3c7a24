package org.samklima.portal.planning.activityexchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.activities.BudgetKind;
import org.samklima.portal.planning.activities.BudgetLine;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.planning.lists.WrittenAmount;
import org.samklima.portal.problem.Problem;

/**
 * A budget in one cell, a line each: {@code 2026 Investment: 100000 / 25000 (Funder)}, planned before spent. What nobody said
 * is a dash.
 */
final class BudgetCell {

    private static final String NONE = "–";

    private static final Pattern LINE =
            Pattern.compile("(?<year>\\d{4})\\s+(?<kind>[^:]+?)\\s*:\\s*(?<planned>[^/(]*?)\\s*"
                    + "(?:/\\s*(?<spent>[^(]*?)\\s*)?(?:\\((?<funder>.*)\\)\\s*)?");

    private BudgetCell() {}

    static String written(List<BudgetLine> budget, ExchangeWords words, Locale language) {
        return budget.stream()
                .map(line -> line.year() + " " + kind(line.kind(), words, language) + ": "
                        + amount(line.planned(), language) + " / " + amount(line.spent(), language)
                        + (line.funder().isEmpty() ? "" : " (" + line.funder() + ")"))
                .collect(Collectors.joining("\n"));
    }

    private static String kind(@Nullable BudgetKind kind, ExchangeWords words, Locale language) {
        return kind == null ? NONE : words.of(kind, language);
    }

    private static String amount(@Nullable BigDecimal amount, Locale language) {
        return amount == null ? NONE : WrittenAmount.written(amount, language);
    }

    /** @throws Problem if a line cannot be understood */
    static List<BudgetLine> read(String text, ExchangeWords words) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line(line, words))
                .toList();
    }

    private static BudgetLine line(String text, ExchangeWords words) {
        var line = LINE.matcher(text);
        if (!line.matches()) {
            throw Problem.invalid("activityexchange.budget-invalid", Shortened.of(text));
        }
        var kind = words.kind(line.group("kind"))
                .orElseThrow(() ->
                        Problem.invalid("activityexchange.budget-kind-unknown", Shortened.of(line.group("kind"))));
        return new BudgetLine(
                Integer.valueOf(line.group("year")),
                kind,
                line.group("funder") == null ? "" : line.group("funder"),
                WrittenAmount.read(line.group("planned")),
                line.group("spent") == null ? null : WrittenAmount.read(line.group("spent")));
    }
}
