package org.samklima.portal.planning.communication;

import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The points of the bound tenant's year wheel. Whoever changes them lets the tasks follow: {@link WheelChanges}. */
@Repository
public class YearWheel {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    YearWheel(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** In the order of the year. */
    @Transactional(readOnly = true)
    public List<WheelPoint> points() {
        return jdbc.sql("SELECT id, name, month, day, lock_version FROM year_wheel_point WHERE tenant_id = ?"
                        + " ORDER BY month, day, name, id")
                .param(Tenancy.tenantId())
                .query((row, _) -> new WheelPoint(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        MonthDay.of(row.getInt("month"), row.getInt("day")),
                        row.getInt("lock_version")))
                .list();
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public WheelPoint get(UUID id) {
        return points().stream()
                .filter(point -> point.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    Map<UUID, MonthDay> days() {
        var days = new LinkedHashMap<UUID, MonthDay>();
        points().forEach(point -> days.put(point.id(), point.day()));
        return days;
    }

    @Transactional
    WheelPoint add(String name, int month, int day) {
        var point = WheelPoint.of(Ids.next(), name, month, day, 0);
        jdbc.sql("INSERT INTO year_wheel_point (tenant_id, id, name, month, day) VALUES (?, ?, ?, ?, ?)")
                .params(
                        Tenancy.tenantId(),
                        point.id(),
                        point.name(),
                        point.day().getMonthValue(),
                        point.day().getDayOfMonth())
                .update();
        record("year-wheel.point-added", point);
        return point;
    }

    /** @throws Problem as {@link WheelChanges#change} does */
    @Transactional
    WheelPoint change(UUID id, String name, int month, int day, int basedOn) {
        var point = WheelPoint.of(id, name, month, day, basedOn + 1);
        int changed = jdbc.sql("UPDATE year_wheel_point SET name = ?, month = ?, day = ?, lock_version = ?"
                        + " WHERE tenant_id = ? AND id = ? AND lock_version = ?")
                .params(
                        point.name(),
                        point.day().getMonthValue(),
                        point.day().getDayOfMonth(),
                        point.lockVersion(),
                        Tenancy.tenantId(),
                        id,
                        basedOn)
                .update();
        if (changed == 0) {
            get(id);
            throw Problem.conflict("communication.changed-meanwhile");
        }
        record("year-wheel.point-changed", point);
        return point;
    }

    @Transactional
    void remove(UUID id) {
        var removed = get(id);
        jdbc.sql("DELETE FROM year_wheel_point WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .update();
        record("year-wheel.point-removed", removed);
    }

    private void record(String action, WheelPoint point) {
        audit.record(action, "year-wheel-point", point.id(), Map.of("name", point.name()));
    }
}
