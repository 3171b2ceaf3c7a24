package org.samklima.portal.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figures.Known;

/**
 * The figure that counts of the whole or of a sector in a year, on every page, for every goal and in every report. The tenant's
 * own correction comes before what is official. A whole that nobody observed is the sum of its sectors, if each is known. So is
 * one whose sectors have been corrected while the observed whole, which is a figure of its own, has not followed.
 *
 * @param isSum whether it was added up from the sectors and not observed
 * @param from the figure itself, or those of the sectors
 */
public record CountingFigure(int year, Figure figure, boolean isSum, List<Known> from) {

    /** Whether it comes from official figures alone. */
    public boolean isOfficial() {
        return from.stream().allMatch(Known::isOfficial);
    }

    /**
     * @param ofYear what is known of an indicator in a year; of several official figures the one first that came last
     * @param sectors that divide it; null if none do
     * @param sector code; null for the whole
     */
    static Optional<CountingFigure> of(List<Known> ofYear, @Nullable SectorList sectors, @Nullable String sector) {
        var observed = observed(ofYear, sector);
        if (sector != null || sectors == null) {
            return observed;
        }
        var sum = sum(ofYear, sectors);
        return observed.filter(whole -> whole.figure() instanceof Figure.Value)
                .filter(whole -> sum.isEmpty() || !isBehind(whole, sum.get()))
                .or(() -> sum)
                .or(() -> observed);
    }

    private static Optional<CountingFigure> observed(List<Known> ofYear, @Nullable String sector) {
        return Figures.counting(ofYear.stream()
                        .filter(known -> Objects.equals(known.observation().sector(), sector))
                        .toList())
                .map(known -> new CountingFigure(
                        known.observation().year(), known.observation().figure(), false, List.of(known)));
    }

    private static Optional<CountingFigure> sum(List<Known> ofYear, SectorList list) {
        Map<String, CountingFigure> parts = new HashMap<>();
        list.sectors()
                .forEach(sector -> observed(ofYear, sector.code()).ifPresent(part -> parts.put(sector.code(), part)));
        Map<String, Figure> figures = new HashMap<>();
        parts.forEach((sector, part) -> figures.put(sector, part.figure()));
        return Arithmetic.sumOfSectors(list, figures)
                .filter(Figure.Value::isPlausible)
                .map(sum -> new CountingFigure(
                        ofYear.getFirst().observation().year(),
                        new Figure.Value(sum),
                        true,
                        list.sectors().stream()
                                .flatMap(sector -> Objects.requireNonNull(parts.get(sector.code())).from().stream())
                                .toList()));
    }

    /** An official whole cannot have followed a correction that its tenant made to a sector. */
    private static boolean isBehind(CountingFigure whole, CountingFigure sum) {
        return whole.isOfficial() && !sum.isOfficial() && !Figure.isSame(whole.figure(), sum.figure());
    }
}
