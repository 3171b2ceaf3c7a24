package org.samklima.portal.indicators.imports;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.imports.ObservationMapping.RowCondition;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.NumberEvidence;
import org.samklima.portal.tables.NumberStyle;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tables.Table;
import org.samklima.portal.tables.TableRow;
import org.samklima.portal.tables.UnreadableTable;

/**
 * A mapping brought to bear on its table: complete, and free of contradictions.
 *
 * @param indicator of all figures; null where a column names it
 * @param fixedYear of all figures; null where a column or the values' columns name it
 * @param rows how many rows the table has
 * @param source of the rows that do not name one; null only where a column can
 * @param place what the file calls the bound tenant, where its name is not enough
 */
record ImportPlan(
        Table table,
        int rows,
        Optional<Column> memberCode,
        Optional<Column> memberName,
        Optional<Column> county,
        Optional<Column> year,
        Optional<Column> sector,
        Optional<Column> subSector,
        Optional<Column> indicatorColumn,
        Optional<Column> explanation,
        Optional<Column> originColumn,
        SourceColumns sources,
        @Nullable Indicator indicator,
        @Nullable Integer fixedYear,
        List<PlannedValue> values,
        List<Condition> conditions,
        ObservationMapping.OnExisting onExisting,
        ObservationMapping.OnUnknownMember onUnknownMember,
        @Nullable SourceDetails source,
        Origin origin,
        TotalWords totalWords,
        boolean takesWhole,
        FileSectors fileSectors,
        @Nullable String place,
        @Nullable String comment) {

    /** The columns that say where each row's figure comes from. */
    record SourceColumns(Optional<Column> name, Optional<Column> version, Optional<Column> url) {}

    /** A column of figures and how decimals are written in it. */
    record PlannedValue(
            Column column, @Nullable Integer year, @Nullable String sector, NumberStyle style) {}

    /** A condition on rows and the column it is about. */
    record Condition(Column column, RowCondition.Comparison comparison, String folded) {

        boolean holds(TableRow row) {
            boolean same = Spelling.fold(row.cell(column.index()).text()).equals(folded);
            return same == (comparison == RowCondition.Comparison.IS);
        }
    }

    /**
     * @param known finds an indicator by its code
     * @param ourselves whether the figures are about the bound tenant alone, so that no row need name it
     * @throws Problem if something is missing that has to be said
     * @throws UnreadableTable if it names a column that the table does not have
     */
    static ImportPlan of(
            ObservationMapping mapping, Table table, Function<String, Optional<Indicator>> known, boolean ourselves) {
        Function<String, Optional<Column>> column =
                role -> Optional.ofNullable(mapping.columns().get(role)).map(table::column);
        check(mapping, ourselves);
        var columns = mapping.values().stream()
                .map(value -> table.column(value.column()))
                .toList();
        var evidence = columns.stream().map(_ -> new NumberEvidence()).toList();
        var rows = new AtomicInteger();
        var totalWords = TotalWords.of(mapping.totals().words());
        var sector = column.apply(ObservationMapping.SECTOR);
        var subSector = column.apply(ObservationMapping.SUB_SECTOR);
        var fileSectors = new FileSectors(totalWords);
        table.forEachRow(row -> {
            rows.incrementAndGet();
            for (int i = 0; i < columns.size(); i++) {
                evidence.get(i).add(row.cell(columns.get(i).index()));
            }
            sector.ifPresent(one -> fileSectors.add(
                    row.cell(one.index()).text(),
                    subSector.map(other -> row.cell(other.index()).text()).orElse("")));
        });
        return new ImportPlan(
                table,
                rows.get(),
                column.apply(ObservationMapping.MEMBER_CODE),
                column.apply(ObservationMapping.MEMBER_NAME),
                column.apply(ObservationMapping.COUNTY),
                column.apply(ObservationMapping.YEAR),
                sector,
                subSector,
                column.apply(ObservationMapping.INDICATOR),
                column.apply(ObservationMapping.EXPLANATION),
                column.apply(ObservationMapping.ORIGIN),
                new SourceColumns(
                        column.apply(ObservationMapping.SOURCE),
                        column.apply(ObservationMapping.SOURCE_VERSION),
                        column.apply(ObservationMapping.SOURCE_URL)),
                mapping.names(ObservationMapping.INDICATOR) ? null : indicator(mapping, known),
                mapping.year(),
                IntStream.range(0, columns.size())
                        .mapToObj(i -> planned(mapping, i, columns.get(i), evidence.get(i)))
                        .toList(),
                mapping.conditions().stream()
                        .map(condition -> condition(condition, table))
                        .toList(),
                mapping.onExisting(),
                ourselves ? ObservationMapping.OnUnknownMember.LEAVE_OUT : mapping.onUnknownMemberOrReport(),
                source(mapping),
                Objects.requireNonNullElse(mapping.origin(), Origin.OFFICIAL),
                totalWords,
                mapping.totals().whole() == ObservationMapping.Totals.Whole.TAKE,
                fileSectors,
                mapping.place(),
                mapping.comment());
    }

    /** Whether the conditions take the row. */
    boolean takes(TableRow row) {
        return conditions.stream().allMatch(condition -> condition.holds(row));
    }

    private static void check(ObservationMapping mapping, boolean ourselves) {
        if (!ourselves && mapping.origin() == Origin.OWN) {
            throw Problem.invalid("indicators.import.own-of-members");
        }
        if (!ourselves
                && !mapping.names(ObservationMapping.MEMBER_CODE)
                && !mapping.names(ObservationMapping.MEMBER_NAME)) {
            throw Problem.invalid("indicators.import.no-member-column");
        }
        if (mapping.values().isEmpty()) {
            throw Problem.invalid("indicators.import.no-value-column");
        }
        boolean eachHasYear = mapping.values().stream().allMatch(value -> value.year() != null);
        if (!mapping.names(ObservationMapping.YEAR) && mapping.year() == null && !eachHasYear) {
            throw Problem.invalid("indicators.import.no-year");
        }
    }

    private static Indicator indicator(ObservationMapping mapping, Function<String, Optional<Indicator>> known) {
        var code = mapping.indicator();
        if (code == null) {
            throw Problem.invalid("indicators.import.no-indicator");
        }
        return known.apply(code).orElseThrow(() -> Problem.invalid("indicators.import.unknown-indicator", code));
    }

    private static @Nullable SourceDetails source(ObservationMapping mapping) {
        if (mapping.source() != null && mapping.source().name() != null) {
            return mapping.source().checked();
        }
        if (!mapping.names(ObservationMapping.SOURCE)) {
            throw Problem.invalid("indicators.source.missing");
        }
        return null;
    }

    private static Condition condition(RowCondition condition, Table table) {
        return new Condition(table.column(condition.column()), condition.comparison(), Spelling.fold(condition.text()));
    }

    /** The number style is each column's own, for what one column shows says nothing about another. */
    private static PlannedValue planned(ObservationMapping mapping, int index, Column column, NumberEvidence evidence) {
        var chosen = mapping.numbers();
        var value = mapping.values().get(index);
        var style = chosen != null && chosen != NumberStyle.UNDECIDED ? chosen : evidence.style();
        return new PlannedValue(column, value.year(), value.sector(), style);
    }
}
