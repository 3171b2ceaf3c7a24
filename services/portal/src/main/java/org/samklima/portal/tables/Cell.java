package org.samklima.portal.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** What stands in one cell of a table. A CSV file has only texts; a workbook knows figures and days too. */
public sealed interface Cell {

    Cell BLANK = new Text("");

    /** The cell as a person would read it; never null, stripped of surrounding space. */
    String text();

    default boolean isBlank() {
        return text().isEmpty();
    }

    /** Written text, to be interpreted. */
    record Text(String text) implements Cell {
        public Text {
            text = Spaces.strip(text);
        }
    }

    /**
     * A figure that needs no interpretation.
     *
     * @param value exact; of a cell shown as a percentage it is the percentage: 12.5 where the workbook stores 0.125
     * @param percent whether the workbook shows it with a percent sign
     */
    record Figure(BigDecimal value, boolean percent) implements Cell {

        @Override
        public String text() {
            var plain = value.abs().compareTo(MOST_PLAIN) < 0 ? plain() : value.toString();
            return percent ? plain + " %" : plain;
        }

        private String plain() {
            var shown = value.scale() > 30 ? value.setScale(30, RoundingMode.HALF_EVEN) : value;
            return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        }

        private static final BigDecimal MOST_PLAIN = new BigDecimal("1e30");
    }

    /** A day, of a cell that the workbook shows as a date. */
    record Day(LocalDate value) implements Cell {
        @Override
        public String text() {
            return value.toString();
        }
    }

    /**
     * A cell of a workbook from which nothing can be taken.
     *
     * @param text what stands there instead, as in {@code #DIV/0!}
     */
    record Broken(Reason reason, String text) implements Cell {

        public enum Reason {
            /** An error value such as {@code #N/A}. */
            ERROR_VALUE,
            /** A formula that no spreadsheet program has computed yet. */
            FORMULA_WITHOUT_VALUE
        }

        @Override
        public boolean isBlank() {
            return false;
        }
    }
}
