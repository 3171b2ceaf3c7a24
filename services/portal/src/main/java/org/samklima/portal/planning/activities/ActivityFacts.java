package org.samklima.portal.planning.activities;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.planning.history.PlanItem.Kind;

/** An activity by what a reader would call its facts: for the plan's history and its versions. */
final class ActivityFacts {

    private ActivityFacts() {}

    static PlanItem of(Activity activity, Surroundings around) {
        var plan = activity.plan();
        var item = PlanItem.of(Kind.ACTIVITY, activity.id(), plan.title())
                .with("reference", plan.reference())
                .with("status", activity.status())
                .with("field", plan.fieldId() == null ? null : around.fields().get(plan.fieldId()))
                .with("goals", goals(plan, around))
                .with("startsOn", plan.startsOn())
                .with("endsOn", plan.endsOn())
                .with("responsible", plan.responsible())
                .with("partners", plan.partners())
                .with("effectTonnes", plan.effectTonnes())
                .with("effectAssumption", plan.effectAssumption())
                .with("coBenefits", inOrder(plan))
                .with("shown", plan.shownPublicly() ? "PUBLIC" : null);
        for (var kind : BudgetKind.values()) {
            item = item.with("budget" + camel(kind), budget(plan, kind));
        }
        return item.with(
                        "milestones",
                        plan.milestones().stream().map(Milestone::told).toList())
                .with("description", plan.description());
    }

    private static List<String> goals(ActivityPlan plan, Surroundings around) {
        return plan.goals().stream()
                .map(goal -> around.goals().getOrDefault(goal, goal.toString()))
                .sorted()
                .toList();
    }

    private static List<String> inOrder(ActivityPlan plan) {
        return Arrays.stream(CoBenefit.values())
                .map(CoBenefit::name)
                .filter(plan.coBenefits()::contains)
                .toList();
    }

    private static List<String> budget(ActivityPlan plan, BudgetKind kind) {
        return plan.budget().stream()
                .filter(line -> line.kind() == kind)
                .map(BudgetLine::told)
                .toList();
    }

    /** {@code budgetInvestment}, {@code budgetOperation}, {@code budgetWorkingTime}. */
    private static String camel(BudgetKind kind) {
        return Arrays.stream(kind.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .reduce("", String::concat);
    }
}
