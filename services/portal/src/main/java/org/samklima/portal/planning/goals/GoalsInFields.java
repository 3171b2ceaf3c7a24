package org.samklima.portal.planning.goals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.planning.fields.FieldContents;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which goals the fields of action hold, archived ones too. */
@Component
@Order(1)
@Transactional(propagation = Propagation.MANDATORY)
class GoalsInFields implements FieldContents {

    private final GoalChanges changes;
    private final JdbcClient jdbc;

    GoalsInFields(GoalChanges changes, JdbcClient jdbc) {
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @Override
    public PlanItem.Kind kind() {
        return PlanItem.Kind.GOAL;
    }

    @Override
    public String page() {
        return "goals";
    }

    @Override
    public Map<UUID, Integer> counts() {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT field_id, count(*) AS goals FROM goal WHERE tenant_id = ? AND field_id IS NOT NULL"
                        + " GROUP BY field_id")
                .param(Tenancy.tenantId())
                .query(row -> {
                    counts.put(row.getObject("field_id", UUID.class), row.getInt("goals"));
                });
        return counts;
    }

    @Override
    public List<String> titles(UUID field, int limit) {
        return jdbc.sql("SELECT title FROM goal WHERE tenant_id = ? AND field_id = ? ORDER BY id LIMIT ?")
                .params(Tenancy.tenantId(), field, limit)
                .query(String.class)
                .list();
    }

    @Override
    public void move(UUID from, UUID to) {
        changes.move(from, to);
    }
}
