package org.samklima.portal.planning.lists;

import java.util.Map;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListUpload;

/** What the audit trail says of a list that was imported. */
public final class ImportNote {

    private ImportNote() {}

    /** @param subject of which the list was: {@code audit.action.<subject>.imported} are its words */
    public static void in(AuditTrail audit, String subject, ListUpload upload, ListReport report) {
        var file = upload.file().name();
        audit.record(
                subject + ".imported",
                subject,
                file,
                Map.of("file", file, "added", report.count(Outcome.NEW), "changed", report.count(Outcome.CHANGED)));
    }
}
