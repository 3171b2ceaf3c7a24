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

    /** What most cells of a column look like; a few may be wrong, which is for their reader to find. */
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

        private static final double MOST = 0.8;

        private final Predicate<Cell> fits;

        Content(Predicate<Cell> fits) {
            this.fits = fits;
        }

        /** Whether most of the column's cells in these rows look so; a column without any holds nothing but text. */
        public boolean isIn(Column column, List<TableRow> sample) {
            var cells = sample.stream()
                    .map(row -> row.cell(column.index()))
                    .filter(cell -> !cell.isBlank())
                    .toList();
            return this == TEXT
                    || !cells.isEmpty() && cells.stream().filter(fits).count() >= MOST * cells.size();
        }
    }
}
