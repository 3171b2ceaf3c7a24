package org.samklima.portal.indicators.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.ObservationKey;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.imports.ImportCheck.Entry;
import org.samklima.portal.indicators.imports.ImportPlan.PlannedValue;
import org.samklima.portal.network.MemberMatcher.Known;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Cell;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.NumberReading;
import org.samklima.portal.tables.TableRow;
import org.samklima.published.NotationKey;

/** Understands single rows: what each measures, where that comes from, and the figure in each of its cells. */
final class RowReading {

    private final ImportPlan plan;
    private final Catalogue catalogue;
    private final SectorReading sectors;
    private final int lastYear;
    private final Map<String, Optional<Indicator>> indicators = new HashMap<>();

    RowReading(ImportPlan plan, Catalogue catalogue, int lastYear) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.sectors = new SectorReading(plan, catalogue);
        this.lastYear = lastYear;
    }

    /**
     * What all figures of a row have in common.
     *
     * @param source null for the source of the whole file
     * @param explanation empty if there is none
     */
    record Common(
            Known subject, Indicator indicator, @Nullable SourceDetails source, String explanation) {}

    Common common(TableRow row, Known subject) throws Misread {
        var explanation = text(row, plan.explanation());
        return new Common(
                subject,
                indicator(row),
                source(row),
                explanation.isEmpty() ? Objects.requireNonNullElse(plan.comment(), "") : explanation);
    }

    /** @throws PassedOver if the value's sector is counted elsewhere */
    Entry entry(TableRow row, Common common, PlannedValue value) throws Misread, PassedOver {
        var sector = sectors.sector(row, common.indicator(), value);
        int year = year(row, value);
        return new Entry(
                new ObservationKey(common.subject().id(), common.indicator().code(), sector, year),
                figure(row, common, value),
                common.explanation().isEmpty() ? null : common.explanation(),
                common.source());
    }

    private Indicator indicator(TableRow row) throws Misread {
        if (plan.indicator() != null) {
            return plan.indicator();
        }
        var column = plan.indicatorColumn().orElseThrow();
        var written = text(row, plan.indicatorColumn());
        return indicators
                .computeIfAbsent(written, catalogue::called)
                .orElseThrow(() -> new Misread(Misread.problem(row, column, "unknown-indicator", written)));
    }

    private @Nullable SourceDetails source(TableRow row) throws Misread {
        var columns = plan.sources();
        var name = text(row, columns.name());
        if (name.isEmpty()) {
            if (plan.source() == null) {
                throw new Misread(Misread.problem(row, columns.name().orElseThrow(), "no-source"));
            }
            return null;
        }
        try {
            return new SourceDetails(name, text(row, columns.version()), text(row, columns.url())).checked();
        } catch (Problem impossible) {
            throw new Misread(new RowProblem(
                    row.number(),
                    columns.name().orElseThrow().letter(),
                    impossible.messageKey(),
                    List.of(impossible.argumentTexts())));
        }
    }

    private int year(TableRow row, PlannedValue value) throws Misread {
        var column = plan.year().orElse(value.column());
        int year = plan.year().isPresent() ? writtenYear(row, column) : yearOf(value);
        if (year < Observation.FIRST_YEAR || year > lastYear) {
            throw new Misread(
                    Misread.problem(row, column, "year-out-of-range", year, Observation.FIRST_YEAR, lastYear));
        }
        return year;
    }

    private int yearOf(PlannedValue value) {
        return value.year() != null ? value.year() : Objects.requireNonNull(plan.fixedYear());
    }

    private static int writtenYear(TableRow row, Column column) throws Misread {
        var cell = row.cell(column.index());
        if (cell.isBlank()) {
            throw new Misread(Misread.problem(row, column, "no-year"));
        }
        if (cell instanceof Cell.Day(var day)) {
            return day.getYear();
        }
        if (!cell.text().matches("\\d{1,6}")) {
            throw new Misread(Misread.problem(row, column, "bad-year", cell.text()));
        }
        return Integer.parseInt(cell.text());
    }

    private Figure figure(TableRow row, Common common, PlannedValue value) throws Misread {
        var column = value.column();
        var cell = row.cell(column.index());
        return switch (NumberReading.of(cell, value.style())) {
            case NumberReading.Value(var amount, var percent) -> {
                if (percent && !common.indicator().isPercentage()) {
                    throw new Misread(Misread.problem(
                            row,
                            column,
                            "percentage",
                            cell.text(),
                            common.indicator().code()));
                }
                if (!Figure.Value.isPlausible(amount)) {
                    throw new Misread(Misread.problem(row, column, "too-large", cell.text()));
                }
                yield new Figure.Value(amount);
            }
            case NumberReading.Notation(var key) ->
                new Figure.Noted(NotationKey.valueOf(key), explanationOfKey(row, column, common));
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

    /** Statistics that use a notation key without a word are its explanation; whoever enters their own knows more. */
    private String explanationOfKey(TableRow row, Column column, Common common) throws Misread {
        if (!common.explanation().isEmpty()) {
            return common.explanation();
        }
        if (plan.origin() == Origin.OWN) {
            throw new Misread(Misread.problem(row, column, "no-explanation"));
        }
        var source = Objects.requireNonNull(common.source() != null ? common.source() : plan.source());
        var version = Objects.requireNonNull(source.version());
        return version.isEmpty() ? Objects.requireNonNull(source.name()) : source.name() + ", " + version;
    }

    private static String text(TableRow row, Optional<Column> column) {
        return column.map(present -> row.cell(present.index()).text()).orElse("");
    }
}
