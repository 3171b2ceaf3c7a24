package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.files.StoredFiles;
import org.samklima.portal.planning.PlanReferences;
import org.samklima.portal.planning.history.PlanHistory;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's activities. Every change of one stands in the plan's history, by whoever is bound. */
@Service
public class Activities {

    private final StoredActivities stored;
    private final ActivityWriting writing;
    private final SurroundingsReader surroundings;
    private final AttachedFiles attached;
    private final StoredFiles files;
    private final PlanHistory history;
    private final AuditTrail audit;
    private final ObjectProvider<PlanReferences> references;
    private final Clock clock;

    Activities(
            StoredActivities stored,
            ActivityWriting writing,
            SurroundingsReader surroundings,
            AttachedFiles attached,
            StoredFiles files,
            PlanHistory history,
            AuditTrail audit,
            ObjectProvider<PlanReferences> references,
            Clock clock) {
        this.stored = stored;
        this.writing = writing;
        this.surroundings = surroundings;
        this.attached = attached;
        this.files = files;
        this.history = history;
        this.audit = audit;
        this.references = references;
        this.clock = clock;
    }

    /** In the order of their making. */
    @Transactional(readOnly = true)
    public List<Activity> all() {
        return stored.all();
    }

    /** Those of them that there are. */
    @Transactional(readOnly = true)
    public List<Activity> all(Collection<UUID> ids) {
        return stored.all(ids);
    }

    @Transactional(readOnly = true)
    Optional<Activity> find(UUID id) {
        return stored.find(id);
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    Activity get(UUID id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    /** What activities can refer to, and where their names come from. */
    @Transactional(readOnly = true)
    public Surroundings surroundings() {
        return surroundings.read();
    }

    /** What activities are called by, for whoever only looks at them: no references. */
    @Transactional(readOnly = true)
    Surroundings names() {
        return surroundings.names();
    }

    /** Where the tenant is. */
    @Transactional(readOnly = true)
    LocalDate today() {
        return surroundings.today();
    }

    /** @throws InvalidInput if the plan makes no sense */
    @Transactional
    Activity add(ActivityPlan plan) {
        return carryOut(List.of(plan), Map.of()).getFirst();
    }

    /**
     * Adds and changes many at once, all or none; whatever they were before, those that are changed become what is said.
     *
     * @return those that were added
     * @throws InvalidInput if a plan makes no sense; look with {@link ActivityCheck} before
     */
    @Transactional
    public List<Activity> carryOut(List<ActivityPlan> added, Map<UUID, ActivityPlan> changed) {
        var around = surroundings.read();
        var at = clock.instant();
        var before = stored.all(changed.keySet());
        if (before.size() != changed.size()) {
            throw Problem.notFound();
        }
        around.givingUp(before, changed);
        var after = new ArrayList<Activity>();
        for (var activity : before) {
            after.add(activity.changed(changed.get(activity.id()), around, at));
            around.joinedBy(after.getLast());
        }
        var fresh = new ArrayList<Activity>();
        for (var plan : added) {
            fresh.add(Activity.begun(plan, around, at));
            around.joinedBy(fresh.getLast());
        }
        if (!after.isEmpty()) {
            writing.update(after);
        }
        if (!fresh.isEmpty()) {
            writing.insert(fresh);
        }
        history.changed(facts(before, around), facts(after, around));
        history.added(facts(fresh, around));
        return fresh;
    }

    /**
     * @param seen the version that was looked at
     * @throws OptimisticLockingFailureException if somebody changed it since
     * @throws InvalidInput if the plan makes no sense
     */
    @Transactional
    Activity change(UUID id, int seen, ActivityPlan plan) {
        return changed(id, (activity, around) -> {
            if (activity.version() != seen) {
                throw new OptimisticLockingFailureException("The activity has version " + activity.version());
            }
            return activity.changed(plan, around, clock.instant());
        });
    }

    /** @throws Problem if that cannot follow on what it is */
    @Transactional
    public Activity become(UUID id, ActivityStatus status) {
        return changed(id, (activity, around) -> activity.become(status, around.today(), clock.instant()));
    }

    /** @throws Problem if there is no such milestone, it is reached already, or the day is still to come */
    @Transactional
    Activity reach(UUID id, UUID milestone, LocalDate on) {
        return changed(id, (activity, around) -> activity.reached(milestone, on, around.today(), clock.instant()));
    }

    /** @throws Problem if there is no such milestone, or it is not reached */
    @Transactional
    Activity reopen(UUID id, UUID milestone) {
        return changed(id, (activity, _) -> activity.notReached(milestone, clock.instant()));
    }

    private Activity changed(UUID id, BiFunction<Activity, Surroundings, Activity> change) {
        var before = stored.lock(id);
        var around = surroundings.read();
        var after = change.apply(before, around);
        if (after.plan().equals(before.plan())) {
            return before;
        }
        writing.update(List.of(after));
        noteChange(before, after, around);
        return stored.find(id).orElseThrow();
    }

    private static List<PlanItem> facts(List<Activity> activities, Surroundings around) {
        return activities.stream()
                .map(activity -> ActivityFacts.of(activity, around))
                .toList();
    }

    private void noteChange(Activity before, Activity after, Surroundings around) {
        history.changed(ActivityFacts.of(before, around), ActivityFacts.of(after, around));
    }

    /**
     * Removes it with its log and its files.
     *
     * @throws Problem if a report that was submitted refers to it
     */
    @Transactional
    void remove(UUID id) {
        var activity = stored.lock(id);
        if (references.stream().anyMatch(one -> !one.referredTo(Set.of(id)).isEmpty())) {
            throw Problem.conflict("activities.referred-to", activity.title());
        }
        var fileIds = attached.allOf(id);
        writing.remove(id);
        files.remove(fileIds);
        history.removed(ActivityFacts.of(activity, surroundings.read()));
        audit.record("activity.removed", "activity", id, Map.of("title", activity.title()));
    }
}
