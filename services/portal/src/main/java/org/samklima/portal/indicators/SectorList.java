package org.samklima.portal.indicators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samklima.portal.tables.Spelling;
import org.samklima.published.Texts;

/**
 * Sectors that together make a whole.
 *
 * @param shared whether it comes with the product
 */
public record SectorList(String code, Texts name, List<Sector> sectors, boolean shared) {

    public SectorList {
        Codes.checked(code);
        sectors = List.copyOf(sectors);
    }

    public Optional<Sector> sector(String code) {
        return sectors.stream().filter(sector -> sector.code().equals(code)).findFirst();
    }

    /**
     * The sector that a file calls so: by its code, its name in any language or another known spelling; case and
     * punctuation do not count. Empty if none is called so, or more than one.
     */
    public Optional<Sector> called(String text) {
        var sought = Spelling.fold(text);
        var found = sectors.stream()
                .filter(sector -> spellings(sector)
                        .anyMatch(spelling -> Spelling.fold(spelling).equals(sought)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Stream<String> spellings(Sector sector) {
        return Stream.of(
                        Stream.of(sector.code()),
                        sector.name().byLanguage().values().stream(),
                        sector.spellings().stream())
                .flatMap(spellings -> spellings);
    }
}
