package org.samklima.portal.planning.activityexchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.activities.ActivityPlan;

/** Which columns of a list make an activity another one. */
final class PlanChanges {

    private final List<ActivityColumn> columns = new ArrayList<>();

    private PlanChanges() {}

    static List<ActivityColumn> between(ActivityPlan before, ActivityPlan after) {
        var changes = new PlanChanges();
        changes.in(ActivityColumn.REFERENCE, before.reference(), after.reference());
        changes.in(ActivityColumn.TITLE, before.title(), after.title());
        changes.in(ActivityColumn.FIELD, before.fieldId(), after.fieldId());
        changes.in(ActivityColumn.STATUS, before.status(), after.status());
        changes.in(ActivityColumn.STARTS_ON, before.startsOn(), after.startsOn());
        changes.in(ActivityColumn.ENDS_ON, before.endsOn(), after.endsOn());
        changes.in(
                ActivityColumn.RESPONSIBLE,
                List.of(String.valueOf(before.responsibleId()), before.responsible()),
                List.of(String.valueOf(after.responsibleId()), after.responsible()));
        changes.in(ActivityColumn.PARTNERS, before.partners(), after.partners());
        changes.in(ActivityColumn.GOALS, before.goals(), after.goals());
        changes.in(ActivityColumn.EFFECT, before.effectTonnes(), after.effectTonnes());
        changes.in(ActivityColumn.ASSUMPTION, before.effectAssumption(), after.effectAssumption());
        changes.in(ActivityColumn.CO_BENEFITS, before.coBenefits(), after.coBenefits());
        changes.in(ActivityColumn.SHOWN, before.shownPublicly(), after.shownPublicly());
        changes.in(ActivityColumn.DESCRIPTION, before.description(), after.description());
        changes.in(ActivityColumn.BUDGET, before.budget(), after.budget());
        changes.in(ActivityColumn.MILESTONES, before.milestones(), after.milestones());
        return changes.columns;
    }

    private void in(ActivityColumn column, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            columns.add(column);
        }
    }
}
