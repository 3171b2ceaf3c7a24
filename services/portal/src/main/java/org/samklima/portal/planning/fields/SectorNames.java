package org.samklima.portal.planning.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samklima.pages.Choice;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Sector;
import org.samklima.portal.indicators.SectorList;
import org.samklima.published.Texts;

/**
 * The sectors that a tenant knows, in words.
 *
 * @param language in which they are named
 * @param fallback where they have no name in it
 */
record SectorNames(Catalogue catalogue, String language, String fallback) {

    /** A sector list to choose from. */
    record Group(String code, String name, List<Choice> choices) {}

    boolean knows(FieldSector sector) {
        return find(sector).isPresent();
    }

    private Optional<Sector> find(FieldSector sector) {
        return list(sector).flatMap(list -> list.sector(sector.sector()));
    }

    private Optional<SectorList> list(FieldSector sector) {
        return catalogue.sectorLists().stream()
                .filter(list -> list.code().equals(sector.list()))
                .findFirst();
    }

    /** By its code where nobody knows it any more. */
    String name(FieldSector sector) {
        return find(sector).map(found -> in(found.name())).orElse(sector.sector());
    }

    /** With the name of its list. */
    String fullName(FieldSector sector) {
        return list(sector).map(list -> in(list.name())).orElse(sector.list()) + ": " + name(sector);
    }

    /** Every list with its sectors, each by {@code list/sector}. */
    public List<Group> groups() {
        return catalogue.sectorLists().stream()
                .map(list -> new Group(
                        list.code(),
                        in(list.name()),
                        list.sectors().stream()
                                .map(sector -> Choice.of(list.code() + "/" + sector.code(), in(sector.name())))
                                .toList()))
                .toList();
    }

    /** Of a field, list by list: {@code GPC: Rail, Road}. */
    public List<String> lines(Field field) {
        var lines = new ArrayList<String>();
        field.sectors().stream().map(FieldSector::list).distinct().forEach(list -> {
            var sectors = field.sectors().stream()
                    .filter(sector -> sector.list().equals(list))
                    .toList();
            lines.add(list(sectors.getFirst()).map(known -> in(known.name())).orElse(list) + ": "
                    + String.join(", ", sectors.stream().map(this::name).toList()));
        });
        return lines;
    }

    private String in(Texts name) {
        return name.in(language, fallback);
    }
}
