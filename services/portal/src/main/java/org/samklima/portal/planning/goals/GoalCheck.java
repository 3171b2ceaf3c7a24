package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.util.NavigableMap;
import org.samklima.portal.indicators.Direction;
import org.samklima.portal.indicators.Trajectory;

/** What can only be said of a goal by what is known: whether it can be measured, and leads to the good side. */
final class GoalCheck {

    private final GoalKind kind;
    private final Target target;
    private final Measures measures;

    private GoalCheck(GoalKind kind, Target target, Measures measures) {
        this.kind = kind;
        this.target = target;
        this.measures = measures;
    }

    /** @throws InvalidGoal for the first thing that cannot be */
    static void check(GoalTerms terms, Measures measures) {
        var target = terms.target();
        if (target != null) {
            new GoalCheck(terms.kind(), target, measures).check();
        }
    }

    private void check() {
        var meaning = meaning();
        var from = Course.baseline(target, measures.observed(meaning))
                .orElseThrow(() -> new InvalidGoal("baselineValue", "no-baseline", target.baselineYear()));
        if (kind == GoalKind.RELATIVE && from.signum() <= 0) {
            throw new InvalidGoal("baselineValue", from.signum() == 0 ? "baseline-zero" : "baseline-negative");
        }
        var start = kind.isPercent() ? BigDecimal.ZERO : from;
        var falls = target.value().compareTo(start) <= 0;
        if (meaning.indicator().direction() != Direction.NEITHER
                && !Trajectory.isAsGoodAs(target.value(), start, meaning.isLowerBetter(falls))) {
            throw new InvalidGoal("targetValue", wrongSide(falls), start);
        }
        checkInterim(target.interim(), start, falls);
    }

    /** In percent the sign has been forgotten; a value is just on the other side of the baseline's. */
    private String wrongSide(boolean falls) {
        return (kind.isPercent() ? "wrong-sign." : "wrong-side.") + (falls ? "falls" : "rises");
    }

    private Meaning meaning() {
        var indicator = measures.catalogue()
                .find(target.indicator())
                .orElseThrow(() -> new InvalidGoal("indicator", "unknown-indicator", target.indicator()));
        var sector = target.sector();
        if (sector != null
                && measures.catalogue()
                        .sectorListOf(indicator)
                        .flatMap(list -> list.sector(sector))
                        .isEmpty()) {
            throw new InvalidGoal("indicator", "unknown-sector", sector);
        }
        var per = target.per();
        if (per != null && measures.catalogue().find(per).isEmpty()) {
            throw new InvalidGoal("per", "unknown-indicator", per);
        }
        if (target.indicator().equals(per)) {
            throw new InvalidGoal("per", "per-itself");
        }
        return measures.meaning(target).orElseThrow();
    }

    /** From the start over each of them to the target it goes one way. */
    private void checkInterim(NavigableMap<Integer, BigDecimal> interim, BigDecimal start, boolean falls) {
        var before = start;
        for (var goal : interim.entrySet()) {
            if (!Trajectory.isAsGoodAs(goal.getValue(), before, falls)
                    || !Trajectory.isAsGoodAs(target.value(), goal.getValue(), falls)) {
                throw new InvalidGoal("interim", "interim-wrong-side", goal.getKey());
            }
            before = goal.getValue();
        }
    }
}
