package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an activity costs altogether.
 *
 * @param planned null where no amount is known: missing is not zero
 * @param spent null where no amount is known
 */
record BudgetSums(@Nullable BigDecimal planned, @Nullable BigDecimal spent) {

    static BudgetSums of(List<BudgetLine> lines) {
        return new BudgetSums(sum(lines, BudgetLine::planned), sum(lines, BudgetLine::spent));
    }

    private static @Nullable BigDecimal sum(List<BudgetLine> lines, Function<BudgetLine, @Nullable BigDecimal> amount) {
        return lines.stream()
                .map(amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
