package org.samklima.portal.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.samklima.portal.forms.Fraction;

/** Places in a comparison: 1, 2, 2, 4. Who is equal shares a place, and who has no figure has none. */
final class Ranks {

    private Ranks() {}

    /** @param shares the greatest comes first */
    static <K> Map<K, Integer> of(Map<K, Fraction> shares) {
        var ranks = new HashMap<K, Integer>();
        int place = 0;
        int rank = 0;
        Fraction last = null;
        for (var entry : shares.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList()) {
            place++;
            rank = entry.getValue().equals(last) ? rank : place;
            ranks.put(entry.getKey(), rank);
            last = entry.getValue();
        }
        return ranks;
    }
}
