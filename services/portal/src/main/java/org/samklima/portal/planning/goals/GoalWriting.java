package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the bound tenant's goals. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class GoalWriting {

    private static final List<String> COLUMNS = List.of(
            "kind",
            "title",
            "description",
            "field_id",
            "indicator_code",
            "sector_code",
            "denominator_code",
            "baseline_year",
            "baseline_value",
            "target_year",
            "target_value",
            "due_on",
            "reached_on",
            "decided_by",
            "decided_on",
            "decision_link",
            "archived_at",
            "lock_version",
            "changed_at");

    private static final String INSERT = "INSERT INTO goal (tenant_id, id, created_at, " + String.join(", ", COLUMNS)
            + ") VALUES (?, ?, ?" + ", ?".repeat(COLUMNS.size()) + ")";

    private static final String UPDATE = "UPDATE goal SET " + String.join(" = ?, ", COLUMNS)
            + " = ? WHERE tenant_id = ? AND id = ? AND lock_version = ?";

    private final JdbcClient jdbc;

    GoalWriting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Goal goal) {
        var values = new ArrayList<@Nullable Object>(
                Arrays.asList(Tenancy.tenantId(), goal.id(), goal.createdAt().atOffset(ZoneOffset.UTC)));
        values.addAll(values(goal));
        jdbc.sql(INSERT).params(values).update();
        insertYears(goal);
    }

    /** @throws Problem if somebody else has changed it since */
    void update(Goal goal) {
        var values = new ArrayList<>(values(goal));
        values.addAll(Arrays.asList(Tenancy.tenantId(), goal.id(), goal.lockVersion() - 1));
        if (jdbc.sql(UPDATE).params(values).update() == 0) {
            throw Problem.conflict("goals.overtaken");
        }
        for (var table : List.of("goal_interim", "goal_scenario")) {
            jdbc.sql("DELETE FROM " + table + " WHERE tenant_id = ? AND goal_id = ?")
                    .params(Tenancy.tenantId(), goal.id())
                    .update();
        }
        insertYears(goal);
    }

    /** @throws Problem if activities serve it */
    void delete(UUID goal) {
        try {
            jdbc.sql("DELETE FROM goal WHERE tenant_id = ? AND id = ?")
                    .params(Tenancy.tenantId(), goal)
                    .update();
        } catch (DataIntegrityViolationException served) {
            throw Problem.conflict("goals.remove.served");
        }
    }

    private static List<@Nullable Object> values(Goal goal) {
        var terms = goal.terms();
        var target = terms.target();
        var milestone = terms.milestone();
        var decision = terms.decision();
        var archived = goal.archivedAt();
        return Arrays.asList(
                terms.kind().name(),
                terms.title(),
                terms.description(),
                terms.field(),
                target == null ? null : target.indicator(),
                target == null || target.sector() == null ? "" : target.sector(),
                target == null ? null : target.per(),
                target == null ? null : target.baselineYear(),
                target == null ? null : target.baselineValue(),
                target == null ? null : target.year(),
                target == null ? null : target.value(),
                milestone == null ? null : milestone.dueOn(),
                milestone == null ? null : milestone.reachedOn(),
                decision.by(),
                decision.on(),
                decision.link(),
                archived == null ? null : archived.atOffset(ZoneOffset.UTC),
                goal.lockVersion(),
                goal.changedAt().atOffset(ZoneOffset.UTC));
    }

    private void insertYears(Goal goal) {
        var target = goal.terms().target();
        insert("goal_interim", goal.id(), target == null ? new TreeMap<>() : target.interim());
        insert("goal_scenario", goal.id(), target == null ? new TreeMap<>() : target.scenario());
    }

    private void insert(String table, UUID goal, SortedMap<Integer, BigDecimal> values) {
        if (!values.isEmpty()) {
            jdbc.sql("INSERT INTO " + table + " (tenant_id, goal_id, year, value)"
                            + " SELECT ?, ?, year, value FROM unnest(?, ?) AS one (year, value)")
                    .params(
                            Tenancy.tenantId(),
                            goal,
                            values.keySet().toArray(Integer[]::new),
                            values.values().toArray(BigDecimal[]::new))
                    .update();
        }
    }

    /** All goals of a field go into another. */
    void move(UUID from, UUID to, Instant now) {
        jdbc.sql("UPDATE goal SET field_id = ?, lock_version = lock_version + 1, changed_at = ?"
                        + " WHERE tenant_id = ? AND field_id = ?")
                .params(to, now.atOffset(ZoneOffset.UTC), Tenancy.tenantId(), from)
                .update();
    }
}
