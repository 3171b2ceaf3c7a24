package org.samklima.portal.forms.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.samklima.portal.forms.FormFile;
import org.samklima.portal.forms.FormSummary;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Report forms that were read without fault and wait for somebody to take them into use. What waits too long is dropped. */
@Component
class FormDrafts {

    private static final Duration KEPT = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, Forms forms, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
    }

    /** @param basedOn the version it is compared with, 0 if there was none */
    record Draft(UUID id, int basedOn, ReportForm form) {}

    @Transactional
    UUID keep(ReportForm form) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("DELETE FROM report_form_draft WHERE tenant_id = ? AND created_at < ?")
                .params(Tenancy.tenantId(), now.minus(KEPT))
                .update();
        var id = Ids.next();
        jdbc.sql("INSERT INTO report_form_draft (tenant_id, id, based_on, content, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?::json, ?, ?)")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        id,
                        latestVersion(form),
                        new String(FormFile.write(form), StandardCharsets.UTF_8),
                        now,
                        Tenancy.actor().id()))
                .update();
        return id;
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    Draft get(UUID id) {
        return jdbc.sql("SELECT based_on, content FROM report_form_draft WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .query((row, _) -> new Draft(
                        id,
                        row.getInt("based_on"),
                        FormFile.read(row.getString("content").getBytes(StandardCharsets.UTF_8))))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem if it is not there, or a version has come since that it was not compared with */
    @Transactional
    FormSummary takeIntoUse(UUID id) {
        var draft = get(id);
        var summary = forms.addAfter(draft.basedOn(), draft.form());
        drop(id);
        return summary;
    }

    /** Compares the form anew with what is the latest version now. */
    @Transactional
    UUID renew(UUID id) {
        var form = get(id).form();
        drop(id);
        return keep(form);
    }

    @Transactional
    void drop(UUID id) {
        jdbc.sql("DELETE FROM report_form_draft WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .update();
    }

    private int latestVersion(ReportForm form) {
        return forms.find(form.code()).map(FormSummary::latestVersion).orElse(0);
    }
}
