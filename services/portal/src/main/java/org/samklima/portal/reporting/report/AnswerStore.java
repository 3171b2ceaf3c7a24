package org.samklima.portal.reporting.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The answers of drafts in the bound tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AnswerStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnswerStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By question code. */
    Map<String, GivenAnswer> of(UUID report) {
        return of(List.of(report)).getOrDefault(report, Map.of());
    }

    /** By report, then by question code. */
    Map<UUID, Map<String, GivenAnswer>> of(Collection<UUID> reports) {
        var byReport = new HashMap<UUID, Map<String, GivenAnswer>>();
        jdbc.sql("SELECT report_id, question_code, value, comment, origin, revision, changed_by, changed_at FROM answer"
                        + " WHERE tenant_id = ? AND report_id = ANY (?)")
                .params(Tenancy.tenantId(), reports.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    var given = given(row);
                    byReport.computeIfAbsent(row.getObject("report_id", UUID.class), _ -> new LinkedHashMap<>())
                            .put(given.question(), given);
                });
        return byReport;
    }

    void put(UUID report, GivenAnswer given) {
        jdbc.sql("INSERT INTO answer"
                        + " (tenant_id, report_id, question_code, value, comment, origin, revision, changed_by, changed_at)"
                        + " VALUES (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, report_id, question_code) DO UPDATE SET value = excluded.value,"
                        + " comment = excluded.comment, origin = excluded.origin, revision = excluded.revision,"
                        + " changed_by = excluded.changed_by, changed_at = excluded.changed_at")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        report,
                        given.question(),
                        text(given.answer()),
                        given.comment(),
                        text(given.origin()),
                        given.revision(),
                        given.changedBy(),
                        given.changedAt().atOffset(ZoneOffset.UTC)))
                .update();
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private GivenAnswer given(ResultSet row) throws SQLException {
        var value = row.getString("value");
        var origin = row.getString("origin");
        return new GivenAnswer(
                row.getString("question_code"),
                value == null ? null : json.readValue(value, Answer.class),
                row.getString("comment"),
                origin == null ? null : json.readValue(origin, Origin.class),
                row.getInt("revision"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
