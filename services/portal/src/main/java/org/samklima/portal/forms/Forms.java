package org.samklima.portal.forms;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.published.Texts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The report forms of the bound association. A version never changes; whoever uses one keeps to it. */
@Component
public class Forms {

    private static final String SELECT =
            "SELECT f.id, f.code, f.title, f.latest_version, v.created_at FROM report_form f"
                    + " JOIN report_form_version v ON v.tenant_id = f.tenant_id AND v.form_id = f.id AND v.version = f.latest_version"
                    + " WHERE f.tenant_id = ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    Forms(JdbcClient jdbc, JsonMapper json, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of their codes. */
    @Transactional(readOnly = true)
    public List<FormSummary> all() {
        return jdbc.sql(SELECT + " ORDER BY f.code")
                .param(Tenancy.tenantId())
                .query(this::summary)
                .list();
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public FormSummary get(UUID id) {
        return jdbc.sql(SELECT + " AND f.id = ?")
                .params(Tenancy.tenantId(), id)
                .query(this::summary)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public Optional<FormSummary> find(String code) {
        return jdbc.sql(SELECT + " AND f.code = ?")
                .params(Tenancy.tenantId(), code)
                .query(this::summary)
                .optional();
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public ReportForm get(UUID id, int version) {
        return jdbc.sql("SELECT content FROM report_form_version WHERE tenant_id = ? AND form_id = ? AND version = ?")
                .params(Tenancy.tenantId(), id, version)
                .query(String.class)
                .optional()
                .map(FormFile::readOwn)
                .orElseThrow(Problem::notFound);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<FormVersion> versions(UUID id) {
        return jdbc.sql("SELECT version, created_at FROM report_form_version WHERE tenant_id = ? AND form_id = ?"
                        + " ORDER BY version DESC")
                .params(Tenancy.tenantId(), id)
                .query((row, _) -> new FormVersion(
                        row.getInt("version"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Takes a form into use: as a new one, or as the next version of the one with its code. The same content as the latest
     * version changes nothing.
     *
     * @throws Problem if somebody adds a form of this code at the same moment
     */
    @Transactional
    public FormSummary add(ReportForm form) {
        return addTo(lockedByCode(form), form);
    }

    /**
     * The same, on condition that nobody was quicker.
     *
     * @param version the latest version that the form was compared with, 0 if there was none
     * @throws Problem if another version has come since
     */
    @Transactional
    public FormSummary addAfter(int version, ReportForm form) {
        var known = lockedByCode(form);
        if (known.map(FormSummary::latestVersion).orElse(0) != version) {
            throw Problem.conflict("forms.draft.overtaken");
        }
        return addTo(known, form);
    }

    /** Whoever else adds a version to this form waits until this transaction is over. */
    private Optional<FormSummary> lockedByCode(ReportForm form) {
        jdbc.sql("SELECT id FROM report_form WHERE tenant_id = ? AND code = ? FOR UPDATE")
                .params(Tenancy.tenantId(), form.code())
                .query(UUID.class)
                .optional();
        return find(form.code());
    }

    private FormSummary addTo(Optional<FormSummary> known, ReportForm form) {
        if (known.isPresent()
                && get(known.get().id(), known.get().latestVersion()).equals(form)) {
            return known.get();
        }
        var id = known.map(FormSummary::id).orElseGet(Ids::next);
        int version = known.map(FormSummary::latestVersion).orElse(0) + 1;
        save(id, version, form);
        audit.record("report-form.added", "report-form", id, Map.of("form", form.code(), "version", version));
        return get(id);
    }

    private void save(UUID id, int version, ReportForm form) {
        var title = json.writeValueAsString(form.title());
        var now = OffsetDateTime.now(clock);
        if (version == 1) {
            insert(id, form.code(), title, now);
        } else {
            jdbc.sql("UPDATE report_form SET title = ?::jsonb, latest_version = ? WHERE tenant_id = ? AND id = ?")
                    .params(title, version, Tenancy.tenantId(), id)
                    .update();
        }
        jdbc.sql("INSERT INTO report_form_version (tenant_id, form_id, version, content, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?::json, ?, ?)")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        id,
                        version,
                        new String(FormFile.write(form), StandardCharsets.UTF_8),
                        now,
                        Tenancy.actor().id()))
                .update();
    }

    private void insert(UUID id, String code, String title, OffsetDateTime now) {
        try {
            jdbc.sql("INSERT INTO report_form (tenant_id, id, code, title, latest_version, created_at)"
                            + " VALUES (?, ?, ?, ?::jsonb, 1, ?)")
                    .params(Tenancy.tenantId(), id, code, title, now)
                    .update();
        } catch (DuplicateKeyException somebodyWasQuicker) {
            throw Problem.conflict("forms.draft.overtaken");
        }
    }

    private FormSummary summary(ResultSet row, int number) throws SQLException {
        return new FormSummary(
                row.getObject("id", UUID.class),
                row.getString("code"),
                json.readValue(row.getString("title"), Texts.class),
                row.getInt("latest_version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
