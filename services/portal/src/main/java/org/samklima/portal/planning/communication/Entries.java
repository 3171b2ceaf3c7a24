package org.samklima.portal.planning.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the bound tenant's communication plan. */
@Repository
class Entries {

    private static final String COLUMNS =
            "id, phase, stakeholder, message, channel, effect, schedule, responsible, understood, recurs_from, lock_version, changed_at";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Entries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As they stand in their tables, the launch first. */
    @Transactional(readOnly = true)
    List<Entry> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM communication_entry WHERE tenant_id = ?"
                        + " ORDER BY phase = 'IMPLEMENTATION', position, id")
                .param(Tenancy.tenantId())
                .query(this::entry)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Entry> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM communication_entry WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .query(this::entry)
                .optional();
    }

    /** At the end of its table. */
    @Transactional
    void add(Entry entry) {
        jdbc.sql(
                        "INSERT INTO communication_entry (tenant_id, " + COLUMNS + ", position)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?,"
                                + " (SELECT coalesce(max(position), 0) + 1 FROM communication_entry WHERE tenant_id = ? AND phase = ?))")
                .params(
                        Tenancy.tenantId(),
                        entry.id(),
                        entry.text().phase().name(),
                        entry.text().stakeholder(),
                        entry.text().message(),
                        entry.text().channel(),
                        entry.text().effect(),
                        entry.text().when(),
                        entry.text().responsible(),
                        json.writeValueAsString(entry.schedule()),
                        entry.recursFrom(),
                        0,
                        entry.changedAt().atOffset(ZoneOffset.UTC),
                        Tenancy.tenantId(),
                        entry.text().phase().name())
                .update();
    }

    /**
     * Writes it over the one of its version; in another table than before it stands last.
     *
     * @throws Problem if somebody was quicker, or it is gone
     */
    @Transactional
    void change(Entry entry) {
        int changed = jdbc.sql("UPDATE communication_entry SET stakeholder = ?, message = ?, channel = ?, effect = ?,"
                        + " schedule = ?, responsible = ?, understood = ?::jsonb, recurs_from = ?, changed_at = ?,"
                        + " position = CASE WHEN phase = ? THEN position ELSE (SELECT coalesce(max(position), 0) + 1"
                        + " FROM communication_entry other WHERE other.tenant_id = ? AND other.phase = ?) END,"
                        + " phase = ?, lock_version = lock_version + 1"
                        + " WHERE tenant_id = ? AND id = ? AND lock_version = ?")
                .params(
                        entry.text().stakeholder(),
                        entry.text().message(),
                        entry.text().channel(),
                        entry.text().effect(),
                        entry.text().when(),
                        entry.text().responsible(),
                        json.writeValueAsString(entry.schedule()),
                        entry.recursFrom(),
                        entry.changedAt().atOffset(ZoneOffset.UTC),
                        entry.text().phase().name(),
                        Tenancy.tenantId(),
                        entry.text().phase().name(),
                        entry.text().phase().name(),
                        Tenancy.tenantId(),
                        entry.id(),
                        entry.lockVersion())
                .update();
        if (changed == 0) {
            throw find(entry.id()).isEmpty() ? Problem.notFound() : Problem.conflict("communication.changed-meanwhile");
        }
    }

    @Transactional
    void remove(UUID id) {
        jdbc.sql("DELETE FROM communication_entry WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .update();
    }

    /** The ids of a table in their order, which nobody else can change until the transaction ends. */
    @Transactional
    List<UUID> holdOrder(Phase phase) {
        return jdbc.sql("SELECT id FROM communication_entry WHERE tenant_id = ? AND phase = ? ORDER BY position, id"
                        + " FOR UPDATE")
                .params(Tenancy.tenantId(), phase.name())
                .query(UUID.class)
                .list();
    }

    @Transactional
    void order(List<UUID> ids) {
        jdbc.sql("UPDATE communication_entry SET position = ordered.place"
                        + " FROM unnest(?::uuid[]) WITH ORDINALITY AS ordered (id, place)"
                        + " WHERE tenant_id = ? AND communication_entry.id = ordered.id")
                .params(ids.toArray(UUID[]::new), Tenancy.tenantId())
                .update();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new EntryText(
                        Phase.valueOf(row.getString("phase")),
                        row.getString("stakeholder"),
                        row.getString("message"),
                        row.getString("channel"),
                        row.getString("effect"),
                        row.getString("schedule"),
                        row.getString("responsible")),
                json.readValue(row.getString("understood"), Schedule.class),
                row.getObject("recurs_from", LocalDate.class),
                row.getInt("lock_version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
