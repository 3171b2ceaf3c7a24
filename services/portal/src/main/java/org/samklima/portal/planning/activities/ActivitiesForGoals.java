package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.planning.goals.ServingActivities;
import org.samklima.portal.planning.goals.ServingActivity;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which activities serve the goals. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class ActivitiesForGoals implements ServingActivities {

    private final StoredActivities stored;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActivitiesForGoals(StoredActivities stored, Tenants tenants, JdbcClient jdbc, Clock clock) {
        this.stored = stored;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is under way or to come first. From what is cancelled nothing is expected any more. */
    @Override
    public List<ServingActivity> of(UUID goal) {
        var ids = jdbc.sql("SELECT activity_id FROM activity_goal WHERE tenant_id = ? AND goal_id = ?")
                .params(Tenancy.tenantId(), goal)
                .query(UUID.class)
                .list();
        var today = tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
        return stored.all(ids).stream()
                .sorted(Comparator.comparing(activity -> activity.status().isOver()))
                .map(activity -> serving(activity, today))
                .toList();
    }

    private static ServingActivity serving(Activity activity, LocalDate today) {
        var plan = activity.plan();
        var late = activity.isLate(today);
        return new ServingActivity(
                activity.id(),
                activity.title(),
                "activities/" + activity.id(),
                late ? "goals.state.LATE" : "planning.value.status." + activity.status(),
                late ? "bad" : activity.status().tone(),
                plan.responsible(),
                plan.endsOn(),
                activity.status() == ActivityStatus.CANCELLED ? null : plan.effectTonnes());
    }

    @Override
    public Map<UUID, Integer> counts() {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT goal_id, count(*) AS activities FROM activity_goal WHERE tenant_id = ? GROUP BY goal_id")
                .param(Tenancy.tenantId())
                .query(row -> {
                    counts.put(row.getObject("goal_id", UUID.class), row.getInt("activities"));
                });
        return counts;
    }
}
