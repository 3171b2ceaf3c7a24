package org.samklima.portal.reporting.report;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.ReportSubmitted;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Handing a report in: signing it off, submitting it, beginning the next version. */
@Service
public class Submitting {

    private final Reports reports;
    private final Submissions submissions;
    private final Letterbox letterbox;
    private final ReportMails mails;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Submitting(
            Reports reports,
            Submissions submissions,
            Letterbox letterbox,
            ReportMails mails,
            AuditTrail audit,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.submissions = submissions;
        this.letterbox = letterbox;
        this.mails = mails;
        this.audit = audit;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A decision-maker stands behind the answers as they are; they are locked from now on.
     *
     * @param minutes the reference by which the decision is found
     * @throws Problem not found, if the round asks for no sign-off, or if the report is not complete or locked
     */
    @Transactional
    public void signOff(UUID id, String minutes) {
        var file = reports.lock(id);
        if (!file.round().signOffRequired()) {
            throw Problem.conflict("reporting.sign-off.not-asked");
        }
        requireComplete(file);
        file.report().signOff(Tenancy.actor().name(), minutes, clock.instant());
        audit.record("report.signed-off", "report", id, told(file, Map.of("minutes", minutes.strip())));
    }

    /**
     * Takes a sign-off back, so that answers can change.
     *
     * @throws Problem not found, or if there is none
     */
    @Transactional
    public void reopen(UUID id) {
        var file = reports.lock(id);
        var returned = submissions
                .review(id, file.report().submittedVersion())
                .filter(Review::isReturn)
                .isPresent();
        file.report().reopen(returned, clock.instant());
        audit.record("report.sign-off-taken-back", "report", id, told(file, Map.of()));
    }

    /**
     * Begins a new draft; what was submitted stays with the network.
     *
     * @throws Problem not found, if nothing is handed in, or if the network takes nothing more
     */
    @Transactional
    public void draftAgain(UUID id) {
        var file = reports.lock(id);
        requireTaken(file, clock.instant());
        file.report().draftAgain(clock.instant());
        audit.record("report.drafted-again", "report", id, told(file, Map.of()));
    }

    /**
     * Sends the report as it is, and keeps a record of what was sent.
     *
     * @param version that the sender means to submit
     * @throws Problem not found; if the network takes nothing more, the report is not complete, a sign-off is missing, or
     *     that version is submitted already. The answers are kept in any case.
     */
    @Transactional
    public Submission submit(UUID id, int version) {
        var file = reports.lock(id);
        var now = clock.instant();
        if (!file.report().state().isHandedIn()) {
            requireTaken(file, now);
            requireComplete(file);
        }
        file.report().submit(version, file.round().signOffRequired(), now);
        var submitted = submitted(file, version, now);
        var content = json.writeValueAsString(submitted);
        var receipt = letterbox.submit(
                file.report().networkId(),
                SubmittedReport.KIND,
                file.report().roundId().toString(),
                version,
                content);
        submissions.keep(id, submitted, content, receipt);
        mails.receipt(file, version, receipt);
        events.publishEvent(new ReportSubmitted(
                Tenancy.tenantId(), file.report().networkId(), file.report().roundId(), version));
        audit.record(
                "report.submitted", "report", id, told(file, Map.of("version", version, "receipt", receipt.number())));
        return new Submission(version, receipt.number(), submitted.submittedBy(), receipt.at(), null);
    }

    private static void requireTaken(ReportFile file, Instant now) {
        if (!file.isMember()) {
            throw Problem.conflict(
                    "reporting.submit.not-a-member", file.round().network().name());
        }
        if (!file.isTaken(now)) {
            Deadline deadline = file.deadline();
            throw Problem.conflict(
                    deadline.isPast(now) ? "reporting.submit.late" : "reporting.submit.closed",
                    deadline.day(),
                    deadline.zone().getId(),
                    file.round().network().name(),
                    file.round().contact());
        }
    }

    private static void requireComplete(ReportFile file) {
        var completeness = file.completeness();
        if (!completeness.isComplete()) {
            throw Problem.invalid(
                    "reporting.submit.incomplete",
                    completeness.missing().size() + completeness.wrong().size());
        }
    }

    private static SubmittedReport submitted(ReportFile file, int version, Instant now) {
        return new SubmittedReport(
                file.report().roundId(),
                file.form().code(),
                file.round().formVersion(),
                file.report().year(),
                version,
                new SubmittedReport.Member(file.member().id(), file.member().name(), file.memberKind()),
                standing(file),
                file.round().signOffRequired() ? file.report().signOff() : null,
                Tenancy.actor().name(),
                now);
    }

    private static List<SubmittedReport.Given> standing(ReportFile file) {
        var filled = file.filled();
        return file.form().questions().stream()
                .filter(question -> filled.answer(question.code()).isPresent())
                .map(question -> file.given(question.code()).orElseThrow())
                .map(given -> new SubmittedReport.Given(
                        given.question(),
                        filled.answer(given.question()).orElseThrow(),
                        blankToNone(given.comment()),
                        given.origin()))
                .toList();
    }

    private static @Nullable String blankToNone(String comment) {
        return comment.isBlank() ? null : comment;
    }

    private static Map<String, Object> told(ReportFile file, Map<String, Object> more) {
        var told = new LinkedHashMap<String, Object>();
        told.put("network", file.round().network().name());
        told.put("year", file.report().year());
        told.putAll(more);
        return told;
    }
}
