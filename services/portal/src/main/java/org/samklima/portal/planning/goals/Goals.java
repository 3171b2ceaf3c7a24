package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bound tenant's goals. */
@Repository
public class Goals {

    private static final String ALL = " FROM goal_%s WHERE tenant_id = ?";

    private final JdbcClient jdbc;

    Goals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each is called, archived ones too; the oldest first. */
    @Transactional(readOnly = true)
    public SequencedMap<UUID, String> titles() {
        var titles = new LinkedHashMap<UUID, String>();
        jdbc.sql("SELECT id, title FROM goal WHERE tenant_id = ? ORDER BY id")
                .param(Tenancy.tenantId())
                .query(row -> {
                    titles.put(row.getObject("id", UUID.class), row.getString("title"));
                });
        return titles;
    }

    /** Those that are not archived. */
    @Transactional(readOnly = true)
    public Set<UUID> pursued() {
        return Set.copyOf(jdbc.sql("SELECT id FROM goal WHERE tenant_id = ? AND archived_at IS NULL")
                .param(Tenancy.tenantId())
                .query(UUID.class)
                .set());
    }

    /** The oldest first, archived ones too. */
    @Transactional(readOnly = true)
    List<Goal> all() {
        var interim = years("interim", null);
        var scenarios = years("scenario", null);
        return jdbc.sql("SELECT * FROM goal WHERE tenant_id = ? ORDER BY id")
                .param(Tenancy.tenantId())
                .query((row, number) -> goal(row, interim, scenarios))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Goal> find(UUID id) {
        var interim = years("interim", id);
        var scenarios = years("scenario", id);
        return jdbc.sql("SELECT * FROM goal WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .query((row, number) -> goal(row, interim, scenarios))
                .optional();
    }

    /** By goal. */
    private Map<UUID, NavigableMap<Integer, BigDecimal>> years(String what, @Nullable UUID goal) {
        Map<UUID, NavigableMap<Integer, BigDecimal>> years = new HashMap<>();
        jdbc.sql("SELECT goal_id, year, value" + ALL.formatted(what) + " AND (?::uuid IS NULL OR goal_id = ?)")
                .params(Arrays.asList(Tenancy.tenantId(), goal, goal))
                .query(row -> {
                    years.computeIfAbsent(row.getObject("goal_id", UUID.class), id -> new TreeMap<>())
                            .put(row.getInt("year"), row.getBigDecimal("value"));
                });
        return years;
    }

    private static Goal goal(
            ResultSet row,
            Map<UUID, NavigableMap<Integer, BigDecimal>> interim,
            Map<UUID, NavigableMap<Integer, BigDecimal>> scenarios)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var kind = GoalKind.valueOf(row.getString("kind"));
        var milestone = kind == GoalKind.MILESTONE;
        var archived = row.getObject("archived_at", OffsetDateTime.class);
        return new Goal(
                id,
                new GoalTerms(
                        kind,
                        row.getString("title"),
                        row.getString("description"),
                        row.getObject("field_id", UUID.class),
                        milestone
                                ? null
                                : target(
                                        row,
                                        interim.getOrDefault(id, new TreeMap<>()),
                                        scenarios.getOrDefault(id, new TreeMap<>())),
                        milestone
                                ? new Milestone(
                                        row.getObject("due_on", LocalDate.class),
                                        row.getObject("reached_on", LocalDate.class))
                                : null,
                        new GoalDecision(
                                row.getString("decided_by"),
                                row.getObject("decided_on", LocalDate.class),
                                row.getString("decision_link"))),
                archived == null ? null : archived.toInstant(),
                row.getInt("lock_version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Target target(
            ResultSet row, NavigableMap<Integer, BigDecimal> interim, NavigableMap<Integer, BigDecimal> scenario)
            throws SQLException {
        var sector = row.getString("sector_code");
        return new Target(
                row.getString("indicator_code"),
                sector.isEmpty() ? null : sector,
                row.getString("denominator_code"),
                row.getInt("baseline_year"),
                row.getBigDecimal("baseline_value"),
                row.getInt("target_year"),
                row.getBigDecimal("target_value"),
                interim,
                scenario);
    }
}
