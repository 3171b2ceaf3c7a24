package org.samklima.portal.planning.lists;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Cell;
import org.samklima.portal.tables.NumberReading;
import org.samklima.portal.tables.NumberReading.Reason;
import org.samklima.portal.tables.NumberStyle;

/** Amounts as lists write them: 1 234,5 and 1,234.5 and 1234.5; what can be read in two ways is refused. */
public final class WrittenAmount {

    /** Three decimals could be thousands: a fourth says that they are not. */
    private static final int AMBIGUOUS_DECIMALS = 3;

    private WrittenAmount() {}

    /**
     * Null where a mark says that there is none.
     *
     * @throws Problem if this is no number
     */
    public static @Nullable BigDecimal read(String text) {
        return switch (NumberReading.of(new Cell.Text(text), NumberStyle.UNDECIDED)) {
            case NumberReading.Value(var value, var percent) when !percent -> value;
            case NumberReading.Blank() -> null;
            case NumberReading.Missing missing -> null;
            case NumberReading.Rejected(var reason, var written)
            when reason == Reason.AMBIGUOUS ->
                throw Problem.invalid("planning.cell.number-ambiguous", Shortened.of(written));
            default -> throw Problem.invalid("planning.cell.number-invalid", Shortened.of(text));
        };
    }

    /** So that it is read back as it is. */
    public static @Nullable BigDecimal unmistakable(@Nullable BigDecimal amount) {
        return amount == null || amount.scale() != AMBIGUOUS_DECIMALS
                ? amount
                : amount.setScale(AMBIGUOUS_DECIMALS + 1);
    }

    /** Without separators of thousands; blank where there is none. */
    public static String written(@Nullable BigDecimal amount, Locale language) {
        var exact = unmistakable(amount);
        if (exact == null) {
            return "";
        }
        return language.getLanguage().equals("en")
                ? exact.toPlainString()
                : exact.toPlainString().replace('.', ',');
    }
}
