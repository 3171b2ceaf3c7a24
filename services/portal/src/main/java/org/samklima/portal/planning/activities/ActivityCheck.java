package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a plan, so that whoever wrote it can mend all of it at once. */
public final class ActivityCheck {

    private static final LocalDate FIRST_DAY = LocalDate.of(BudgetLine.FIRST_YEAR, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(BudgetLine.LAST_YEAR, 12, 31);
    private static final BigDecimal MOST_TONNES = new BigDecimal("1000000000");
    private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000");

    private final ActivityPlan plan;
    private final Surroundings around;
    private final @Nullable Activity before;
    private final List<Flaw> flaws = new ArrayList<>();

    private ActivityCheck(ActivityPlan plan, Surroundings around, @Nullable Activity before) {
        this.plan = plan;
        this.around = around;
        this.before = before;
    }

    /** @param before the activity as it is; null for a new one */
    public static List<Flaw> flaws(ActivityPlan plan, Surroundings around, @Nullable Activity before) {
        var check = new ActivityCheck(plan, around, before);
        check.texts();
        check.references();
        check.responsible();
        check.dates();
        check.status();
        check.effect();
        check.benefits();
        check.budget();
        check.milestones();
        return List.copyOf(check.flaws);
    }

    private void texts() {
        if (plan.title().isEmpty()) {
            flaw("title", "title-missing");
        }
        atMost("title", plan.title(), ActivityPlan.LONGEST_TITLE);
        atMost("reference", plan.reference(), ActivityPlan.LONGEST_REFERENCE);
        atMost("description", plan.description(), ActivityPlan.LONGEST_DESCRIPTION);
        atMost("partners", plan.partners(), ActivityPlan.LONGEST_PARTNERS);
        atMost("effectAssumption", plan.effectAssumption(), ActivityPlan.LONGEST_ASSUMPTION);
    }

    private void references() {
        var owner = plan.reference().isEmpty() ? null : around.owner(plan.reference());
        if (owner != null && (before == null || !owner.equals(before.id()))) {
            flaw("reference", "reference-taken", plan.reference());
        }
        if (plan.fieldId() != null && !around.fields().containsKey(plan.fieldId())) {
            flaw("fieldId", "field-unknown");
        }
        if (!around.goals().keySet().containsAll(plan.goals())) {
            flaw("goals", "goal-unknown");
        }
    }

    /** Whoever left stays responsible where they were, until somebody else is. */
    private void responsible() {
        atMost("responsible", plan.responsible(), ActivityPlan.LONGEST_RESPONSIBLE);
        var person = plan.responsibleId();
        if (person == null) {
            return;
        }
        var name = around.people().get(person);
        if (name == null && (before == null || !person.equals(before.plan().responsibleId()))) {
            flaw("responsibleId", "responsible-unknown");
        }
    }

    private void dates() {
        plausible("startsOn", plan.startsOn());
        plausible("endsOn", plan.endsOn());
        if (plan.startsOn() != null && plan.endsOn() != null && plan.endsOn().isBefore(plan.startsOn())) {
            flaw("endsOn", "ends-before-start");
        }
    }

    private void status() {
        if (plan.status() == null) {
            return;
        }
        if (before != null
                && plan.status() != before.status()
                && !before.status().next().contains(plan.status())) {
            flaw("status", "status-after." + before.status().name());
        }
        if (plan.status() == ActivityStatus.COMPLETED
                && plan.startsOn() != null
                && plan.startsOn().isAfter(around.today())) {
            flaw("status", "completed-before-start", plan.startsOn());
        }
    }

    private void effect() {
        var tonnes = plan.effectTonnes();
        if (tonnes == null) {
            return;
        }
        if (tonnes.signum() < 0) {
            flaw("effectTonnes", "effect-negative");
        } else if (!Cleaned.isPlausible(tonnes, MOST_TONNES)) {
            flaw("effectTonnes", "number-implausible");
        }
    }

    private void benefits() {
        for (var code : plan.coBenefits()) {
            if (CoBenefit.of(code).isEmpty()) {
                flaw("coBenefits", "co-benefit-unknown", shortened(code));
            }
        }
    }

    private void budget() {
        if (plan.budget().size() > ActivityPlan.MOST_ROWS) {
            flaw("budget", "too-many-rows", ActivityPlan.MOST_ROWS);
            return;
        }
        var seen = new HashSet<>();
        for (int index = 0; index < plan.budget().size(); index++) {
            var at = "budget[" + index + "]";
            var line = plan.budget().get(index);
            if (line.year() == null || line.year() < BudgetLine.FIRST_YEAR || line.year() > BudgetLine.LAST_YEAR) {
                flaw(at + ".year", "budget-year", BudgetLine.FIRST_YEAR, BudgetLine.LAST_YEAR);
            }
            if (line.kind() == null) {
                flaw(at + ".kind", "budget-kind");
            }
            atMost(at + ".funder", line.funder(), BudgetLine.LONGEST_FUNDER);
            money(at + ".planned", line.planned());
            money(at + ".spent", line.spent());
            if (line.planned() == null && line.spent() == null) {
                flaw(at + ".planned", "budget-empty");
            }
            if (!seen.add(line.key())) {
                flaw(at + ".year", "budget-twice");
            }
        }
    }

    private void milestones() {
        if (plan.milestones().size() > ActivityPlan.MOST_ROWS) {
            flaw("milestones", "too-many-rows", ActivityPlan.MOST_ROWS);
            return;
        }
        for (int index = 0; index < plan.milestones().size(); index++) {
            var at = "milestones[" + index + "]";
            var milestone = plan.milestones().get(index);
            if (milestone.title().isEmpty()) {
                flaw(at + ".title", "milestone-title");
            }
            atMost(at + ".title", milestone.title(), Milestone.LONGEST_TITLE);
            if (milestone.dueOn() == null) {
                flaw(at + ".dueOn", "milestone-due");
            }
            plausible(at + ".dueOn", milestone.dueOn());
            plausible(at + ".reachedOn", milestone.reachedOn());
            if (milestone.reachedOn() != null && milestone.reachedOn().isAfter(around.today())) {
                flaw(at + ".reachedOn", "reached-in-future");
            }
        }
    }

    private void money(String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            flaw(field, "money-negative");
        } else if (!Cleaned.isPlausible(amount, MOST_MONEY)) {
            flaw(field, "number-implausible");
        }
    }

    private void plausible(String field, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            flaw(field, "date-implausible", BudgetLine.FIRST_YEAR, BudgetLine.LAST_YEAR);
        }
    }

    private void atMost(String field, String text, int longest) {
        if (text.length() > longest) {
            flaw(field, "too-long", longest, text.length());
        }
    }

    private static String shortened(String code) {
        return code.length() > 40 ? code.substring(0, 40) + "…" : code;
    }

    private void flaw(String field, String reason, Object... arguments) {
        flaws.add(Flaw.of(field, reason, arguments));
    }
}
