package org.samklima.portal.publication;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samklima.portal.network.Member;
import org.samklima.published.FigureTable;
import org.samklima.published.Figures;
import org.samklima.published.Indicator;
import org.samklima.published.Source;
import org.samklima.published.Target;

/** The figures of an edition: of the indicators and years that were chosen, from statistics and from the members' reports. */
final class EditionFigures {

    private final Material material;
    private final Draft draft;
    private final Source ownFigures;

    /** @param ownFigures how the edition names what members reported themselves; code {@link ReportedFigures#SOURCE} */
    EditionFigures(Material material, Draft draft, Source ownFigures) {
        this.material = material;
        this.draft = draft;
        this.ownFigures = ownFigures;
    }

    /** @param reported by the members in their reports; what the network does not know, or cannot be true, is left out */
    Figures with(Stream<Observed> reported) {
        var indicators = draft.indicators().stream()
                .flatMap(chosen ->
                        material.indicator(chosen.code()).map(indicator -> chosen(indicator, chosen)).stream())
                .toList();
        var order = indicators.stream().map(Indicator::code).toList();
        var observations = Stream.concat(
                        material.observations().stream(),
                        reported.filter(this::isKnown).filter(ReportedFigures::isPlausible))
                .filter(observed -> draft.indicator(observed.indicator())
                        .filter(chosen -> chosen.holds(observed.year()))
                        .isPresent())
                .sorted(Comparator.comparingInt(observed -> order.indexOf(observed.indicator())));
        var keys = material.members().stream().collect(Collectors.toMap(Member::id, Member::slug));
        var tables = FigureTables.of(
                observations, material.members().stream().map(Member::id).toList(), keys::get);
        return new Figures(
                indicators,
                material.sectorLists().stream()
                        .filter(list -> indicators.stream()
                                .anyMatch(indicator -> list.code().equals(indicator.sectorList())))
                        .toList(),
                used(Stream.concat(material.sources().stream(), Stream.of(ownFigures)), tables),
                Optional.ofNullable(draft.population()).filter(order::contains).orElse(null),
                tables);
    }

    /** A form may ask for an indicator or sector that the network has since given up. */
    private boolean isKnown(Observed observed) {
        var sector = observed.sector();
        return material.indicator(observed.indicator())
                .filter(indicator -> sector == null
                        || material.sectorLists().stream()
                                .filter(list -> list.code().equals(indicator.sectorList()))
                                .anyMatch(list -> list.sectors().stream()
                                        .anyMatch(known -> known.code().equals(sector))))
                .isPresent();
    }

    private static List<Source> used(Stream<Source> sources, List<FigureTable> tables) {
        var used = new HashSet<String>();
        for (var table : tables) {
            used.add(table.source());
            for (var row : table.rows()) {
                Stream.concat(
                                Stream.ofNullable(row.source()),
                                row.remarks().stream().flatMap(remark -> Stream.ofNullable(remark.source())))
                        .forEach(used::add);
            }
        }
        return sources.filter(source -> used.contains(source.code())).toList();
    }

    private static Indicator chosen(Indicator indicator, Draft.ChosenIndicator chosen) {
        var baseline = chosen.baselineYear();
        var target = baseline == null || chosen.targetYear() == null || chosen.targetChange() == null
                ? null
                : new Target(baseline, chosen.targetYear(), chosen.targetChange());
        return new Indicator(
                indicator.code(),
                indicator.name(),
                indicator.description(),
                indicator.unit(),
                indicator.decimals(),
                indicator.direction(),
                indicator.sectorList(),
                indicator.perInhabitant(),
                baseline,
                target);
    }
}
