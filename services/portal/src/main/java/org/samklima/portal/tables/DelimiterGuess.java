package org.samklima.portal.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the delimiter by which most lines fall into equally many fields. Quotes are honoured, so a comma inside one does
 * not count. Where two do equally well the comma loses: it may be a decimal comma.
 */
final class DelimiterGuess {

    private static final int SAMPLE = 200;

    private DelimiterGuess() {}

    static Delimiter of(DecodedText text, TableLimits limits) {
        var announced = announced(text, limits);
        if (announced != null) {
            return announced;
        }
        var best = Delimiter.COMMA;
        double bestShare = 0;
        for (var candidate : Delimiter.values()) {
            double share = consistency(sample(text, candidate, limits));
            if (share > bestShare) {
                best = candidate;
                bestShare = share;
            }
        }
        return best;
    }

    /** Spreadsheet programs understand, and some write, a first line such as {@code sep=;}. */
    private static @Nullable Delimiter announced(DecodedText text, TableLimits limits) {
        for (var candidate : Delimiter.values()) {
            var rows = sample(text, candidate, limits);
            if (!rows.isEmpty() && announces(rows.getFirst())) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether the row is such a line, split by the delimiter it names. */
    static boolean announces(TableRow row) {
        return row.number() == 1
                && row.cells().size() == 2
                && row.cell(0).text().equalsIgnoreCase("sep=")
                && row.cell(1).isBlank();
    }

    private static double consistency(List<TableRow> rows) {
        Map<Integer, Long> rowsByWidth = rows.stream()
                .map(row -> row.cells().size())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long most = rowsByWidth.entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
        return rows.isEmpty() ? 0 : (double) most / rows.size();
    }

    private static List<TableRow> sample(DecodedText text, Delimiter delimiter, TableLimits limits) {
        List<TableRow> rows = new ArrayList<>();
        try (var cursor = new CsvCursor(text.reader(), delimiter, limits)) {
            while (rows.size() < SAMPLE) {
                var row = cursor.next();
                if (row == null) {
                    break;
                }
                rows.add(row);
            }
            return rows;
        } catch (UnreadableTable unreadable) {
            return rows;
        }
    }
}
