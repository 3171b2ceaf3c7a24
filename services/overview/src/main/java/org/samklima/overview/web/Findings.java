package org.samklima.overview.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureText;
import org.samklima.published.Statement;
import org.samklima.published.Statement.OverTime;
import org.springframework.stereotype.Component;

/** Turns an edition's statements into what a page shows: never a figure without its denominators. */
@Component
class Findings {

    private final Sentences sentences;

    Findings(Sentences sentences) {
        this.sentences = sentences;
    }

    List<Finding> of(Visit visit) {
        return visit.edition().words().statements().stream()
                .map(statement -> finding(statement, visit))
                .toList();
    }

    private Finding finding(Statement statement, Visit visit) {
        return new Finding(
                number(statement, statement.value(), visit),
                unit(statement, visit),
                visit.text(statement.text()),
                visit.languageOf(statement.text()),
                denominators(statement, visit),
                statement.overTime() == null ? null : overTime(statement, statement.overTime(), visit),
                href(statement, visit),
                sentences.say(key(statement, "more"), visit.language()));
    }

    /** Of answers it is asked otherwise than of figures. */
    private static String key(Statement statement, String about) {
        return "overview.finding." + about + (statement.indicator() == null ? "" : ".figures");
    }

    private String number(Statement statement, BigDecimal value, Visit visit) {
        var figures = sentences.in(visit);
        return switch (statement.kind()) {
            case SHARE -> figures.percent(value);
            case CHANGE -> figures.change(value);
            case SUM, MEAN ->
                FigureText.isPercent(measure(statement, visit)) ? figures.inPercent(value) : figures.number(value);
        };
    }

    private static @Nullable String unit(Statement statement, Visit visit) {
        var measure = measure(statement, visit);
        return FigureText.isPercent(measure) ? null : measure;
    }

    private static @Nullable String measure(Statement statement, Visit visit) {
        return switch (statement.kind()) {
            case SHARE, CHANGE -> null;
            case SUM, MEAN -> statement.unit() == null ? null : visit.text(statement.unit());
        };
    }

    private String withUnit(Statement statement, BigDecimal value, Visit visit) {
        var unit = unit(statement, visit);
        var number = number(statement, value, visit);
        return unit == null ? number : number + "\u00a0" + unit;
    }

    private String denominators(Statement statement, Visit visit) {
        return statement.kind() == Statement.Kind.SHARE && statement.holds() != null
                ? sentences.say(
                        "overview.finding.share",
                        visit.language(),
                        statement.holds(),
                        statement.answered(),
                        statement.members())
                : sentences.say(
                        "overview.finding.counted", visit.language(), statement.answered(), statement.members());
    }

    private String overTime(Statement statement, OverTime time, Visit visit) {
        return sentences.say(
                key(statement, "overTime"),
                visit.language(),
                withUnit(statement, time.before(), visit),
                time.fromYear(),
                withUnit(statement, time.after(), visit),
                time.toYear(),
                time.members());
    }

    private static @Nullable String href(Statement statement, Visit visit) {
        if (statement.question() != null
                && Questions.of(visit.edition()).find(statement.question()).isPresent()) {
            return visit.to("questions", statement.question());
        }
        if (statement.indicator() != null
                && visit.edition().indicator(statement.indicator()).isPresent()) {
            return visit.address(List.of("compare"), List.of("indicator=" + Query.encode(statement.indicator())))
                    .toString();
        }
        return null;
    }
}
