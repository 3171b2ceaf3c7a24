package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.samklima.pages.FigureText;
import org.springframework.context.MessageSource;

/**
 * Says in one language what figures say of goals.
 *
 * @param fallback the tenant's own language, for names that have no word in the reader's
 */
record Wording(FigureText figures, MessageSource messages, Locale language, String fallback) {

    private static final String SPACE = "\u00a0";

    /** What another bundle says. */
    String text(String key) {
        return messages.getMessage(key, null, language);
    }

    String word(String key, Object... arguments) {
        return messages.getMessage("goals." + key, arguments, language);
    }

    String name(Course course) {
        return course.meaning().name(figures, fallback);
    }

    /** The unit of what is observed; of an intensity, one by the other. */
    String unit(Course course) {
        var meaning = course.meaning();
        var unit = meaning.unit(figures, fallback);
        var per = meaning.per();
        if (per == null) {
            return unit;
        }
        return per.isPopulation()
                ? word("unit.per-inhabitant", unit)
                : word("unit.per", unit, figures.text(per.unit(), fallback));
    }

    /** As many as are worth reading of the values of a course. */
    int decimals(Course course) {
        if (course.meaning().per() == null) {
            return course.meaning().indicator().decimals();
        }
        var largest = course.observed().values().values().stream()
                .map(BigDecimal::abs)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        int digitsBefore = largest.precision() - largest.scale();
        return Math.clamp(3 - digitsBefore, 0, 6);
    }

    String number(Course course, BigDecimal value) {
        return figures.number(value, decimals(course));
    }

    /** With its unit. */
    String amount(Course course, BigDecimal value) {
        return number(course, value) + SPACE + unit(course);
    }

    /** A share without its sign, in as many decimals as are worth reading. */
    String percent(BigDecimal share) {
        var size = share.abs();
        var whole = size.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return figures.percent(size, whole.compareTo(BigDecimal.TEN) >= 0 ? 0 : 1);
    }

    /** A percentage that somebody decided, as exactly as it was. */
    String decided(BigDecimal percentage) {
        int decimals = Math.clamp(percentage.stripTrailingZeros().scale(), 0, 2);
        return figures.percent(percentage.movePointLeft(2).abs(), decimals);
    }

    private String decidedAmount(Course course, BigDecimal value) {
        int decimals = Math.clamp(value.stripTrailingZeros().scale(), 0, 6);
        return figures.number(value, decimals) + SPACE + unit(course);
    }

    /** What is aimed at, without saying of what: {@code 50 % below 1990 by 2030}. */
    String aim(GoalKind kind, Course course) {
        return aim(kind, course, course.target().year(), course.target().value());
    }

    /** The same of an interim goal. */
    String aim(GoalKind kind, Course course, int year, BigDecimal value) {
        var target = course.target();
        return switch (kind) {
            case RELATIVE ->
                value.signum() == 0
                        ? word("aim.level", target.baselineYear(), year)
                        : word("aim." + side(value), decided(value), target.baselineYear(), year);
            case SCENARIO ->
                value.signum() == 0
                        ? word("aim.scenario.level", year)
                        : word("aim.scenario." + side(value), decided(value), year);
            default -> word(course.lowerIsBetter() ? "aim.most" : "aim.least", decidedAmount(course, value), year);
        };
    }

    private static String side(BigDecimal value) {
        return value.signum() < 0 ? "below" : "above";
    }

    /** Where the latest observation is, in the goal's own measure; empty where there is none, or nothing to compare it with. */
    Optional<String> position(GoalKind kind, Course course) {
        return switch (kind) {
            case RELATIVE -> course.changeSinceBaseline().map(change -> relative("position.", change));
            case SCENARIO -> course.distanceFromScenario().map(distance -> relative("position.scenario.", distance));
            default -> course.latest().map(now -> word("position.at", amount(course, now.value())));
        };
    }

    /** How the latest observation compares with the scenario, or else with the baseline. */
    Optional<String> comparison(GoalKind kind, Course course) {
        return kind == GoalKind.SCENARIO
                ? position(kind, course)
                : course.changeSinceBaseline()
                        .map(change -> change.signum() == 0
                                ? word("finding.level", course.target().baselineYear())
                                : word(
                                        "finding." + side(change),
                                        percent(change),
                                        course.target().baselineYear()));
    }

    private String relative(String key, BigDecimal share) {
        return share.signum() == 0 ? word(key + "level") : word(key + side(share), percent(share));
    }

    /**
     * What is still needed each year, as one says it: a fall as a share, a rise or a share of something as an amount. Empty
     * where nothing is needed.
     */
    Optional<String> need(Course course) {
        return course.neededAmount().map(amount -> {
            var falls = amount.signum() < 0;
            var indicator = course.meaning().indicator();
            var share = course.neededShare();
            if (indicator.isPercentage() && course.meaning().per() == null) {
                return word(falls ? "need.fall" : "need.rise", word("points", figures.number(amount.abs(), 1)));
            }
            return falls && share.isPresent()
                    ? word("need.fall", percent(share.get()))
                    : word(falls ? "need.fall" : "need.rise", perYear(course, amount));
        });
    }

    /** An amount a year, in one decimal more than the values have, where it is small. */
    String perYear(Course course, BigDecimal amount) {
        var size = amount.abs();
        int decimals = decimals(course);
        return figures.number(size, size.compareTo(BigDecimal.TEN) < 0 ? decimals + 1 : decimals)
                + SPACE
                + unit(course);
    }
}
