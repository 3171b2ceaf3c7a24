package org.samklima.portal.planning.communication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListUpload;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.ColumnRole.Content;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes rows of the communication plan from a list, all or none. A row is known again by whom it reaches and with what, within
 * its table; new ones come behind those there are, in the order of the list, and none is removed. A column that the list does
 * not have leaves what is there.
 */
@Service
public class PlanImport {

    static final String PHASE = "plan-phase";
    static final String STAKEHOLDER = "stakeholder";
    static final String MESSAGE = "message";
    static final String CHANNEL = "channel";
    static final String EFFECT = "effect";
    static final String WHEN = "when";
    static final String RESPONSIBLE = "responsible-party";
    static final String DAYS = "days-by-hand";

    public static final List<ColumnRole> ROLES = List.of(
            new ColumnRole(PHASE, Content.TEXT),
            new ColumnRole(STAKEHOLDER, Content.TEXT),
            new ColumnRole(MESSAGE, Content.TEXT),
            new ColumnRole(CHANNEL, Content.TEXT),
            new ColumnRole(EFFECT, Content.TEXT),
            new ColumnRole(WHEN, Content.TEXT),
            new ColumnRole(RESPONSIBLE, Content.TEXT),
            new ColumnRole(DAYS, Content.TEXT));

    private final CommunicationPlan plan;
    private final PhaseNames phases;
    private final AuditTrail audit;

    PlanImport(CommunicationPlan plan, PhaseNames phases, AuditTrail audit) {
        this.plan = plan;
        this.phases = phases;
        this.audit = audit;
    }

    /**
     * What importing the list would do.
     *
     * @param phase of rows that name none
     */
    @Transactional(readOnly = true)
    public ListReport tryOut(ListUpload upload, Phase phase) {
        return check(upload, phase).report();
    }

    /** Imports it, unless a row is wrong: then the report says which, and nothing has happened. */
    @Transactional
    public ListReport carryOut(ListUpload upload, Phase phase) {
        var check = check(upload, phase);
        var report = check.report();
        if (!report.isImportable()) {
            return report;
        }
        plan.take(check.added(), check.changed());
        audit.record(
                "communication-plan.imported",
                "communication-plan",
                Tenancy.tenantId(),
                Map.of(
                        "name", upload.file().name(),
                        "added", report.count(Outcome.NEW),
                        "changed", report.count(Outcome.CHANGED)));
        return report.done();
    }

    private PlanImportCheck check(ListUpload upload, Phase phase) {
        Set<String> columns = upload.columns().keySet();
        return new PlanImportCheck(plan.entries(), columns, phases, phase, upload.rows());
    }
}
