package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans of activities for tests, saying only what matters there. */
public final class PlanBuilder {

    private final String title;
    private String reference = "";
    private @Nullable UUID field;
    private final Set<UUID> goals = new LinkedHashSet<>();
    private @Nullable UUID responsibleId;
    private String responsible = "";
    private @Nullable ActivityStatus status;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable BigDecimal effect;
    private String assumption = "";
    private final Set<String> benefits = new LinkedHashSet<>();
    private final List<BudgetLine> budget = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();

    private PlanBuilder(String title) {
        this.title = title;
    }

    static PlanBuilder plan(String title) {
        return new PlanBuilder(title);
    }

    PlanBuilder reference(String reference) {
        this.reference = reference;
        return this;
    }

    PlanBuilder field(UUID field) {
        this.field = field;
        return this;
    }

    PlanBuilder serving(UUID... served) {
        goals.addAll(List.of(served));
        return this;
    }

    PlanBuilder responsible(@Nullable UUID person, String name) {
        this.responsibleId = person;
        this.responsible = name;
        return this;
    }

    PlanBuilder status(ActivityStatus status) {
        this.status = status;
        return this;
    }

    PlanBuilder from(@Nullable LocalDate day) {
        this.startsOn = day;
        return this;
    }

    PlanBuilder until(@Nullable LocalDate day) {
        this.endsOn = day;
        return this;
    }

    PlanBuilder effect(String tonnes, String assumption) {
        this.effect = new BigDecimal(tonnes);
        this.assumption = assumption;
        return this;
    }

    PlanBuilder benefits(String... codes) {
        benefits.addAll(List.of(codes));
        return this;
    }

    PlanBuilder budget(int year, BudgetKind kind, String funder, @Nullable String planned, @Nullable String spent) {
        budget.add(new BudgetLine(
                year,
                kind,
                funder,
                planned == null ? null : new BigDecimal(planned),
                spent == null ? null : new BigDecimal(spent)));
        return this;
    }

    PlanBuilder milestone(String title, @Nullable LocalDate dueOn) {
        milestones.add(new Milestone(null, title, dueOn, null));
        return this;
    }

    ActivityPlan build() {
        return new ActivityPlan(
                title,
                reference,
                "",
                field,
                goals,
                responsibleId,
                responsible,
                "",
                status,
                startsOn,
                endsOn,
                effect,
                assumption,
                benefits,
                false,
                budget,
                milestones);
    }
}
