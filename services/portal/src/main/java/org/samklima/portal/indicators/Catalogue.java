package org.samklima.portal.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.samklima.portal.tables.Spelling;

/** The indicators and sector lists of a tenant: those that come with the product, then its own. */
public record Catalogue(List<Indicator> indicators, List<SectorList> sectorLists) {

    public static Catalogue with(List<Indicator> own, List<SectorList> ownLists) {
        var shared = SharedCatalogue.shipped();
        return new Catalogue(
                Stream.concat(shared.indicators().stream(), own.stream()).toList(),
                Stream.concat(shared.sectorLists().stream(), ownLists.stream()).toList());
    }

    public Optional<Indicator> find(String code) {
        return indicators.stream()
                .filter(indicator -> indicator.code().equals(code))
                .findFirst();
    }

    /** The list that divides the indicator, if one does. */
    public Optional<SectorList> sectorListOf(Indicator indicator) {
        return sectorLists.stream()
                .filter(list -> list.code().equals(indicator.sectorList()))
                .findFirst();
    }

    /** The indicator that a file calls so, by code or by its name in any language; empty if none or several. */
    public Optional<Indicator> called(String text) {
        var sought = Spelling.fold(text);
        Map<String, Indicator> found = new LinkedHashMap<>();
        for (var indicator : indicators) {
            if (indicator.code().equals(text.strip())
                    || indicator.name().byLanguage().values().stream()
                            .anyMatch(name -> Spelling.fold(name).equals(sought))) {
                found.put(indicator.code(), indicator);
            }
        }
        return found.size() == 1 ? Optional.of(found.values().iterator().next()) : Optional.empty();
    }
}
