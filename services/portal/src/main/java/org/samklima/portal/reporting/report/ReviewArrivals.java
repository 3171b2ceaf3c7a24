package org.samklima.portal.reporting.report;

import java.time.Clock;
import java.util.Map;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmissionReviewed;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Brings the network's word on a submission home: a copy of it, the report's new state, a mail. */
@Component
class ReviewArrivals {

    private final MemberShelf shelf;
    private final Reports reports;
    private final Submissions submissions;
    private final ReportMails mails;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    ReviewArrivals(
            MemberShelf shelf,
            Reports reports,
            Submissions submissions,
            ReportMails mails,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.shelf = shelf;
        this.reports = reports;
        this.submissions = submissions;
        this.mails = mails;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** Handled again, it finds the copy there and does nothing. */
    @TenantListener
    void on(SubmissionReviewed reviewed) {
        var report = reports.find(reviewed.networkId(), reviewed.roundId());
        var document = shelf.newest(
                reviewed.networkId(), Review.KIND, Review.subject(reviewed.roundId(), reviewed.tenantId()));
        if (report.isEmpty() || document.isEmpty()) {
            return;
        }
        var file = reports.lock(report.get().id());
        int version = document.get().version();
        var review = json.readValue(document.get().content(), Review.class);
        if (version <= file.report().submittedVersion()
                && submissions.keep(file.report().id(), version, review)) {
            file.report().reviewed(review, version, clock.instant());
            mails.reviewed(file, version, review);
            audit.record(
                    review.isReturn() ? "report.returned" : "report.accepted",
                    "report",
                    file.report().id(),
                    Map.of(
                            "network", file.round().network().name(),
                            "year", file.report().year(),
                            "version", version));
        }
    }
}
