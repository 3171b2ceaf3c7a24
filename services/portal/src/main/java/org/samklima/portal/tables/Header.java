package org.samklima.portal.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a table's headings are.
 *
 * @param row number of the last row of them, 0 where there are none
 * @param rows how many there are
 */
record Header(int row, int rows) {

    static final Header NONE = new Header(0, 0);

    static Header chosen(List<TableRow> opening, int row, @Nullable Integer rows) {
        if (row == 0) {
            return NONE;
        }
        var heading = opening.stream()
                .filter(candidate -> candidate.number() == row)
                .findFirst()
                .orElseThrow(() -> new UnreadableTable(TableFault.NO_SUCH_HEADER_ROW, row));
        return new Header(row, rows != null ? Math.clamp(rows, 1, 2) : HeaderGuess.rowsOf(opening, heading));
    }

    List<Column> columns(List<TableRow> opening) {
        var below = headings(opening, row);
        var above = rows == 2 ? headings(opening, row - 1) : List.<String>of();
        int count = Math.max(below.size(), usualWidth(opening));
        List<Column> columns = new ArrayList<>();
        var repeated = repeated(below);
        var carried = "";
        for (int i = 0; i < count; i++) {
            var lower = i < below.size() ? below.get(i) : "";
            var upper = i < above.size() ? above.get(i) : "";
            carried = upper.isEmpty() ? carried : upper;
            // A merged heading stands over its first column only; it is meant for the others of the same name as well.
            var effective = upper.isEmpty() && repeated.contains(lower) ? carried : upper;
            columns.add(new Column(i, Spaces.strip(effective + " " + lower)));
        }
        return List.copyOf(columns);
    }

    static Set<String> repeated(List<String> headings) {
        Set<String> seen = new HashSet<>();
        return headings.stream()
                .filter(heading -> !heading.isEmpty() && !seen.add(heading))
                .collect(Collectors.toSet());
    }

    static List<String> headings(TableRow row) {
        return row.cells().subList(0, row.width()).stream()
                .map(cell -> cell.text().replaceAll("\\s+", " "))
                .toList();
    }

    private static List<String> headings(List<TableRow> opening, int number) {
        return opening.stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .map(Header::headings)
                .orElse(List.of());
    }

    /** How many columns the rows under the heading have, most of them. */
    private int usualWidth(List<TableRow> opening) {
        return opening.stream()
                .filter(candidate -> candidate.number() > row)
                .map(TableRow::width)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
