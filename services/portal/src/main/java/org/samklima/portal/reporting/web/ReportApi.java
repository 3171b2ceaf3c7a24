package org.samklima.portal.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.reporting.report.Proposals;
import org.samklima.portal.reporting.report.ReportBeginnings;
import org.samklima.portal.reporting.report.ReportList;
import org.samklima.portal.reporting.report.Reports;
import org.samklima.portal.reporting.report.Submissions;
import org.samklima.portal.reporting.report.Submitting;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A member's reports, as data. */
@TenantApi
@Allowed({Role.COORDINATOR, Role.CONTRIBUTOR, Role.DECISION_MAKER, Role.MANAGER})
@Tag(
        name = "Reports",
        description =
                "A member's annual reports, in its own tenant. The network sees none of it until it is submitted.")
class ReportApi {

    private final ReportList list;
    private final ReportBeginnings beginnings;
    private final Reports reports;
    private final Proposals proposals;
    private final Submitting submitting;
    private final Submissions submissions;
    private final Clock clock;

    ReportApi(
            ReportList list,
            ReportBeginnings beginnings,
            Reports reports,
            Proposals proposals,
            Submitting submitting,
            Submissions submissions,
            Clock clock) {
        this.list = list;
        this.beginnings = beginnings;
        this.reports = reports;
        this.proposals = proposals;
        this.submitting = submitting;
        this.submissions = submissions;
        this.clock = clock;
    }

    record Beginning(@NotNull UUID network, @NotNull UUID round) {}

    record Begun(UUID id) {}

    /** @param minutes the reference by which the decision is found */
    record SignOff(@NotNull String minutes) {}

    /** @param version that is meant to be submitted; null for the next one */
    record NewSubmission(@Nullable Integer version) {}

    @GetMapping("/reports")
    @Operation(summary = "All reports, and the open rounds that none was begun for", description = "Those due first.")
    List<ReportData.Line> all() {
        return list.all().stream().map(ReportData.Line::of).toList();
    }

    @PostMapping("/reports")
    @Allowed({Role.COORDINATOR, Role.CONTRIBUTOR})
    @Operation(
            summary = "Begin the report to a round",
            description =
                    "Returns the one that is there, if it was begun before. 404 if no such round is open to this member.")
    Begun begin(@Valid @RequestBody Beginning beginning) {
        return new Begun(beginnings.begin(beginning.network(), beginning.round()));
    }

    @GetMapping("/reports/{id}")
    @Operation(
            summary = "One report",
            description =
                    "With its form, the answers and their revisions, and what could be answered with what is known.")
    ReportData.Report get(@PathVariable UUID id) {
        var file = reports.get(id);
        return ReportData.Report.of(file, proposals.to(file), clock.instant());
    }

    @PostMapping("/reports/{id}/sign-off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.DECISION_MAKER)
    @Operation(
            summary = "Sign a report off",
            description =
                    "Locks the answers. 409 where the round asks for none, 422 if the report is not complete or the"
                            + " reference of the minutes is missing.")
    void signOff(@PathVariable UUID id, @Valid @RequestBody SignOff signOff) {
        submitting.signOff(id, signOff.minutes());
    }

    @DeleteMapping("/reports/{id}/sign-off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.COORDINATOR, Role.DECISION_MAKER})
    @Operation(summary = "Take a sign-off back", description = "The answers can change again. 409 if there is none.")
    void reopen(@PathVariable UUID id) {
        submitting.reopen(id);
    }

    @PostMapping("/reports/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.COORDINATOR)
    @Operation(
            summary = "Begin the next version of a submitted report",
            description =
                    "What was submitted stays with the network as it is. 409 if nothing is submitted or the deadline is past.")
    void draftAgain(@PathVariable UUID id) {
        submitting.draftAgain(id);
    }

    @PostMapping("/reports/{id}/submission")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.COORDINATOR)
    @Operation(
            summary = "Submit a report",
            description =
                    "Sends an immutable copy to the network and returns the receipt. 409 after the deadline's last minute"
                            + " in the network's time zone, without a required sign-off, or if that version is submitted already;"
                            + " 422 if answers are missing. The answers are kept in any case.")
    ReportData.Sent submit(@PathVariable UUID id, @RequestBody(required = false) @Nullable NewSubmission submission) {
        var version = submission == null || submission.version() == null
                ? reports.get(id).report().nextVersion()
                : submission.version();
        return ReportData.Sent.of(submitting.submit(id, version));
    }

    @GetMapping("/reports/{id}/submissions")
    @Operation(
            summary = "What was submitted of a report",
            description = "Newest first, with what the network said of it.")
    List<ReportData.Sent> submissions(@PathVariable UUID id) {
        reports.get(id);
        return submissions.of(id).stream().map(ReportData.Sent::of).toList();
    }

    @GetMapping("/reports/{id}/submissions/{version}")
    @Operation(summary = "One submitted version, as it was sent")
    SubmittedReport submission(@PathVariable UUID id, @PathVariable int version) {
        return submissions.content(id, version);
    }
}
