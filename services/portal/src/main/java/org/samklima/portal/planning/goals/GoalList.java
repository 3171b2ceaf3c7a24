package org.samklima.portal.planning.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.fields.FieldTree;

/**
 * The goals that a reader wants to see, in words.
 *
 * @param rows by field of action in their order, those of the whole plan first
 * @param states how many are in each, before a state is chosen
 * @param total of those
 */
record GoalList(List<Row> rows, Map<GoalStanding.State, Integer> states, int total) {

    /**
     * A goal.
     *
     * @param aim what is to be reached by when
     * @param latest where it is, and of which year; blank where nothing is observed
     * @param need what is still needed each year; blank where nothing is
     */
    record Row(
            Goal goal, GoalStanding standing, String field, String aim, String latest, String need, int activities) {}

    static GoalList of(
            List<Goal> goals,
            Map<UUID, GoalStanding> standings,
            FieldTree fields,
            Map<UUID, Integer> activities,
            GoalFilter filter,
            Wording wording) {
        var taken = goals.stream().filter(goal -> filter.takes(goal, fields)).toList();
        var states = new EnumMap<GoalStanding.State, Integer>(GoalStanding.State.class);
        taken.forEach(goal -> states.merge(standing(standings, goal).state(), 1, Integer::sum));
        var order = new ArrayList<@Nullable UUID>(
                fields.inOrder().stream().map(branch -> branch.field().id()).toList());
        var rows = taken.stream()
                .filter(goal -> filter.takes(standing(standings, goal)))
                .sorted(Comparator.comparingInt(
                        goal -> order.indexOf(goal.terms().field())))
                .map(goal -> row(goal, standing(standings, goal), fields, activities, wording))
                .toList();
        return new GoalList(rows, states, taken.size());
    }

    private static GoalStanding standing(Map<UUID, GoalStanding> standings, Goal goal) {
        return Objects.requireNonNull(standings.get(goal.id()));
    }

    private static Row row(
            Goal goal, GoalStanding standing, FieldTree fields, Map<UUID, Integer> activities, Wording wording) {
        var course = standing.course();
        var milestone = goal.terms().milestone();
        var aim = Stream.of(
                        milestone == null ? null : wording.word("aim.milestone", milestone.dueOn()),
                        course == null ? null : wording.name(course) + ": " + wording.aim(goal.kind(), course))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return new Row(
                goal,
                standing,
                fields.path(goal.terms().field()),
                aim,
                course == null ? "" : latest(goal.kind(), course, wording),
                course == null || course.points().isEmpty()
                        ? ""
                        : wording.need(course).orElse(""),
                activities.getOrDefault(goal.id(), 0));
    }

    private static String latest(GoalKind kind, Course course, Wording wording) {
        return course.latest()
                .map(now -> wording.word(
                        "latest",
                        wording.position(kind, course)
                                .filter(position -> kind.isPercent())
                                .orElseGet(() -> wording.amount(course, now.value())),
                        now.year()))
                .orElse("");
    }
}
