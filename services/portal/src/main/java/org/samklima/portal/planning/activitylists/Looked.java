package org.samklima.portal.planning.activitylists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Choice;
import org.samklima.portal.planning.fields.FieldTree;

/**
 * What every look at activities rests on.
 *
 * @param filter by which was looked
 * @param fields of action
 * @param goals to choose from
 * @param responsible people and others to choose from
 * @param views that the reader may open
 */
record Looked(
        ActivityFilter filter,
        Tallies tallies,
        FieldTree fields,
        List<Choice> goals,
        List<Choice> responsible,
        List<SavedView> views) {

    /** Whether there is no activity at all. */
    public boolean isNothingThere() {
        return filter.ofAnyStatus().isAll() && tallies.all() == 0;
    }

    /** Whether the field that is asked for is no longer there. */
    public boolean isFieldGone() {
        return filter.fieldId().isPresent()
                && fields.find(filter.fieldId().get()).isEmpty();
    }

    public boolean isGoalGone() {
        return filter.goalId().isPresent() && isGone(filter.goal(), goals);
    }

    public boolean isResponsibleGone() {
        var special = filter.responsible().isEmpty()
                || filter.isMine()
                || filter.responsible().equals(ActivityFilter.NONE);
        return !special && isGone(filter.responsible(), responsible);
    }

    private static boolean isGone(@Nullable String value, List<Choice> choices) {
        return choices.stream().noneMatch(choice -> choice.value().equals(value));
    }
}
