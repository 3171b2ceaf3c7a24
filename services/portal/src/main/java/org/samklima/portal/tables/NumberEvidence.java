package org.samklima.portal.tables;

/**
 * Gathers from a column's own figures how decimals are written in it. One 5475,19 settles that 1,234 beside it is a little
 * more than one; a column that has nothing but the like of 1,234, or that contradicts itself, stays undecided.
 */
public final class NumberEvidence {

    private boolean comma;
    private boolean point;

    public void add(Cell cell) {
        if (cell instanceof Cell.Text(String text)) {
            var written = WrittenNumber.of(text);
            if (written != null && !written.isAmbiguous()) {
                comma |= written.decimal() == ',' || written.grouping() == '.';
                point |= written.decimal() == '.' || written.grouping() == ',';
            }
        }
    }

    public NumberStyle style() {
        if (comma == point) {
            return NumberStyle.UNDECIDED;
        }
        return comma ? NumberStyle.DECIMAL_COMMA : NumberStyle.DECIMAL_POINT;
    }
}
