package org.samklima.portal.indicators.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.imports.ObservationMapping.RowCondition;
import org.samklima.portal.tables.Cell;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.ReadingOptions;
import org.samklima.portal.tables.Table;

/**
 * What the page shows on which a file is matched.
 *
 * @param headers rows that may be the heading
 * @param columns with what each is taken for
 * @param rows the first rows under the heading, a text for each column
 * @param conditions those there are, and room for one more
 * @param report the report that the file was recognised as
 * @param totalWords what in the first rows stands for all places, sectors or sub-sectors, or what was chosen
 */
record ImportPage(
        FigureImports.Preview preview,
        List<HeaderChoice> headers,
        List<ColumnChoice> columns,
        List<List<String>> rows,
        List<Map<String, String>> conditions,
        @Nullable KnownReport report,
        String totalWords) {

    private static final int ROWS_SHOWN = 5;
    private static final int HEADERS_OFFERED = 15;
    private static final int CELLS_NAMED = 4;
    private static final int CONDITIONS = 3;
    private static final int SAMPLE = 50;

    /** Roles of columns in which a word may stand for all. */
    private static final List<String> TOTALLED = List.of(
            ObservationMapping.MEMBER_NAME,
            ObservationMapping.COUNTY,
            ObservationMapping.SECTOR,
            ObservationMapping.SUB_SECTOR);

    /** A row of the file, by its number and its first cells. */
    record HeaderChoice(int row, String text) {}

    /**
     * A column.
     *
     * @param role what it is taken for; empty for nothing
     * @param year that its figures are of, if its heading says so
     */
    record ColumnChoice(
            Column column, String role, @Nullable Integer year) {}

    static ImportPage of(FigureImports.Preview preview) {
        var table = preview.table();
        return table == null
                ? new ImportPage(preview, List.of(), List.of(), List.of(), conditions(List.of()), null, "")
                : new ImportPage(
                        preview,
                        headers(table),
                        columns(table, preview.mapping()),
                        rows(table),
                        conditions(preview.mapping().conditions()),
                        KnownReport.of(table).orElse(null),
                        totalWords(table, preview.mapping()));
    }

    public ObservationMapping mapping() {
        return preview.mapping();
    }

    public ReadingOptions reading() {
        return preview.mapping().readingOrAutomatic();
    }

    /** Whether rows can be totals of others. */
    public boolean hasTotals() {
        return mapping().names(ObservationMapping.SECTOR)
                || mapping().names(ObservationMapping.SUB_SECTOR)
                || !totalWords.isEmpty();
    }

    private static String totalWords(Table table, ObservationMapping mapping) {
        if (!mapping.totals().words().isEmpty()) {
            return String.join(", ", mapping.totals().words());
        }
        var usual = TotalWords.of(List.of());
        var columns = TOTALLED.stream()
                .filter(mapping::names)
                .map(role -> table.column(mapping.columns().get(role)))
                .toList();
        return table.firstRows(SAMPLE).stream()
                .flatMap(row ->
                        columns.stream().map(column -> row.cell(column.index()).text()))
                .filter(usual::contains)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static List<HeaderChoice> headers(Table table) {
        return table.opening().stream()
                .limit(HEADERS_OFFERED)
                .map(row -> new HeaderChoice(
                        row.number(),
                        row.cells().stream()
                                .map(Cell::text)
                                .filter(text -> !text.isEmpty())
                                .limit(CELLS_NAMED)
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private static List<ColumnChoice> columns(Table table, ObservationMapping mapping) {
        Map<Integer, String> roles = new HashMap<>();
        Map<Integer, Integer> years = new HashMap<>();
        mapping.columns()
                .forEach((role, reference) -> roles.put(table.column(reference).index(), role));
        for (var value : mapping.values()) {
            int index = table.column(value.column()).index();
            roles.put(index, ObservationMapping.VALUE);
            if (value.year() != null) {
                years.put(index, value.year());
            }
        }
        return table.columns().stream()
                .map(column ->
                        new ColumnChoice(column, roles.getOrDefault(column.index(), ""), years.get(column.index())))
                .toList();
    }

    private static List<List<String>> rows(Table table) {
        return table.firstRows(ROWS_SHOWN).stream()
                .map(row -> table.columns().stream()
                        .map(column -> row.cell(column.index()).text())
                        .toList())
                .toList();
    }

    private static List<Map<String, String>> conditions(List<RowCondition> given) {
        List<Map<String, String>> conditions = new ArrayList<>();
        for (var condition : given) {
            conditions.add(Map.of(
                    "column",
                    condition.column(),
                    "comparison",
                    Objects.requireNonNull(condition.comparison()).name(),
                    "text",
                    condition.text()));
        }
        Stream.generate(() -> Map.of("column", "", "comparison", RowCondition.Comparison.IS.name(), "text", ""))
                .limit(Math.max(1, CONDITIONS - given.size()))
                .forEach(conditions::add);
        return conditions;
    }
}
