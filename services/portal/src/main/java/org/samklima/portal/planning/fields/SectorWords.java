package org.samklima.portal.planning.fields;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;

/** What lists call sectors: {@code GPC sectors: Railways} in any language, or {@code gpc/ii-2}. */
final class SectorWords {

    private final SectorNames names;
    private final Map<String, FieldSector> byWords = new HashMap<>();

    SectorWords(SectorNames names) {
        this.names = names;
        names.catalogue().sectorLists().forEach(list -> list.sectors().forEach(sector -> learn(list, sector)));
    }

    private void learn(SectorList list, Sector sector) {
        var known = new FieldSector(list.code(), sector.code());
        byWords.put(Spelling.fold(known.written()), known);
        list.name()
                .byLanguage()
                .values()
                .forEach(listName -> sector.name()
                        .byLanguage()
                        .values()
                        .forEach(name -> byWords.putIfAbsent(Spelling.fold(listName + " " + name), known)));
    }

    /**
     * Each on its line, or between semicolons.
     *
     * @param before sectors that may be meant though nobody knows them any more
     * @throws Problem if one is none
     */
    SortedSet<FieldSector> read(String text, Collection<FieldSector> before) {
        var sectors = new TreeSet<FieldSector>();
        text.lines()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> sectors.add(sector(name, before)));
        return sectors;
    }

    private FieldSector sector(String name, Collection<FieldSector> before) {
        var known = byWords.get(Spelling.fold(name));
        return known != null
                ? known
                : before.stream()
                        .filter(sector -> Spelling.fold(names.fullName(sector)).equals(Spelling.fold(name)))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("fields.unknown-sector", Shortened.of(name)));
    }
}
