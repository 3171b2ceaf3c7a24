package org.samklima.portal.indicators;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.ImportCheck.Entry;
import org.samklima.portal.indicators.ImportPlan.PlannedValue;
import org.samklima.portal.network.MemberMatcher;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.network.MemberMatcher.Match;
import org.samklima.portal.tables.Cell;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.NumberReading;
import org.samklima.portal.tables.TableRow;
import org.samklima.published.NotationKey;

/** Understands single rows: whom each is about, and the figure in each of its cells. */
final class RowReading {

    private static final String MESSAGES = "indicators.import.problem.";

    private final ImportPlan plan;
    private final Catalogue catalogue;
    private final MemberMatcher members;
    private final int lastYear;
    private final Map<String, Optional<Indicator>> indicators = new HashMap<>();
    private final Map<String, Map<String, Optional<Sector>>> sectors = new HashMap<>();

    RowReading(ImportPlan plan, Catalogue catalogue, MemberMatcher members, int lastYear) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.members = members;
        this.lastYear = lastYear;
    }

    /** Something in a row that cannot be understood. */
    static class Misread extends Exception {

        private final transient RowProblem problem;

        Misread(RowProblem problem) {
            super(problem.key(), null, false, false);
            this.problem = problem;
        }

        RowProblem problem() {
            return problem;
        }
    }

    /** A row about somebody who is no member. */
    static final class AboutSomebodyElse extends Misread {

        private final String name;

        AboutSomebodyElse(RowProblem problem, String name) {
            super(problem);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    /** The member that the row is about. Code and name must not contradict each other. */
    Known subject(TableRow row) throws Misread {
        var name = text(row, plan.memberName());
        if (plan.memberCode().isPresent()) {
            var code = text(row, plan.memberCode());
            var byCode = found(row, plan.memberCode().get(), code, members.byCode(code), name.isEmpty() ? code : name);
            if (!name.isEmpty()
                    && members.byName(name) instanceof Match.Found byName
                    && byName.literally()
                    && !byName.member().equals(byCode)) {
                throw misread(row, plan.memberName().orElseThrow(), "contradiction", byCode.name(), name);
            }
            return byCode;
        }
        var column = plan.memberName().orElseThrow();
        return found(row, column, name, members.byName(name), name);
    }

    /** The name in the row, if it was taken for a member's though it is not spelt like it. */
    Optional<String> bentName(TableRow row) {
        var name = text(row, plan.memberName());
        return plan.memberCode().isEmpty() && members.byName(name) instanceof Match.Found found && !found.literally()
                ? Optional.of(name)
                : Optional.empty();
    }

    private static Known found(TableRow row, Column column, String written, Match match, String name) throws Misread {
        if (written.isEmpty()) {
            throw misread(row, column, "no-member");
        }
        return switch (match) {
            case Match.Found found -> found.member();
            case Match.Ambiguous(var names) ->
                throw misread(row, column, "ambiguous-member", written, String.join(", ", names));
            case Match.Unknown(var nearest) ->
                throw new AboutSomebodyElse(
                        nearest == null
                                ? problem(row, column, "unknown-member", written)
                                : problem(row, column, "unknown-member-near", written, nearest),
                        name);
        };
    }

    Entry entry(TableRow row, Known subject, PlannedValue value) throws Misread {
        var indicator = indicator(row);
        var sector = sector(row, indicator, value);
        int year = year(row, value);
        var explanation = text(row, plan.explanation());
        return new Entry(
                new ObservationKey(subject.id(), indicator.code(), sector, year),
                figure(row, indicator, value, explanation),
                explanation.isEmpty() ? null : explanation);
    }

    private Indicator indicator(TableRow row) throws Misread {
        if (plan.indicator() != null) {
            return plan.indicator();
        }
        var column = plan.indicatorColumn().orElseThrow();
        var written = text(row, plan.indicatorColumn());
        return indicators
                .computeIfAbsent(written, catalogue::called)
                .orElseThrow(() -> misread(row, column, "unknown-indicator", written));
    }

    private String sector(TableRow row, Indicator indicator, PlannedValue value) throws Misread {
        var written = value.sector() != null ? value.sector() : text(row, plan.sector());
        if (written.isEmpty()) {
            return "";
        }
        var column = plan.sector().orElse(value.column());
        var list = catalogue
                .sectorListOf(indicator)
                .orElseThrow(() -> misread(row, column, "without-sectors", indicator.code(), written));
        return sectors.computeIfAbsent(list.code(), code -> new HashMap<>())
                .computeIfAbsent(written, list::called)
                .orElseThrow(() -> misread(row, column, "unknown-sector", written))
                .code();
    }

    private int year(TableRow row, PlannedValue value) throws Misread {
        var column = plan.year().orElse(value.column());
        int year = plan.year().isPresent() ? writtenYear(row, column) : yearOf(value);
        if (year < Observation.FIRST_YEAR || year > lastYear) {
            throw misread(row, column, "year-out-of-range", year, Observation.FIRST_YEAR, lastYear);
        }
        return year;
    }

    private int yearOf(PlannedValue value) {
        return value.year() != null ? value.year() : Objects.requireNonNull(plan.fixedYear());
    }

    private static int writtenYear(TableRow row, Column column) throws Misread {
        var cell = row.cell(column.index());
        if (cell.isBlank()) {
            throw misread(row, column, "no-year");
        }
        if (cell instanceof Cell.Day(var day)) {
            return day.getYear();
        }
        if (!cell.text().matches("\\d{1,6}")) {
            throw misread(row, column, "bad-year", cell.text());
        }
        return Integer.parseInt(cell.text());
    }

    private Figure figure(TableRow row, Indicator indicator, PlannedValue value, String explanation) throws Misread {
        var column = value.column();
        return switch (NumberReading.of(row.cell(column.index()), value.style())) {
            case NumberReading.Value(var amount, var percent) -> {
                if (percent && !indicator.isPercentage()) {
                    throw misread(
                            row, column, "percentage", row.cell(column.index()).text(), indicator.code());
                }
                if (!Figure.Value.isPlausible(amount)) {
                    throw misread(
                            row, column, "too-large", row.cell(column.index()).text());
                }
                yield new Figure.Value(amount);
            }
            case NumberReading.Notation(var key) ->
                new Figure.Noted(NotationKey.valueOf(key), explanation.isEmpty() ? sourceLabel() : explanation);
            case NumberReading.Rejected(var reason, var text) ->
                throw new Misread(new RowProblem(
                        row.number(),
                        column.letter(),
                        "tables.number."
                                + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        List.of(text)));
            case NumberReading.Blank nothing -> throw new IllegalStateException("Not a figure: " + nothing);
            case NumberReading.Missing nothing -> throw new IllegalStateException("Not a figure: " + nothing);
        };
    }

    /** Statistics that use a notation key without a word are its explanation. */
    private String sourceLabel() {
        var source = plan.source();
        var version = Objects.requireNonNull(source.version());
        return version.isEmpty() ? Objects.requireNonNull(source.name()) : source.name() + ", " + version;
    }

    private static String text(TableRow row, Optional<Column> column) {
        return column.map(present -> row.cell(present.index()).text()).orElse("");
    }

    private static Misread misread(TableRow row, Column column, String code, Object... arguments) {
        return new Misread(problem(row, column, code, arguments));
    }

    static RowProblem problem(TableRow row, @Nullable Column column, String code, Object... arguments) {
        return new RowProblem(
                row.number(),
                column == null ? null : column.letter(),
                MESSAGES + code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
