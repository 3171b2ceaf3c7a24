package org.samklima.portal.planning.goals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.planning.PlanReferences;
import org.samklima.portal.planning.fields.Fields;
import org.samklima.portal.planning.history.PlanHistory;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant sets itself goals. */
@Service
class GoalChanges {

    private final Goals goals;
    private final GoalWriting writing;
    private final GoalItems items;
    private final Standings standings;
    private final Fields fields;
    private final ObjectProvider<PlanReferences> references;
    private final PlanHistory history;
    private final AuditTrail audit;
    private final Clock clock;

    GoalChanges(
            Goals goals,
            GoalWriting writing,
            GoalItems items,
            Standings standings,
            Fields fields,
            ObjectProvider<PlanReferences> references,
            PlanHistory history,
            AuditTrail audit,
            Clock clock) {
        this.goals = goals;
        this.writing = writing;
        this.items = items;
        this.standings = standings;
        this.fields = fields;
        this.references = references;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws InvalidGoal if what it is measured by is not known, or it leads to the wrong side */
    @Transactional
    Goal add(GoalTerms terms) {
        check(terms);
        var now = clock.instant();
        var goal = new Goal(Ids.next(), terms, null, 0, now, now);
        writing.insert(goal);
        history.added(items.naming().item(goal));
        return goal;
    }

    /**
     * @param basedOn the lock version of the goal that was changed
     * @throws Problem if somebody else has changed it since
     * @throws InvalidGoal as when it is added
     */
    @Transactional
    Goal change(UUID id, int basedOn, GoalTerms terms) {
        var before = goals.find(id).orElseThrow(Problem::notFound);
        if (before.lockVersion() != basedOn) {
            throw Problem.conflict("goals.overtaken");
        }
        check(terms);
        return saved(before, before.with(terms, clock.instant()));
    }

    /**
     * Sets and changes many at once.
     *
     * @param added with what {@link GoalCheck} has nothing to say against
     * @param changed likewise, by goal
     * @throws Problem if somebody is quicker with one of them
     */
    @Transactional
    void carryOut(List<GoalTerms> added, Map<UUID, GoalTerms> changed) {
        var now = clock.instant();
        var naming = items.naming();
        var before = goals.all().stream()
                .filter(goal -> changed.containsKey(goal.id()))
                .toList();
        var after = before.stream()
                .map(goal -> goal.with(Objects.requireNonNull(changed.get(goal.id())), now))
                .toList();
        var fresh = added.stream()
                .map(terms -> new Goal(Ids.next(), terms, null, 0, now, now))
                .toList();
        after.forEach(writing::update);
        fresh.forEach(writing::insert);
        history.changed(
                before.stream().map(naming::item).toList(),
                after.stream().map(naming::item).toList());
        history.added(fresh.stream().map(naming::item).toList());
    }

    private void check(GoalTerms terms) {
        var field = terms.field();
        if (field != null && fields.tree().find(field).isEmpty()) {
            throw new InvalidGoal("field", "unknown-field");
        }
        GoalCheck.check(terms, standings.measures());
    }

    /** Puts it away: it is kept, and no longer among those that are pursued. Once is enough. */
    @Transactional
    Goal archive(UUID id) {
        var before = goals.find(id).orElseThrow(Problem::notFound);
        var now = clock.instant();
        return before.isArchived() ? before : saved(before, before.archived(now, now));
    }

    /** Takes it out of the archive again. */
    @Transactional
    Goal restore(UUID id) {
        var before = goals.find(id).orElseThrow(Problem::notFound);
        return before.isArchived() ? saved(before, before.archived(null, clock.instant())) : before;
    }

    private Goal saved(Goal before, Goal after) {
        writing.update(after);
        var naming = items.naming();
        history.changed(naming.item(before), naming.item(after));
        return after;
    }

    /** @throws Problem if a submitted report refers to it, or activities serve it: then it can be archived */
    @Transactional
    void remove(UUID id) {
        var goal = goals.find(id).orElseThrow(Problem::notFound);
        if (references.stream().anyMatch(other -> other.referredTo(Set.of(id)).contains(id))) {
            throw Problem.conflict("goals.remove.referred");
        }
        var item = items.naming().item(goal);
        writing.delete(id);
        history.removed(item);
        audit.record("goal.removed", "goal", id, Map.of("title", goal.title()));
    }

    /** Puts all goals of a field of action into another. */
    @Transactional
    void move(UUID from, UUID to) {
        var naming = items.naming();
        var moved = goals.all().stream()
                .filter(goal -> from.equals(goal.terms().field()))
                .toList();
        writing.move(from, to, clock.instant());
        moved.forEach(goal -> history.changed(
                naming.item(goal), naming.item(goal.with(goal.terms().in(to), goal.changedAt()))));
    }
}
