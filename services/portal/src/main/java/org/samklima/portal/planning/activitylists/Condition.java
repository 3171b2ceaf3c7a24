package org.samklima.portal.planning.activitylists;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activities.Silence;
import org.samklima.portal.planning.fields.FieldTree;
import org.samklima.portal.tenancy.Tenancy;

/**
 * An {@link ActivityFilter} as SQL, about {@code activity a}.
 *
 * @param sql always with the tenant
 * @param values of its named parameters; {@code :tenant} and {@code :today} are always there
 */
record Condition(String sql, Map<String, Object> values) {

    /** The same as {@link ActivityStatus#lateSince} says. */
    static final String LATE =
            "coalesce(a.status IN ('NOT_STARTED', 'ONGOING') AND a.ends_on < :today OR a.status = 'NOT_STARTED' AND a.starts_on < :today, false)";

    /**
     * @param me whose activities are theirs; null for nobody
     * @param today where the tenant is
     * @param zone likewise
     */
    static Condition of(ActivityFilter filter, FieldTree fields, @Nullable UUID me, LocalDate today, ZoneId zone) {
        var condition = new Building();
        condition.values.put("tenant", Tenancy.tenantId());
        condition.values.put("today", today);
        condition.text(filter);
        condition.field(filter, fields);
        condition.goal(filter);
        condition.responsible(filter, me);
        condition.state(filter, zone);
        return new Condition(String.join(" AND ", condition.parts), Map.copyOf(condition.values));
    }

    private static final class Building {

        private final List<String> parts = new ArrayList<>(List.of("a.tenant_id = :tenant"));
        private final Map<String, Object> values = new HashMap<>();

        private void text(ActivityFilter filter) {
            if (!filter.q().isEmpty()) {
                and(
                        "strpos(lower(concat_ws(' ', a.reference, a.title, a.responsible, a.partners, a.description)), lower(:q)) > 0",
                        "q",
                        filter.q());
            }
        }

        private void field(ActivityFilter filter, FieldTree fields) {
            filter.fieldId()
                    .ifPresentOrElse(
                            id -> and(
                                    "a.field_id = ANY (:fields)",
                                    "fields",
                                    fields.within(id).toArray(UUID[]::new)),
                            () -> none(filter.field(), "a.field_id IS NULL"));
        }

        private void goal(ActivityFilter filter) {
            var serves = "(SELECT FROM activity_goal g WHERE g.tenant_id = a.tenant_id AND g.activity_id = a.id";
            filter.goalId()
                    .ifPresentOrElse(
                            id -> and("EXISTS " + serves + " AND g.goal_id = :goal)", "goal", id),
                            () -> none(filter.goal(), "NOT EXISTS " + serves + ")"));
        }

        private void responsible(ActivityFilter filter, @Nullable UUID me) {
            var person = filter.isMine() ? me : filter.responsibleId().orElse(null);
            if (person != null) {
                and("a.responsible_id = :person", "person", person);
            } else if (filter.isMine()) {
                parts.add("false");
            } else if (filter.responsible().equals(ActivityFilter.NONE)) {
                parts.add("a.responsible_id IS NULL AND a.responsible = ''");
            } else if (!filter.responsible().isEmpty()) {
                and("a.responsible_id IS NULL AND a.responsible = :somebody", "somebody", filter.responsible());
            }
        }

        private void state(ActivityFilter filter, ZoneId zone) {
            if (!filter.status().isEmpty()) {
                and("a.status = ANY (:status)", "status", filter.status().toArray(String[]::new));
            }
            if (filter.isLateOnly()) {
                parts.add(LATE);
            }
            if (filter.isQuietOnly()) {
                and(Silence.QUIET, "zone", zone.getId());
            }
            if (!filter.shown().isEmpty()) {
                and("a.shown_publicly = :shown", "shown", Boolean.valueOf(filter.shown()));
            }
        }

        private void none(@Nullable String asked, String sql) {
            if (ActivityFilter.NONE.equals(asked)) {
                parts.add(sql);
            }
        }

        private void and(String sql, String name, Object value) {
            parts.add(sql);
            values.put(name, value);
        }
    }
}
