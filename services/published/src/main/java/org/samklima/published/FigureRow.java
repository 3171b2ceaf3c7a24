package org.samklima.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member's figures, a value for each year of the table. Values are exact decimals: a sum of them is exact as well.
 * They have at most {@value #MAX_DECIMALS} decimals and lie under 10¹², so that readers may hold them as scaled
 * integers.
 *
 * @param member key of a {@link Member}
 * @param source code of this row's {@link Source} if it is not the table's
 * @param values null where nothing was observed: a gap, never a zero
 * @param remarks about single years; never two for one year
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FigureRow(
        String member, @Nullable String source, List<@Nullable BigDecimal> values, List<Remark> remarks) {

    public static final int MAX_DECIMALS = 6;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    public FigureRow {
        values = Lists.copyWithGaps(
                values == null ? null : values.stream().map(FigureRow::plain).toList());
        remarks = Lists.copy(remarks);
    }

    /** @throws IllegalArgumentException if the value has too many decimals or is too large */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS || stripped.abs().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("A published figure has at most %d decimals and lies under %s, not %s"
                    .formatted(MAX_DECIMALS, LIMIT.toPlainString(), value.toPlainString()));
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
