package org.samklima.portal.planning.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;

/**
 * An activity as it stands. Every change gives another one and guards what may become of it; {@link Activities} keeps them.
 *
 * @param plan all about it that somebody decides, its status included
 * @param lastLoggedOn the newest day in its log
 * @param version grows with each change, so that the later of two editors can be told
 */
public record Activity(
        UUID id,
        ActivityPlan plan,
        @Nullable LocalDate lastLoggedOn,
        int version,
        Instant createdAt,
        Instant changedAt) {

    /** @throws InvalidInput if the plan makes no sense */
    static Activity begun(ActivityPlan plan, Surroundings around, Instant at) {
        check(plan, around, null);
        var status = Objects.requireNonNullElse(plan.status(), ActivityStatus.NOT_STARTED);
        return new Activity(Ids.next(), settled(plan.withStatus(status), List.of(), around), null, 0, at, at);
    }

    /** @throws InvalidInput if the plan makes no sense, or its status cannot follow on the present one */
    Activity changed(ActivityPlan plan, Surroundings around, Instant at) {
        check(plan, around, this);
        return with(as(plan, around).plan, at);
    }

    /** As it would be by a plan that is not checked and not kept. */
    Activity as(ActivityPlan plan, Surroundings around) {
        var status = Objects.requireNonNullElse(plan.status(), status());
        return with(settled(plan.withStatus(status), this.plan.milestones(), around), changedAt);
    }

    private static void check(ActivityPlan plan, Surroundings around, @Nullable Activity before) {
        var flaws = ActivityCheck.flaws(plan, around, before);
        if (!flaws.isEmpty()) {
            throw new InvalidInput(flaws);
        }
    }

    private static ActivityPlan settled(ActivityPlan plan, List<Milestone> before, Surroundings around) {
        var named = plan.responsibleId() == null
                ? plan
                : plan.withResponsible(around.people().getOrDefault(plan.responsibleId(), plan.responsible()));
        return named.withMilestones(Milestone.identified(named.milestones(), before));
    }

    /** Work has begun, or goes on after a pause. */
    Activity started(Instant at) {
        return now(ActivityStatus.ONGOING, at);
    }

    /** @throws Problem if it is cancelled or completed, or its first day is still to come */
    Activity completed(LocalDate today, Instant at) {
        if (plan.startsOn() != null && plan.startsOn().isAfter(today)) {
            throw Problem.conflict("activities.flaw.completed-before-start", plan.startsOn());
        }
        return now(ActivityStatus.COMPLETED, at);
    }

    Activity postponed(Instant at) {
        return now(ActivityStatus.POSTPONED, at);
    }

    Activity cancelled(Instant at) {
        return now(ActivityStatus.CANCELLED, at);
    }

    /** Back among what is still to be done. */
    Activity notStarted(Instant at) {
        return now(ActivityStatus.NOT_STARTED, at);
    }

    /** @throws Problem if that cannot follow on what it is */
    Activity become(ActivityStatus wanted, LocalDate today, Instant at) {
        if (wanted == status()) {
            return this;
        }
        return switch (wanted) {
            case NOT_STARTED -> notStarted(at);
            case ONGOING -> started(at);
            case COMPLETED -> completed(today, at);
            case POSTPONED -> postponed(at);
            case CANCELLED -> cancelled(at);
        };
    }

    private Activity now(ActivityStatus status, Instant at) {
        if (!status().next().contains(status)) {
            throw Problem.conflict("activities.flaw.status-after." + status().name());
        }
        return with(plan.withStatus(status), at);
    }

    /** @throws Problem if there is no such milestone, it is reached already, or the day is still to come */
    Activity reached(UUID milestone, LocalDate on, LocalDate today, Instant at) {
        return milestone(milestone, one -> one.reached(on, today), at);
    }

    /** @throws Problem if there is no such milestone, or it is not reached */
    Activity notReached(UUID milestone, Instant at) {
        return milestone(milestone, Milestone::reopened, at);
    }

    private Activity milestone(UUID id, UnaryOperator<Milestone> change, Instant at) {
        if (plan.milestones().stream().noneMatch(milestone -> id.equals(milestone.id()))) {
            throw Problem.notFound();
        }
        List<Milestone> milestones = plan.milestones().stream()
                .map(milestone -> id.equals(milestone.id()) ? change.apply(milestone) : milestone)
                .toList();
        return with(plan.withMilestones(milestones), at);
    }

    private Activity with(ActivityPlan plan, Instant at) {
        return new Activity(id, plan, lastLoggedOn, version, createdAt, at);
    }

    public String title() {
        return plan.title();
    }

    public ActivityStatus status() {
        return Objects.requireNonNull(plan.status());
    }

    boolean isLate(LocalDate today) {
        return lateSince(today) != null;
    }

    /** The day that passed without what it was the last day for; null if it is not late. */
    public @Nullable LocalDate lateSince(LocalDate today) {
        return status().lateSince(plan.startsOn(), plan.endsOn(), today);
    }
}
