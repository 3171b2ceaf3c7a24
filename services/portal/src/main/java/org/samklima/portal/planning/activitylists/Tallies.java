package org.samklima.portal.planning.activitylists;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.activities.ActivityStatus;

/**
 * How many activities there are of each status, and what they add up to.
 *
 * @param groups of those that the filter lets through whatever their status
 * @param totals over those that it lets through
 */
record Tallies(List<Group> groups, Totals totals) {

    /** Activities that have status and delay in common. */
    record Group(
            ActivityStatus status,
            boolean late,
            long activities,
            Sum planned,
            Sum spent,
            Sum effect,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * A sum over those that have a figure.
     *
     * @param value null where none has
     * @param having how many have one
     * @param missing how many have none; they are no zeros
     */
    record Sum(@Nullable BigDecimal value, long having, long missing) {

        static final Sum OF_NOTHING = new Sum(null, 0, 0);

        Sum plus(Sum other) {
            var sum = value == null ? other.value : other.value == null ? value : value.add(other.value);
            return new Sum(sum, having + other.having, missing + other.missing);
        }
    }

    /**
     * What the activities add up to.
     *
     * @param planned in the tenant's currency
     * @param spent likewise
     * @param effect tonnes of CO2e a year, of those that are not cancelled: from these nothing is expected any more
     * @param first the earliest day that any of them names
     * @param last the latest
     */
    record Totals(
            long activities,
            Sum planned,
            Sum spent,
            Sum effect,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    static Tallies of(List<Group> groups, ActivityFilter filter) {
        var shown = groups.stream()
                .filter(group -> filter.status().isEmpty()
                        || filter.status().contains(group.status().name()))
                .filter(group -> !filter.isLateOnly() || group.late())
                .toList();
        return new Tallies(
                List.copyOf(groups),
                new Totals(
                        shown.stream().mapToLong(Group::activities).sum(),
                        sum(shown, Group::planned),
                        sum(shown, Group::spent),
                        sum(
                                shown.stream()
                                        .filter(group -> group.status() != ActivityStatus.CANCELLED)
                                        .toList(),
                                Group::effect),
                        days(shown, Group::first).min(LocalDate::compareTo).orElse(null),
                        days(shown, Group::last).max(LocalDate::compareTo).orElse(null)));
    }

    private static Sum sum(List<Group> groups, Function<Group, Sum> of) {
        return groups.stream().map(of).reduce(Sum.OF_NOTHING, Sum::plus);
    }

    private static Stream<LocalDate> days(List<Group> groups, Function<Group, @Nullable LocalDate> of) {
        return groups.stream().map(of).filter(Objects::nonNull);
    }

    public long all() {
        return count(_ -> true);
    }

    public long of(ActivityStatus status) {
        return count(group -> group.status() == status);
    }

    public long late() {
        return count(Group::late);
    }

    /** Of those that are shown, how many are of a status. */
    long shown(ActivityStatus status, boolean lateOnly) {
        return count(group -> group.status() == status && (!lateOnly || group.late()));
    }

    /** Of those that are shown, how many are late. */
    public long lateShown(ActivityFilter filter) {
        return count(group -> group.late()
                && (filter.status().isEmpty()
                        || filter.status().contains(group.status().name())));
    }

    private long count(Predicate<Group> which) {
        return groups.stream().filter(which).mapToLong(Group::activities).sum();
    }
}
