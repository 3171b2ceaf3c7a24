package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one indicator, or of one sector of it, over members and years.
 *
 * @param sector code of a sector in the indicator's list; absent for the whole
 * @param years ascending, without repetition; the columns of every row
 * @param source code of the {@link Source} of every figure whose row or remark does not name another
 * @param rows at most one for a member; a member without any figure has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureTable(
        String indicator, @Nullable String sector, List<Integer> years, String source, List<FigureRow> rows) {

    public FigureTable {
        years = Lists.copy(years);
        rows = Lists.copy(rows);
        for (int i = 1; i < years.size(); i++) {
            if (years.get(i) <= years.get(i - 1)) {
                throw new IllegalArgumentException("Years of " + indicator + " do not ascend: " + years);
            }
        }
        for (FigureRow row : rows) {
            check(indicator, years, row);
        }
    }

    private static void check(String indicator, List<Integer> years, FigureRow row) {
        if (row.values().size() != years.size()) {
            throw new IllegalArgumentException("%s of %s has %d values for %d years"
                    .formatted(indicator, row.member(), row.values().size(), years.size()));
        }
        var remarked = new HashSet<Integer>();
        for (Remark remark : row.remarks()) {
            int column = years.indexOf(remark.year());
            if (column < 0 || !remarked.add(remark.year())) {
                throw new IllegalArgumentException(
                        "%s of %s has a remark too many about %d".formatted(indicator, row.member(), remark.year()));
            }
            if (remark.notation() != null && row.values().get(column) != null) {
                throw new IllegalArgumentException("%s of %s has both a value and %s in %d"
                        .formatted(indicator, row.member(), remark.notation(), remark.year()));
            }
        }
    }
}
