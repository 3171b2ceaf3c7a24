package org.samklima.portal.tables;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a column may be to its reader.
 *
 * @param name in {@link ColumnMapping} and of its headings in {@code tables/headings.properties}, as in {@code member-code}
 * @param content what its cells must look like
 */
public record ColumnRole(String name, Content content) {

    /** What the cells of a column look like; some may be wrong, which is for their reader to find. */
    public enum Content {
        /** Anything. */
        TEXT(cell -> true),
        /** Short and without spaces: a key of a register. */
        CODE(cell -> cell.text().matches("[\\p{Alnum}.:-]{1,20}")),
        /** Figures, or marks and keys in their place. */
        NUMBER(cell -> !(NumberReading.of(cell, NumberStyle.UNDECIDED) instanceof NumberReading.Rejected rejected)
                || rejected.reason() != NumberReading.Reason.NOT_A_NUMBER),
        /** Four digits of a year. */
        YEAR(cell -> cell.text().matches("(19|20)\\d\\d"));

        private final Predicate<Cell> fits;

        Content(Predicate<Cell> fits) {
            this.fits = fits;
        }

        /** Whether at least half of the column's cells in these rows look so; a column without any holds only text. */
        public boolean isIn(Column column, List<TableRow> sample) {
            return this == TEXT || share(column, sample) >= 0.5;
        }

        /** Whether every cell of the column in these rows looks so, and there is one. */
        boolean fills(Column column, List<TableRow> sample) {
            return share(column, sample) == 1;
        }

        private double share(Column column, List<TableRow> sample) {
            var cells = sample.stream()
                    .map(row -> row.cell(column.index()))
                    .filter(cell -> !cell.isBlank())
                    .toList();
            return cells.isEmpty() ? 0 : (double) cells.stream().filter(fits).count() / cells.size();
        }
    }
}
