package org.samklima.portal.planning.goals;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Trajectory;

/**
 * Where a goal stands.
 *
 * @param course of a goal that is measured; null for a milestone, and where what it is measured by is not known any more
 */
record GoalStanding(State state, @Nullable Course course) {

    /** In one word. */
    public enum State {
        /** The latest observation is on the good side of the path. */
        ON_TRACK("good"),
        /** It is on the other side. */
        BEHIND("warning"),
        /** The target is reached, before its year. */
        AHEAD("good"),
        /** The target was reached in its year, or the milestone was. */
        REACHED("good"),
        /** It was not. */
        MISSED("bad"),
        /** A milestone that is still ahead. */
        OPEN("running"),
        /** A milestone whose day has passed. */
        LATE("warning"),
        /** Nothing is observed after the baseline year, or no path is known. */
        UNKNOWN("neutral");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        /** Of the badge. */
        public String tone() {
            return tone;
        }
    }

    static GoalStanding of(GoalTerms terms, Measures measures, LocalDate today) {
        var milestone = terms.milestone();
        if (milestone != null) {
            return new GoalStanding(of(milestone, today), null);
        }
        var target = Objects.requireNonNull(terms.target());
        return measures.meaning(target)
                .map(meaning -> of(Course.of(terms.kind(), target, meaning, measures.observed(meaning))))
                .orElse(new GoalStanding(State.UNKNOWN, null));
    }

    private static State of(Milestone milestone, LocalDate today) {
        if (milestone.reachedOn() != null) {
            return State.REACHED;
        }
        return milestone.dueOn().isBefore(today) ? State.LATE : State.OPEN;
    }

    static GoalStanding of(Course course) {
        return new GoalStanding(state(course), course);
    }

    private static State state(Course course) {
        var latest = course.latest();
        var path = latest.flatMap(now -> course.path(now.year()));
        if (latest.isEmpty() || path.isEmpty()) {
            return State.UNKNOWN;
        }
        var value = latest.get().value();
        var reached = course.isReachedBy(value);
        if (latest.get().year() >= course.target().year()) {
            return reached ? State.REACHED : State.MISSED;
        }
        if (reached) {
            return State.AHEAD;
        }
        return Trajectory.isAsGoodAs(value, path.get(), course.lowerIsBetter()) ? State.ON_TRACK : State.BEHIND;
    }

    public Optional<Course> measured() {
        return Optional.ofNullable(course);
    }
}
