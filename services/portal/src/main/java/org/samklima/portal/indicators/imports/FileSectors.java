package org.samklima.portal.indicators.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which sectors and sub-sectors a file speaks of, and for which of them it has the total too: only what is in a total can be
 * left out as a part of it.
 */
final class FileSectors {

    /** Enough for any list of sectors; a file with more has something else in that column. */
    private static final int MOST = 2_000;

    private final TotalWords totalWords;
    private final Map<String, Set<String>> partsBySector = new HashMap<>();
    private final Set<String> withTotal = new HashSet<>();
    private boolean hasWhole;
    private int size;

    FileSectors(TotalWords totalWords) {
        this.totalWords = totalWords;
    }

    /** @param subSector empty where the row names none */
    void add(String sector, String subSector) {
        boolean isTotal = isAll(subSector);
        if (totalWords.contains(sector)) {
            hasWhole |= isTotal;
        } else if (!sector.isEmpty() && size < MOST) {
            boolean isNew = isTotal
                    ? withTotal.add(sector)
                    : partsBySector
                            .computeIfAbsent(sector, none -> new HashSet<>())
                            .add(subSector);
            size += isNew ? 1 : 0;
        }
    }

    /** Whether the words in the place of a sector or sub-sector mean all of them. */
    boolean isAll(String text) {
        return text.isEmpty() || totalWords.contains(text);
    }

    /** Whether there are rows over all sectors. */
    boolean hasWhole() {
        return hasWhole;
    }

    /** Whether there are rows over all parts of the sector. */
    boolean hasTotalOf(String sector) {
        return withTotal.contains(sector);
    }

    /** What the sector's parts are called. */
    List<String> partsOf(String sector) {
        return List.copyOf(partsBySector.getOrDefault(sector, Set.of()));
    }
}
