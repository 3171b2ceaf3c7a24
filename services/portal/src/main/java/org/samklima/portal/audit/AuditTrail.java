package org.samklima.portal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what when, in the bound tenant. Written in the transaction of what was done: neither is ever there without the
 * other. Entries can be added and read, never changed.
 */
@Component
public class AuditTrail {

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Notes what the bound actor has just done.
     *
     * @param action what happened, as {@code thing.happened} in past tense; {@code audit.action.thing.happened} is its text
     * @param subject the kind of thing it happened to
     * @param subjectId its id
     * @param detail what helps a manager to understand it; never answers or personal data beyond names and e-mail addresses
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subject, Object subjectId, Map<String, ?> detail) {
        var actor = Tenancy.actor();
        jdbc.sql(
                        "INSERT INTO audit_entry (tenant_id, id, at, actor_id, actor_name, action, subject, subject_id, detail)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        Ids.next(),
                        OffsetDateTime.now(clock),
                        actor.id(),
                        actor.name(),
                        action,
                        subject,
                        subjectId.toString(),
                        json.writeValueAsString(detail)))
                .update();
    }

    /**
     * Newest first, a part at a time.
     *
     * @param text to be found in the name of who did it or in the details; blank for everything
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> newest(String text, long offset, int limit) {
        return jdbc.sql("SELECT at, actor_name, action, subject, subject_id, detail FROM audit_entry"
                        + " WHERE tenant_id = ? AND strpos(lower(actor_name || ' ' || detail::text), lower(?)) > 0"
                        + " ORDER BY at DESC, id DESC LIMIT ? OFFSET ?")
                .params(Tenancy.tenantId(), text.strip(), limit, offset)
                .query(this::entry)
                .list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("subject_id"),
                json.readValue(row.getString("detail"), DETAIL));
    }
}
