package org.samklima.portal.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of figures, as the words and rules define it. Sums are exact; quotients have 34 significant digits and are
 * rounded only where they are shown. What is missing is never zero: without all it takes there is no result.
 */
public final class Arithmetic {

    private static final MathContext QUOTIENT = MathContext.DECIMAL128;
    private static final int MOST_DECIMALS = 6;

    private Arithmetic() {}

    /**
     * A change between two years, over the members that have a value in both.
     *
     * @param members how many those are; the result's denominator
     * @param before Σ of the earlier year
     * @param after Σ of the later year
     */
    public record Change(int members, BigDecimal before, BigDecimal after) {

        /** (Σ after − Σ before) / Σ before; none from nothing. */
        public Optional<BigDecimal> share() {
            return share(before, after);
        }

        private static Optional<BigDecimal> share(BigDecimal before, BigDecimal after) {
            return before.signum() == 0
                    ? Optional.empty()
                    : Optional.of(after.subtract(before).divide(before, QUOTIENT));
        }
    }

    /**
     * A mean over members.
     *
     * @param members how many it is taken over
     */
    public record Mean(int members, BigDecimal value) {}

    /** Value by population of the same year. Without a population, or with none living there, no figure. */
    public static Optional<BigDecimal> perInhabitant(
            Optional<BigDecimal> value, Optional<BigDecimal> populationOfTheYear) {
        return populationOfTheYear
                .filter(population -> population.signum() > 0)
                .flatMap(population -> value.map(amount -> amount.divide(population, QUOTIENT)));
    }

    /** (after − before) / before of one value; none without both, and none from nothing. */
    public static Optional<BigDecimal> change(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        return before.flatMap(earlier -> after.flatMap(later -> Change.share(earlier, later)));
    }

    /** As many decimals as a quotient needs to be worth reading: 712, 12.3, 8.45, 0.0037. Only for showing it. */
    public static int worthwhileDecimals(@Nullable BigDecimal quotient) {
        if (quotient == null || quotient.signum() == 0) {
            return 0;
        }
        int beforePoint = quotient.precision() - quotient.scale();
        return Math.clamp(beforePoint > 0 ? 3L - beforePoint : 2L - beforePoint, 0, MOST_DECIMALS);
    }

    /** The change of a set of members, from the sums over those that have both years. Empty if none has. */
    public static <K> Optional<Change> changeOfSums(Map<K, BigDecimal> before, Map<K, BigDecimal> after) {
        var both = before.keySet().stream().filter(after::containsKey).toList();
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(both.size(), sum(both, before), sum(both, after)));
    }

    /**
     * The mean of the members' own changes: each member counts the same, however large. Another figure than {@link
     * #changeOfSums}. Over the members that have both years and began with something.
     */
    public static <K> Optional<Mean> meanOfOwnChanges(Map<K, BigDecimal> before, Map<K, BigDecimal> after) {
        List<BigDecimal> changes = new ArrayList<>();
        before.forEach((member, earlier) -> {
            var later = after.get(member);
            if (later != null) {
                Change.share(earlier, later).ifPresent(changes::add);
            }
        });
        return mean(changes);
    }

    /** The mean of what there is; empty of nothing. */
    public static Optional<Mean> mean(Collection<BigDecimal> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mean(
                        values.size(),
                        values.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(values.size()), QUOTIENT)));
    }

    /**
     * The sum over all sectors of a list, if each has been observed: with a value, or as not occurring. One that is missing,
     * not estimated, confidential or included elsewhere leaves no sum that would be the whole.
     *
     * @param figures by sector code
     */
    public static Optional<BigDecimal> sumOfSectors(SectorList list, Map<String, Figure> figures) {
        var sum = BigDecimal.ZERO;
        for (var sector : list.sectors()) {
            switch (figures.get(sector.code())) {
                case Figure.Value(var amount) -> sum = sum.add(amount);
                case Figure.Noted noted when noted.isComplete() -> {}
                case null, default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(sum);
    }

    /** The years between the first and the last observed one of which nothing is known. */
    public static SortedSet<Integer> gaps(Collection<Integer> observedYears) {
        SortedSet<Integer> gaps = new TreeSet<>();
        if (!observedYears.isEmpty()) {
            var observed = new TreeSet<>(observedYears);
            for (int year = observed.first(); year <= observed.last(); year++) {
                if (!observed.contains(year)) {
                    gaps.add(year);
                }
            }
        }
        return gaps;
    }

    private static <K> BigDecimal sum(List<K> members, Map<K, BigDecimal> values) {
        return members.stream().map(values::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
