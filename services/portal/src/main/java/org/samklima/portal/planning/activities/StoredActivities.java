package org.samklima.portal.planning.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The activities of the bound tenant as the database keeps them: reading. Four questions, however many there are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StoredActivities {

    private final JdbcClient jdbc;

    StoredActivities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What hangs on activities, by activity. */
    private record Parts(
            Map<UUID, Set<UUID>> goals, Map<UUID, List<BudgetLine>> budget, Map<UUID, List<Milestone>> milestones) {}

    /** In the order of their making. */
    List<Activity> all() {
        return read("", List.of());
    }

    List<Activity> all(Collection<UUID> ids) {
        return read(" AND %s = ANY (?)", List.of((Object) ids.toArray(UUID[]::new)));
    }

    Optional<Activity> find(UUID id) {
        return all(List.of(id)).stream().findFirst();
    }

    /**
     * For whoever changes it: the next one waits until this transaction ends.
     *
     * @throws Problem if there is none
     */
    Activity lock(UUID id) {
        jdbc.sql("SELECT id FROM activity WHERE tenant_id = ? AND id = ? FOR UPDATE")
                .params(Tenancy.tenantId(), id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Problem::notFound);
        return find(id).orElseThrow(Problem::notFound);
    }

    private List<Activity> read(String condition, List<Object> values) {
        var parts = new Parts(
                grouped(
                        "activity_goal",
                        "goal_id",
                        "goal_id",
                        condition,
                        values,
                        LinkedHashSet::new,
                        (row, _) -> row.getObject("goal_id", UUID.class)),
                grouped(
                        "activity_budget",
                        "year, kind, funder, planned, spent",
                        "year, kind, funder",
                        condition,
                        values,
                        ArrayList::new,
                        StoredActivities::budgetLine),
                grouped(
                        "activity_milestone",
                        "id, title, due_on, reached_on",
                        "due_on, id",
                        condition,
                        values,
                        ArrayList::new,
                        StoredActivities::milestone));
        return jdbc.sql("SELECT * FROM activity WHERE tenant_id = ?" + condition.formatted("id") + " ORDER BY id")
                .params(tenantAnd(values))
                .query((row, _) -> activity(row, parts))
                .list();
    }

    private <T, C extends Collection<T>> Map<UUID, C> grouped(
            String table,
            String columns,
            String order,
            String condition,
            List<Object> values,
            Supplier<C> group,
            RowMapper<T> mapper) {
        var byActivity = new HashMap<UUID, C>();
        jdbc.sql("SELECT activity_id, " + columns + " FROM " + table + " WHERE tenant_id = ?"
                        + condition.formatted("activity_id") + " ORDER BY " + order)
                .params(tenantAnd(values))
                .query((ResultSet row) -> {
                    byActivity
                            .computeIfAbsent(row.getObject("activity_id", UUID.class), _ -> group.get())
                            .add(mapper.mapRow(row, 0));
                });
        return byActivity;
    }

    private static List<Object> tenantAnd(List<Object> values) {
        var all = new ArrayList<Object>();
        all.add(Tenancy.tenantId());
        all.addAll(values);
        return all;
    }

    private static BudgetLine budgetLine(ResultSet row, int number) throws SQLException {
        return new BudgetLine(
                row.getInt("year"),
                BudgetKind.valueOf(row.getString("kind")),
                row.getString("funder"),
                row.getBigDecimal("planned"),
                row.getBigDecimal("spent"));
    }

    private static Milestone milestone(ResultSet row, int number) throws SQLException {
        return new Milestone(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("reached_on", LocalDate.class));
    }

    private static Activity activity(ResultSet row, Parts parts) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var plan = new ActivityPlan(
                row.getString("title"),
                row.getString("reference"),
                row.getString("description"),
                row.getObject("field_id", UUID.class),
                parts.goals().getOrDefault(id, Set.of()),
                row.getObject("responsible_id", UUID.class),
                row.getString("responsible"),
                row.getString("partners"),
                ActivityStatus.valueOf(row.getString("status")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBigDecimal("effect_tonnes"),
                row.getString("effect_assumption"),
                new LinkedHashSet<>(
                        List.of((String[]) row.getArray("co_benefits").getArray())),
                row.getBoolean("shown_publicly"),
                parts.budget().getOrDefault(id, List.of()),
                parts.milestones().getOrDefault(id, List.of()));
        return new Activity(
                id,
                plan,
                row.getObject("last_logged_on", LocalDate.class),
                row.getInt("lock_version"),
                moment(row, "created_at"),
                moment(row, "changed_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
