package org.samklima.portal.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Years as one writes them where they are many. */
public final class YearRanges {

    private YearRanges() {}

    /** As in {@code 1991–1999, 2001}; empty of none. */
    public static String of(SortedSet<Integer> years) {
        List<String> ranges = new ArrayList<>();
        for (int year : years) {
            if (!years.contains(year - 1)) {
                int last = year;
                while (years.contains(last + 1)) {
                    last++;
                }
                ranges.add(last == year ? String.valueOf(year) : year + "–" + last);
            }
        }
        return String.join(", ", ranges);
    }
}
