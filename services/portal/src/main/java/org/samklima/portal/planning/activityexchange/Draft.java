package org.samklima.portal.planning.activityexchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.activities.ActivityPlan;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activities.BudgetLine;
import org.samklima.portal.planning.activities.Milestone;

/** An activity's plan while a row of a list is written over it. */
final class Draft {

    private final ActivityPlan before;

    String title;
    String reference;
    String description;

    @Nullable UUID fieldId;

    Set<UUID> goals;

    @Nullable UUID responsibleId;

    String responsible;
    String partners;

    @Nullable ActivityStatus status;

    @Nullable LocalDate startsOn;

    @Nullable LocalDate endsOn;

    @Nullable BigDecimal effectTonnes;

    String effectAssumption;
    Set<String> coBenefits;
    boolean shownPublicly;
    private List<BudgetLine> budget;
    private List<Milestone> milestones;

    Draft(ActivityPlan plan) {
        before = plan;
        title = plan.title();
        reference = plan.reference();
        description = plan.description();
        fieldId = plan.fieldId();
        goals = plan.goals();
        responsibleId = plan.responsibleId();
        responsible = plan.responsible();
        partners = plan.partners();
        status = plan.status();
        startsOn = plan.startsOn();
        endsOn = plan.endsOn();
        effectTonnes = plan.effectTonnes();
        effectAssumption = plan.effectAssumption();
        coBenefits = plan.coBenefits();
        shownPublicly = plan.shownPublicly();
        budget = plan.budget();
        milestones = plan.milestones();
    }

    /** The same lines in another order are no change. */
    void budget(List<BudgetLine> lines) {
        boolean same = lines.size() == before.budget().size() && new HashSet<>(before.budget()).containsAll(lines);
        budget = same ? before.budget() : lines;
    }

    /** The same milestones in another order are no change; a list does not know their ids. */
    void milestones(List<Milestone> listed) {
        var there =
                new HashSet<>(before.milestones().stream().map(Draft::anonymous).toList());
        boolean same = listed.size() == before.milestones().size() && there.containsAll(listed);
        milestones = same ? before.milestones() : listed;
    }

    private static Milestone anonymous(Milestone milestone) {
        return new Milestone(null, milestone.title(), milestone.dueOn(), milestone.reachedOn());
    }

    ActivityPlan plan() {
        return new ActivityPlan(
                title,
                reference,
                description,
                fieldId,
                new LinkedHashSet<>(goals),
                responsibleId,
                responsible,
                partners,
                status,
                startsOn,
                endsOn,
                effectTonnes,
                effectAssumption,
                new LinkedHashSet<>(coBenefits),
                shownPublicly,
                budget,
                milestones);
    }
}
