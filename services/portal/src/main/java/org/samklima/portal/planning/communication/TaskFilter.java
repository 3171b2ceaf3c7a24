package org.samklima.portal.planning.communication;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks.
 *
 * @param mine only those of this person; null for everybody's
 * @param entry only those of this row of the plan; null for every row's
 * @param from the first day on which they are due; null for no such bound
 * @param until the last one; null for no such bound
 */
public record TaskFilter(
        State state,
        @Nullable UUID mine,
        @Nullable UUID entry,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public static final TaskFilter ALL = new TaskFilter(State.ALL, null, null, null, null);

    /** How far they have come. */
    public enum State {
        OPEN,
        LATE,
        DONE,
        ALL
    }

    public static TaskFilter of(State state) {
        return new TaskFilter(state, null, null, null, null);
    }

    public TaskFilter ofPerson(@Nullable UUID person) {
        return new TaskFilter(state, person, entry, from, until);
    }

    public TaskFilter ofEntry(UUID entry) {
        return new TaskFilter(state, mine, entry, from, until);
    }

    public TaskFilter dueBetween(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new TaskFilter(state, mine, entry, from, until);
    }
}
