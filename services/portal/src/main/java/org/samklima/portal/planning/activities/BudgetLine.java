package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an activity costs in one year, of one kind, from one funder; in the tenant's currency.
 *
 * @param year null where it was left out, which is a flaw
 * @param kind null where it was left out, which is a flaw
 * @param funder who pays; blank for the tenant itself
 * @param planned null where nothing is planned, which is not zero
 * @param spent null where nothing is known to be spent
 */
public record BudgetLine(
        @Nullable Integer year,
        @Nullable BudgetKind kind,
        String funder,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal spent) {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2200;
    static final int LONGEST_FUNDER = 200;

    public BudgetLine {
        funder = Cleaned.line(funder);
        planned = Cleaned.number(planned);
        spent = Cleaned.number(spent);
    }

    /** Of two lines with the same, one is too many. */
    Object key() {
        return Arrays.asList(year, kind, funder);
    }

    /** As the history tells it, in any language: {@code 2026: 100000 / 25000 (Funder)}. */
    String told() {
        return year + ": " + told(planned) + " / " + told(spent) + (funder.isEmpty() ? "" : " (" + funder + ")");
    }

    private static String told(@Nullable BigDecimal amount) {
        return amount == null ? "–" : amount.toPlainString();
    }
}
