package org.samklima.portal.indicators.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.tables.Cell;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tables.Table;
import org.samklima.portal.tables.TableRow;

/**
 * A report that is recognised as it is handed out, so that its user need not say where it comes from.
 *
 * @param code of its name, {@code indicators.import.report.<code>}
 */
record KnownReport(String code, SourceDetails source) {

    /** Columns of the county report of Sweden's national emission database. */
    private static final Set<String> COUNTY_REPORT = Set.of("huvudsektor", "undersektor", "lan", "kommun");

    /** The report that the table is, if it is one of those. */
    static Optional<KnownReport> of(Table table) {
        var headings = table.columns().stream()
                .map(column -> Spelling.fold(column.heading()))
                .collect(Collectors.toSet());
        return headings.containsAll(COUNTY_REPORT)
                ? preamble(table)
                        .flatMap(row -> reportName(row).stream())
                        .findFirst()
                        .map(KnownReport::countyReport)
                : Optional.empty();
    }

    private static KnownReport countyReport(String name) {
        return new KnownReport(
                "smhi",
                new SourceDetails(
                        "SMHI, nationella emissionsdatabasen", name, "https://nationellaemissionsdatabasen.smhi.se"));
    }

    /** What stands beside "Rapportnamn:", as in {@code Länsrapport, 2024-04-18}. */
    private static Optional<String> reportName(TableRow row) {
        return row.cells().size() >= 2
                        && Spelling.fold(row.cell(0).text()).equals("rapportnamn")
                        && !row.cell(1).isBlank()
                ? Optional.of(row.cell(1).text().strip())
                : Optional.empty();
    }

    /** All that stands above the headings. */
    static List<String> textsAbove(Table table) {
        return preamble(table)
                .flatMap(row -> row.cells().stream())
                .map(Cell::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Stream<TableRow> preamble(Table table) {
        int firstHeading =
                table.reading().headerRow() - Math.max(1, table.reading().headerRows()) + 1;
        return table.opening().stream().filter(row -> row.number() < firstHeading);
    }
}
