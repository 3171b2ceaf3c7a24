package org.samklima.overview.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Direction;
import org.samklima.published.Ranking;

/** Ranks of the form 1, 2, 2, 4: those who tie share a rank, and whoever has no value has none. */
final class Ranks {

    private Ranks() {}

    /**
     * The rank of each value, in the order of the values.
     *
     * @param shown how much of the ranking the network shows; what it keeps to itself is null
     */
    static List<@Nullable Integer> of(List<@Nullable BigDecimal> values, Direction direction, Ranking shown) {
        if (direction == Direction.NEUTRAL || shown == Ranking.NONE) {
            return Collections.nCopies(values.size(), null);
        }
        var sorted = new ArrayList<BigDecimal>(values.size());
        values.stream().filter(Objects::nonNull).forEach(sorted::add);
        Collections.sort(sorted);
        if (direction == Direction.HIGHER_IS_BETTER) {
            Collections.reverse(sorted);
        }
        int last = shown == Ranking.ALL ? sorted.size() : (sorted.size() + 1) / 2;
        var ranks = new ArrayList<@Nullable Integer>(values.size());
        for (BigDecimal value : values) {
            ranks.add(value == null ? null : shown(1 + firstOf(value, sorted, direction), last));
        }
        return ranks;
    }

    private static @Nullable Integer shown(int rank, int last) {
        return rank <= last ? rank : null;
    }

    /** Position of the first of the equal values. */
    private static int firstOf(BigDecimal value, List<BigDecimal> sorted, Direction direction) {
        int sign = direction == Direction.HIGHER_IS_BETTER ? -1 : 1;
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sign * sorted.get(middle).compareTo(value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
