package org.samklima.portal.indicators;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.ObservationMapping.RowCondition;
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
 */
record ImportPlan(
        Table table,
        int rows,
        Optional<Column> memberCode,
        Optional<Column> memberName,
        Optional<Column> year,
        Optional<Column> sector,
        Optional<Column> indicatorColumn,
        Optional<Column> explanation,
        @Nullable Indicator indicator,
        @Nullable Integer fixedYear,
        List<PlannedValue> values,
        List<Condition> conditions,
        ObservationMapping.OnExisting onExisting,
        ObservationMapping.OnUnknownMember onUnknownMember,
        SourceDetails source) {

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
     * @throws Problem if something is missing that has to be said
     * @throws UnreadableTable if it names a column that the table does not have
     */
    static ImportPlan of(ObservationMapping mapping, Table table, Function<String, Optional<Indicator>> known) {
        Function<String, Optional<Column>> column =
                role -> Optional.ofNullable(mapping.columns().get(role)).map(table::column);
        check(mapping);
        var columns = mapping.values().stream()
                .map(value -> table.column(value.column()))
                .toList();
        var evidence = columns.stream().map(_ -> new NumberEvidence()).toList();
        var rows = new AtomicInteger();
        table.forEachRow(row -> {
            rows.incrementAndGet();
            for (int i = 0; i < columns.size(); i++) {
                evidence.get(i).add(row.cell(columns.get(i).index()));
            }
        });
        return new ImportPlan(
                table,
                rows.get(),
                column.apply(ObservationMapping.MEMBER_CODE),
                column.apply(ObservationMapping.MEMBER_NAME),
                column.apply(ObservationMapping.YEAR),
                column.apply(ObservationMapping.SECTOR),
                column.apply(ObservationMapping.INDICATOR),
                column.apply(ObservationMapping.EXPLANATION),
                mapping.names(ObservationMapping.INDICATOR) ? null : indicator(mapping, known),
                mapping.year(),
                IntStream.range(0, columns.size())
                        .mapToObj(i -> planned(mapping, i, columns.get(i), evidence.get(i)))
                        .toList(),
                mapping.conditions().stream()
                        .map(condition -> condition(condition, table))
                        .toList(),
                mapping.onExisting(),
                mapping.onUnknownMember(),
                source(mapping));
    }

    /** Whether the conditions take the row. */
    boolean takes(TableRow row) {
        return conditions.stream().allMatch(condition -> condition.holds(row));
    }

    private static void check(ObservationMapping mapping) {
        if (!mapping.names(ObservationMapping.MEMBER_CODE) && !mapping.names(ObservationMapping.MEMBER_NAME)) {
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

    private static SourceDetails source(ObservationMapping mapping) {
        if (mapping.source() == null) {
            throw Problem.invalid("indicators.source.missing");
        }
        return mapping.source().checked();
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
