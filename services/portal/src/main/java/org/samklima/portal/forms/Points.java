package org.samklima.portal.forms;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The points of single questions, by the rules written down at {@link Scoring}. */
final class Points {

    private Points() {}

    static BigDecimal earned(Kind kind, Answer answer) {
        return switch (kind) {
            case Kind.Numeric numeric
            when answer instanceof Answer.Amount(BigDecimal value) -> Band.points(numeric.bands(), value);
            case Kind.YesNo(BigDecimal points) when answer instanceof Answer.YesNo(boolean yes) && yes -> points;
            case Kind.OneOf choice when answer instanceof Answer.OneOf(String option) -> sum(choice, List.of(option));
            case Kind.SeveralOf choice when answer instanceof Answer.SeveralOf(var options) -> sum(choice, options);
            default -> BigDecimal.ZERO;
        };
    }

    /** The most a question can give; never below zero, since leaving it unanswered gives zero. */
    static BigDecimal maximum(Kind kind) {
        return switch (kind) {
            case Kind.SeveralOf choice ->
                largest(Stream.concat(
                        Stream.of(total(choice.options().stream()
                                .filter(option -> !option.exclusive())
                                .map(Option::points)
                                .filter(points -> points.signum() > 0))),
                        choice.options().stream().filter(Option::exclusive).map(Option::points)));
            default -> largest(each(kind));
        };
    }

    /** Whether any answer gives points or takes them. */
    static boolean canChange(Kind kind) {
        return each(kind).anyMatch(points -> points.signum() != 0);
    }

    private static Stream<BigDecimal> each(Kind kind) {
        return switch (kind) {
            case Kind.Numeric numeric -> numeric.bands().stream().map(Band::points);
            case Kind.YesNo(BigDecimal points) -> Stream.of(points);
            case Kind.Choice choice -> choice.options().stream().map(Option::points);
            case Kind.IndicatorTable ignored -> Stream.empty();
            case Kind.FreeText ignored -> Stream.empty();
            case Kind.Day ignored -> Stream.empty();
            case Kind.Evidence ignored -> Stream.empty();
        };
    }

    private static BigDecimal sum(Kind.Choice choice, Collection<String> chosen) {
        return total(choice.options().stream()
                .filter(option -> chosen.contains(option.code()))
                .map(Option::points));
    }

    private static BigDecimal total(Stream<BigDecimal> points) {
        return points.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal largest(Stream<BigDecimal> points) {
        return points.reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
