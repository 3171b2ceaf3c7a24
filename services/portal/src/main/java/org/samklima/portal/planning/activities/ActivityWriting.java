package org.samklima.portal.planning.activities;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The activities of the bound tenant as the database keeps them: writing, many at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ActivityWriting {

    private static final String INSERT = "INSERT INTO activity (title, reference, description, field_id, status,"
            + " starts_on, ends_on, responsible_id, responsible, partners, effect_tonnes, effect_assumption, co_benefits,"
            + " shown_publicly, changed_at, created_at, tenant_id, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE = "UPDATE activity SET title = ?, reference = ?, description = ?, field_id = ?,"
            + " status = ?, starts_on = ?, ends_on = ?, responsible_id = ?, responsible = ?, partners = ?,"
            + " effect_tonnes = ?, effect_assumption = ?, co_benefits = ?, shown_publicly = ?, changed_at = ?,"
            + " lock_version = lock_version + 1 WHERE tenant_id = ? AND id = ? AND lock_version = ?";

    private final JdbcOperations statements;

    ActivityWriting(JdbcOperations statements) {
        this.statements = statements;
    }

    /** @throws Problem if somebody else was quicker with the same reference */
    void insert(List<Activity> added) {
        orTaken(() -> statements.batchUpdate(
                INSERT,
                added.stream()
                        .map(activity -> row(activity, moment(activity.createdAt()), Tenancy.tenantId(), activity.id()))
                        .toList()));
        insertParts(added);
    }

    /**
     * @throws OptimisticLockingFailureException if somebody else was quicker with one of them
     * @throws Problem if somebody else was quicker with the same reference
     */
    void update(List<Activity> changed) {
        giveUpReferences(changed);
        orTaken(() -> {
            var updated = statements.batchUpdate(
                    UPDATE,
                    changed.stream()
                            .map(activity -> row(activity, Tenancy.tenantId(), activity.id(), activity.version()))
                            .toList());
            if (Arrays.stream(updated).anyMatch(rows -> rows == 0)) {
                throw new OptimisticLockingFailureException("An activity was changed meanwhile");
            }
        });
        removeParts(changed.stream().map(Activity::id).toList());
        insertParts(changed);
    }

    /** Each reference is one activity's in every statement: two that exchange theirs first have none. */
    private void giveUpReferences(List<Activity> changed) {
        if (changed.size() > 1) {
            statements.update(
                    "UPDATE activity SET reference = '' FROM unnest(?, ?) AS wanted (activity, called)"
                            + " WHERE tenant_id = ? AND id = activity AND reference <> called",
                    changed.stream().map(Activity::id).toArray(UUID[]::new),
                    changed.stream()
                            .map(activity -> activity.plan().reference())
                            .toArray(String[]::new),
                    Tenancy.tenantId());
        }
    }

    void remove(UUID id) {
        statements.update("DELETE FROM activity WHERE tenant_id = ? AND id = ?", Tenancy.tenantId(), id);
    }

    private static void orTaken(Runnable writing) {
        try {
            writing.run();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("activities.reference-just-taken");
        }
    }

    private static @Nullable Object[] row(Activity activity, Object... last) {
        var plan = activity.plan();
        var row = new ArrayList<@Nullable Object>(Arrays.asList(
                plan.title(),
                plan.reference(),
                plan.description(),
                plan.fieldId(),
                activity.status().name(),
                plan.startsOn(),
                plan.endsOn(),
                plan.responsibleId(),
                plan.responsible(),
                plan.partners(),
                plan.effectTonnes(),
                plan.effectAssumption(),
                plan.coBenefits().toArray(String[]::new),
                plan.shownPublicly(),
                moment(activity.changedAt())));
        row.addAll(Arrays.asList(last));
        return row.toArray();
    }

    private void removeParts(Collection<UUID> activities) {
        for (var table : List.of("activity_goal", "activity_budget", "activity_milestone")) {
            statements.update(
                    "DELETE FROM " + table + " WHERE tenant_id = ? AND activity_id = ANY (?)",
                    Tenancy.tenantId(),
                    activities.toArray(UUID[]::new));
        }
    }

    private void insertParts(List<Activity> activities) {
        insertEach(
                "INSERT INTO activity_goal (tenant_id, activity_id, goal_id) VALUES (?, ?, ?)",
                activities,
                activity -> activity.plan().goals().stream().map(goal -> row(activity.id(), goal)));
        insertEach(
                "INSERT INTO activity_budget (tenant_id, activity_id, id, year, kind, funder, planned, spent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                activities,
                activity -> activity.plan().budget().stream()
                        .map(line -> row(
                                activity.id(),
                                Ids.next(),
                                line.year(),
                                String.valueOf(line.kind()),
                                line.funder(),
                                line.planned(),
                                line.spent())));
        insertEach(
                "INSERT INTO activity_milestone (tenant_id, activity_id, id, title, due_on, reached_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                activities,
                activity -> activity.plan().milestones().stream()
                        .map(milestone -> row(
                                activity.id(),
                                milestone.id(),
                                milestone.title(),
                                milestone.dueOn(),
                                milestone.reachedOn())));
    }

    private void insertEach(
            String sql, List<Activity> activities, Function<Activity, Stream<@Nullable Object[]>> rows) {
        var all = activities.stream().flatMap(rows).toList();
        if (!all.isEmpty()) {
            statements.batchUpdate(sql, all);
        }
    }

    private static @Nullable Object[] row(UUID activity, @Nullable Object... more) {
        var row = new ArrayList<@Nullable Object>();
        row.add(Tenancy.tenantId());
        row.add(activity);
        row.addAll(Arrays.asList(more));
        return row.toArray();
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
