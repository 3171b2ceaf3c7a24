package org.samklima.portal.planning.activitylists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.planning.activitylists.Tallies.Group;
import org.samklima.portal.planning.activitylists.Tallies.Sum;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the database for the activities of the bound tenant: one question each, however many there are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ActivityReading {

    /**
     * Puts activities and their money below one another instead of joining them: a join can be planned so that it compares each
     * with each, and was, right after many activities had been imported and before the database knew how many there are.
     */
    private static final String TALLIES = "SELECT status, late, count(*) AS activities,"
            + " sum(planned) AS planned, count(planned) AS with_planned, sum(spent) AS spent, count(spent) AS with_spent,"
            + " sum(effect) AS effect, count(effect) AS with_effect, min(first) AS first, max(last) AS last"
            + " FROM (SELECT max(status) AS status, bool_or(late) AS late, max(effect) AS effect, min(first) AS first,"
            + " max(last) AS last, sum(planned) AS planned, sum(spent) AS spent"
            + " FROM (SELECT a.id, a.status, %s AS late, a.effect_tonnes AS effect, least(a.starts_on, a.ends_on) AS first,"
            + " greatest(a.starts_on, a.ends_on) AS last, NULL::numeric AS planned, NULL::numeric AS spent"
            + " FROM activity a WHERE %s"
            + " UNION ALL SELECT activity_id, NULL, NULL, NULL, NULL, NULL, planned, spent"
            + " FROM activity_budget WHERE tenant_id = :tenant) part GROUP BY id HAVING max(status) IS NOT NULL) whole"
            + " GROUP BY status, late";

    private final JdbcClient jdbc;

    ActivityReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Group> groups(Condition condition) {
        return jdbc.sql(TALLIES.formatted(Condition.LATE, condition.sql()))
                .params(condition.values())
                .query((row, _) -> group(row))
                .list();
    }

    private static Group group(ResultSet row) throws SQLException {
        long activities = row.getLong("activities");
        return new Group(
                ActivityStatus.valueOf(row.getString("status")),
                row.getBoolean("late"),
                activities,
                sum(row, "planned", activities),
                sum(row, "spent", activities),
                sum(row, "effect", activities),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class));
    }

    private static Sum sum(ResultSet row, String of, long activities) throws SQLException {
        long having = row.getLong("with_" + of);
        return new Sum(row.getBigDecimal(of), having, activities - having);
    }

    /** @param order one of {@link ActivityOrder}, which may ask for {@code :order}, the fields of action as they are read */
    List<ActivityRow> page(Condition condition, String order, UUID[] fields, long offset, int limit) {
        return jdbc.sql("SELECT " + ActivityRow.COLUMNS + " FROM activity a WHERE " + condition.sql() + " ORDER BY "
                        + order + " LIMIT :limit OFFSET :offset")
                .params(condition.values())
                .params(Map.of("order", fields, "limit", limit, "offset", offset))
                .query((row, _) -> ActivityRow.of(row, today(condition)))
                .list();
    }

    /** Of each status the most urgent. */
    List<ActivityRow> ofEachStatus(Condition condition, int most) {
        return jdbc.sql("SELECT " + ActivityRow.COLUMNS
                        + " FROM (SELECT a.*, row_number() OVER (PARTITION BY a.status ORDER BY "
                        + ActivityOrder.BY_URGENCY + ") AS place FROM activity a WHERE " + condition.sql()
                        + ") a WHERE place <= :most ORDER BY place")
                .params(condition.values())
                .param("most", most)
                .query((row, _) -> ActivityRow.of(row, today(condition)))
                .list();
    }

    List<UUID> ids(Condition condition, String order, UUID[] fields) {
        return jdbc.sql("SELECT a.id FROM activity a WHERE " + condition.sql() + " ORDER BY " + order)
                .params(condition.values())
                .param("order", fields)
                .query(UUID.class)
                .list();
    }

    private static LocalDate today(Condition condition) {
        return (LocalDate) condition.values().get("today");
    }
}
