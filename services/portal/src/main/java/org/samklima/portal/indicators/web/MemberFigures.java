package org.samklima.portal.indicators.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Arithmetic;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.network.Member;

/**
 * An association's members by one indicator in one year: everyone is listed, also who has no figure.
 *
 * @param observed how many have a value
 * @param sum over those
 */
record MemberFigures(List<Row> rows, int observed, BigDecimal sum) {

    /**
     * A member and its official figure.
     *
     * @param observation null where nothing was observed
     * @param perInhabitant null without a value, or without a population of the same year
     */
    record Row(
            Member member,
            @Nullable Observation observation,
            @Nullable BigDecimal perInhabitant) {

        public @Nullable BigDecimal value() {
            return observation == null ? null : observation.figure().value().orElse(null);
        }

        public int perInhabitantDecimals() {
            return Arithmetic.worthwhileDecimals(perInhabitant);
        }

        public Figure.@Nullable Noted noted() {
            return observation != null && observation.figure() instanceof Figure.Noted noted ? noted : null;
        }
    }

    /**
     * @param figures of the indicator and year
     * @param population of the same year
     * @param sector code; null for the whole
     */
    static MemberFigures of(
            List<Member> members, List<Observation> figures, List<Observation> population, @Nullable String sector) {
        var ofSector = bySubject(figures.stream().filter(figure -> Objects.equals(figure.sector(), sector)));
        var inhabitants = bySubject(population.stream());
        var rows = members.stream()
                .map(member -> row(member, ofSector.get(member.id()), inhabitants.get(member.id())))
                .toList();
        var values = rows.stream().map(Row::value).filter(Objects::nonNull).toList();
        return new MemberFigures(rows, values.size(), values.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Row row(Member member, @Nullable Observation figure, @Nullable Observation population) {
        var perInhabitant = Arithmetic.perInhabitant(value(figure), value(population));
        return new Row(member, figure, perInhabitant.orElse(null));
    }

    private static Optional<BigDecimal> value(@Nullable Observation observation) {
        return observation == null ? Optional.empty() : observation.figure().value();
    }

    private static Map<UUID, Observation> bySubject(Stream<Observation> observations) {
        Map<UUID, Observation> bySubject = new HashMap<>();
        observations
                .filter(observation -> observation.origin() == Origin.OFFICIAL)
                .forEach(observation -> bySubject.put(observation.subject(), observation));
        return bySubject;
    }
}
