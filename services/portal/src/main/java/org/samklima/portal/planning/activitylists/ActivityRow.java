package org.samklima.portal.planning.activitylists;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.activities.ActivityStatus;

/**
 * An activity as lists show it.
 *
 * @param lateSince the day that passed without what it was the last day for; null if it is not late
 * @param planned over all years and kinds, in the tenant's currency; null where nobody said
 * @param spent likewise
 * @param effectTonnes of CO2e a year
 */
record ActivityRow(
        UUID id,
        String reference,
        String title,
        @Nullable UUID fieldId,
        ActivityStatus status,
        @Nullable LocalDate lateSince,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String responsible,
        @Nullable LocalDate lastLoggedOn,
        boolean shownPublicly,
        @Nullable BigDecimal effectTonnes,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal spent) {

    static final String PLANNED = sum("planned");
    static final String SPENT = sum("spent");

    static final String COLUMNS =
            "a.id, a.reference, a.title, a.field_id, a.status, a.starts_on, a.ends_on, a.responsible,"
                    + " a.last_logged_on, a.shown_publicly, a.effect_tonnes, " + PLANNED + " AS planned, " + SPENT
                    + " AS spent";

    private static String sum(String column) {
        return "(SELECT sum(b." + column
                + ") FROM activity_budget b WHERE b.tenant_id = a.tenant_id AND b.activity_id = a.id)";
    }

    static ActivityRow of(ResultSet row, LocalDate today) throws SQLException {
        var status = ActivityStatus.valueOf(row.getString("status"));
        var startsOn = row.getObject("starts_on", LocalDate.class);
        var endsOn = row.getObject("ends_on", LocalDate.class);
        return new ActivityRow(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("title"),
                row.getObject("field_id", UUID.class),
                status,
                status.lateSince(startsOn, endsOn, today),
                startsOn,
                endsOn,
                row.getString("responsible"),
                row.getObject("last_logged_on", LocalDate.class),
                row.getBoolean("shown_publicly"),
                row.getBigDecimal("effect_tonnes"),
                row.getBigDecimal("planned"),
                row.getBigDecimal("spent"));
    }
}
