package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points for a stretch of numbers: from its beginning, included, to where the next band begins, not included. A number
 * below the first band gives no points.
 *
 * @param from where it begins; none only in the first band, which then has no lower end
 * @param points may be negative
 */
public record Band(@Nullable BigDecimal from, BigDecimal points) {

    public Band {
        from = Decimals.normalOrNone(from);
        points = Decimals.normal(points);
    }

    static BigDecimal points(List<Band> bands, BigDecimal number) {
        var points = BigDecimal.ZERO;
        for (var band : bands) {
            if (band.from != null && number.compareTo(band.from) < 0) {
                break;
            }
            points = band.points;
        }
        return points;
    }
}
