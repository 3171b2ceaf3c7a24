package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figures.Known;

/** Which figure is the whole of a year where both the whole and its sectors are known. */
public final class WholeFigures {

    private WholeFigures() {}

    /**
     * Whether sectors have been corrected, and the whole, which is a figure of its own, has not followed: then the sum of the
     * sectors is the whole.
     *
     * @param counting of one year, those of the figures that count
     * @param sum over all sectors; null unless each is known
     */
    public static boolean areBehind(Collection<Known> counting, @Nullable BigDecimal sum) {
        return sum != null
                && counting.stream()
                        .anyMatch(known ->
                                !known.isOfficial() && known.observation().sector() != null)
                && counting.stream()
                        .anyMatch(known -> known.isOfficial()
                                && known.observation().sector() == null
                                && known.observation()
                                        .figure()
                                        .value()
                                        .filter(whole -> whole.compareTo(sum) != 0)
                                        .isPresent());
    }
}
