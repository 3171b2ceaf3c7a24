package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.planning.fields.FieldContents;
import org.samklima.portal.planning.history.PlanHistory;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which activities the fields of action hold. */
@Component
@Order(2)
@Transactional(propagation = Propagation.MANDATORY)
class ActivitiesInFields implements FieldContents {

    private final StoredActivities stored;
    private final SurroundingsReader surroundings;
    private final PlanHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActivitiesInFields(
            StoredActivities stored,
            SurroundingsReader surroundings,
            PlanHistory history,
            JdbcClient jdbc,
            Clock clock) {
        this.stored = stored;
        this.surroundings = surroundings;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public PlanItem.Kind kind() {
        return PlanItem.Kind.ACTIVITY;
    }

    @Override
    public String page() {
        return "activities";
    }

    @Override
    public Map<UUID, Integer> counts() {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT field_id, count(*) AS activities FROM activity"
                        + " WHERE tenant_id = ? AND field_id IS NOT NULL GROUP BY field_id")
                .param(Tenancy.tenantId())
                .query(row -> {
                    counts.put(row.getObject("field_id", UUID.class), row.getInt("activities"));
                });
        return counts;
    }

    @Override
    public List<String> titles(UUID field, int limit) {
        return jdbc.sql("SELECT title FROM activity WHERE tenant_id = ? AND field_id = ? ORDER BY id LIMIT ?")
                .params(Tenancy.tenantId(), field, limit)
                .query(String.class)
                .list();
    }

    @Override
    public void move(UUID from, UUID to) {
        var ids = jdbc.sql("SELECT id FROM activity WHERE tenant_id = ? AND field_id = ? FOR UPDATE")
                .params(Tenancy.tenantId(), from)
                .query(UUID.class)
                .list();
        if (ids.isEmpty()) {
            return;
        }
        var before = stored.all(ids);
        jdbc.sql("UPDATE activity SET field_id = ?, lock_version = lock_version + 1, changed_at = ?"
                        + " WHERE tenant_id = ? AND field_id = ?")
                .params(to, clock.instant().atOffset(ZoneOffset.UTC), Tenancy.tenantId(), from)
                .update();
        var after = stored.all(ids);
        var around = surroundings.read();
        for (int index = 0; index < before.size(); index++) {
            history.changed(ActivityFacts.of(before.get(index), around), ActivityFacts.of(after.get(index), around));
        }
    }
}
