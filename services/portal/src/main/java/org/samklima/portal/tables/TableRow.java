package org.samklima.portal.tables;

import java.util.List;

/**
 * One row that is not blank.
 *
 * @param number where it begins in the file, counted from 1 with blank lines, as an editor or a spreadsheet shows it
 * @param cells from the first column on; may be fewer or more than the table's columns
 */
public record TableRow(int number, List<Cell> cells) {

    /** The cell in a column counted from 0; blank where the row has none. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    /** How many cells hold something. */
    int filled() {
        int filled = 0;
        for (var cell : cells) {
            filled += cell.isBlank() ? 0 : 1;
        }
        return filled;
    }

    boolean isBlank() {
        return filled() == 0;
    }

    /** One more than the column of the last cell that holds something. */
    int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }
}
