package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Edition;
import org.samklima.published.FigureTable;
import org.samklima.published.Indicator;
import org.samklima.published.NotationKey;
import org.samklima.published.Sector;
import org.samklima.published.Texts;

/** Which figures two versions of an edition give otherwise: a few one by one, many by their number. */
final class FigureChanges {

    private static final int MOST_SINGLE = 3;

    private record Place(String indicator, @Nullable String sector, String member, int year) {}

    private record Given(
            @Nullable BigDecimal value, @Nullable NotationKey notation) {}

    private final Edition now;
    private final Map<String, String> names;

    private FigureChanges(Edition before, Edition now) {
        this.now = now;
        this.names = new LinkedHashMap<>();
        before.members().forEach(member -> names.put(member.key(), member.name()));
        now.members().forEach(member -> names.put(member.key(), member.name()));
    }

    static List<Change> between(Edition before, Edition now) {
        var comparison = new FigureChanges(before, now);
        var then = EditionChanges.by(before.figures().indicators(), Indicator::code);
        var today = EditionChanges.by(now.figures().indicators(), Indicator::code);
        var changes = new ArrayList<Change>();
        EditionChanges.without(today, then)
                .forEach(indicator -> changes.add(Change.of("indicator.added", indicator.name())));
        EditionChanges.without(then, today)
                .forEach(indicator -> changes.add(Change.of("indicator.removed", indicator.name())));
        var givenThen = given(before);
        var givenNow = given(now);
        for (var code : EditionChanges.both(today, then)) {
            if (!then.get(code).equals(today.get(code))) {
                changes.add(Change.of("indicator.meaning", today.get(code).name()));
            }
            changes.addAll(comparison.ofIndicator(today.get(code), givenThen, givenNow));
        }
        return changes;
    }

    private List<Change> ofIndicator(Indicator indicator, Map<Place, Given> then, Map<Place, Given> today) {
        var places = new LinkedHashMap<Place, Boolean>();
        then.keySet().forEach(place -> places.put(place, true));
        today.keySet().forEach(place -> places.put(place, true));
        var differing = places.keySet().stream()
                .filter(place -> place.indicator.equals(indicator.code()))
                .filter(place -> !Objects.equals(then.get(place), today.get(place)))
                .toList();
        if (differing.size() <= MOST_SINGLE) {
            return differing.stream()
                    .map(place -> single(indicator, place, then.get(place), today.get(place)))
                    .toList();
        }
        var members = new HashSet<String>();
        differing.forEach(place -> members.add(place.member));
        return List.of(Change.of("figures", indicator.name(), differing.size(), members.size()));
    }

    private Change single(Indicator indicator, Place place, @Nullable Given then, @Nullable Given today) {
        var of = sector(indicator, place.sector);
        var key = of == null ? "figure" : "figure.sector";
        return Change.of(
                key,
                names.get(place.member),
                indicator.name(),
                place.year,
                figure(then, indicator),
                figure(today, indicator),
                of == null ? "" : of);
    }

    private @Nullable Texts sector(Indicator indicator, @Nullable String code) {
        return now.figures().sectorLists().stream()
                .filter(list -> list.code().equals(indicator.sectorList()))
                .flatMap(list -> list.sectors().stream())
                .filter(sector -> sector.code().equals(code))
                .map(Sector::name)
                .findFirst()
                .orElse(null);
    }

    private static Object figure(@Nullable Given given, Indicator indicator) {
        if (given != null && given.notation != null) {
            return given.notation.name();
        }
        return new Change.Figure(given == null ? null : given.value, Change.Figure.Style.NUMBER, indicator.decimals());
    }

    private static Map<Place, Given> given(Edition edition) {
        var given = new LinkedHashMap<Place, Given>();
        for (FigureTable table : edition.figures().tables()) {
            for (var row : table.rows()) {
                for (int column = 0; column < table.years().size(); column++) {
                    var value = row.values().get(column);
                    if (value != null) {
                        given.put(place(table, row.member(), table.years().get(column)), new Given(value, null));
                    }
                }
                for (var remark : row.remarks()) {
                    if (remark.notation() != null) {
                        given.put(place(table, row.member(), remark.year()), new Given(null, remark.notation()));
                    }
                }
            }
        }
        return given;
    }

    private static Place place(FigureTable table, String member, int year) {
        return new Place(table.indicator(), table.sector(), member, year);
    }
}
