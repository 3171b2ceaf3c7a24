package org.samklima.portal.planning.activityexchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Line;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activities.Flaw;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;
import org.springframework.context.MessageSource;

/** What is said about the rows of a list, in the reader's language. */
final class RowLines {

    /** What these say, they say of any column. */
    private static final Set<String> ANYWHERE = Set.of(
            "activities.flaw.too-long", "activities.flaw.number-implausible", "activities.flaw.date-implausible");

    private final List<Line> lines = new ArrayList<>();
    private final Set<ListRow> wrong = new HashSet<>();
    private final MessageSource messages;
    private final FigureTexts figures;
    private final Locale language;

    RowLines(MessageSource messages, FigureTexts figures, Locale language) {
        this.messages = messages;
        this.figures = figures;
        this.language = language;
    }

    void say(ListRow row, String what, Outcome outcome, String key, String... arguments) {
        lines.add(Line.of(row, Shortened.of(what), outcome, key, arguments));
    }

    void wrong(ListRow row, String what, Problem problem) {
        wrong.add(row);
        say(row, what, Outcome.WRONG, problem.messageKey(), problem.argumentTexts());
    }

    void wrong(ListRow row, String what, Flaw flaw) {
        wrong.add(row);
        if (ANYWHERE.contains(flaw.key())) {
            say(
                    row,
                    what,
                    Outcome.WRONG,
                    "activityexchange.in-column",
                    column(flaw.field()),
                    messages.getMessage(flaw.key(), flaw.arguments().toArray(), language));
        } else {
            say(
                    row,
                    what,
                    Outcome.WRONG,
                    flaw.key(),
                    flaw.arguments().stream().map(this::text).toArray(String[]::new));
        }
    }

    boolean isWrong(ListRow row) {
        return wrong.contains(row);
    }

    ListReport report() {
        return ListReport.tried(
                lines.stream().sorted(Comparator.comparingInt(Line::row)).toList());
    }

    String names(List<ActivityColumn> columns) {
        return columns.stream()
                .map(column -> messages.getMessage(column.heading(), null, language))
                .collect(Collectors.joining(", "));
    }

    String date(LocalDate day) {
        return figures.in(language).date(day);
    }

    private String text(Object argument) {
        return argument instanceof LocalDate day ? date(day) : String.valueOf(argument);
    }

    private String column(String field) {
        var column =
                switch (field.replaceAll("\\[.*", "")) {
                    case "title" -> ActivityColumn.TITLE;
                    case "reference" -> ActivityColumn.REFERENCE;
                    case "partners" -> ActivityColumn.PARTNERS;
                    case "responsible" -> ActivityColumn.RESPONSIBLE;
                    case "startsOn" -> ActivityColumn.STARTS_ON;
                    case "endsOn" -> ActivityColumn.ENDS_ON;
                    case "effectTonnes" -> ActivityColumn.EFFECT;
                    case "effectAssumption" -> ActivityColumn.ASSUMPTION;
                    case "budget" -> ActivityColumn.BUDGET;
                    case "milestones" -> ActivityColumn.MILESTONES;
                    case "body" -> ActivityColumn.LOG;
                    case "happenedOn" -> ActivityColumn.LOGGED_ON;
                    default -> ActivityColumn.DESCRIPTION;
                };
        return names(List.of(column));
    }
}
