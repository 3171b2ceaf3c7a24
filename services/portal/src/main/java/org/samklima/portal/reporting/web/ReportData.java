package org.samklima.portal.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.PublishedRound;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.reporting.report.GivenAnswer;
import org.samklima.portal.reporting.report.Known;
import org.samklima.portal.reporting.report.Proposal;
import org.samklima.portal.reporting.report.ReportFile;
import org.samklima.portal.reporting.report.ReportLine;
import org.samklima.portal.reporting.report.ReportState;
import org.samklima.portal.reporting.report.Submission;

/** Reports as the API tells them. */
final class ReportData {

    private ReportData() {}

    /**
     * What asks for a report.
     *
     * @param deadline the last day for this member; it counts in full in the time zone
     */
    record Round(
            UUID id,
            String name,
            int year,
            PublishedRound.Network network,
            LocalDate deadline,
            ZoneId timeZone,
            boolean signOffRequired,
            String contact) {

        static Round of(PublishedRound round, Deadline deadline) {
            return new Round(
                    round.round(),
                    round.name(),
                    round.year(),
                    round.network(),
                    deadline.day(),
                    deadline.zone(),
                    round.signOffRequired(),
                    round.contact());
        }
    }

    /**
     * @param id null while nobody began it
     * @param state null while nobody began it
     * @param open whether it can be submitted now
     */
    record Line(
            @Nullable UUID id,
            Round round,
            @Nullable ReportState state,
            int submittedVersion,
            boolean open,
            int answered,
            int asked) {

        static Line of(ReportLine line) {
            return new Line(
                    line.id(),
                    Round.of(line.round(), line.deadline()),
                    line.state(),
                    line.submittedVersion(),
                    line.isTaken(),
                    line.completed(),
                    line.asked());
        }
    }

    /** @param revision to be named in If-Match by whoever replaces it */
    record Given(
            String question,
            @Nullable Answer answer,
            String comment,
            @Nullable Origin origin,
            int revision,
            String changedBy,
            Instant changedAt) {

        static Given of(GivenAnswer given) {
            return new Given(
                    given.question(),
                    given.answer(),
                    given.comment(),
                    given.origin(),
                    given.revision(),
                    given.changedBy(),
                    given.changedAt());
        }
    }

    /** @param id names it when it is accepted */
    record Proposed(String question, String id, Answer answer, Origin origin) {

        static Proposed of(Proposal proposal) {
            return new Proposed(proposal.question(), proposal.id(), proposal.answer(), proposal.origin());
        }
    }

    /**
     * @param nextVersion that the draft will become
     * @param missing codes of required questions without a complete answer
     * @param proposals that nobody has accepted; they count for nothing
     */
    record Report(
            UUID id,
            Round round,
            ReportState state,
            int nextVersion,
            boolean open,
            int answered,
            int asked,
            List<String> missing,
            SubmittedReport.@Nullable SignOff signOff,
            List<Given> answers,
            List<Proposed> proposals,
            ReportForm form) {

        static Report of(ReportFile file, Known known, Instant now) {
            var completeness = file.completeness();
            return new Report(
                    file.report().id(),
                    Round.of(file.round(), file.deadline()),
                    file.report().state(),
                    file.report().nextVersion(),
                    file.isTaken(now),
                    completeness.completed(),
                    completeness.asked(),
                    completeness.missing(),
                    file.report().signOff(),
                    file.given().values().stream().map(Given::of).toList(),
                    known.proposals().values().stream()
                            .flatMap(List::stream)
                            .filter(proposal -> file.given(proposal.question())
                                    .map(GivenAnswer::answer)
                                    .isEmpty())
                            .map(Proposed::of)
                            .toList(),
                    file.form());
        }
    }

    /** @param review what the network said of it; null until it did */
    record Sent(
            int version,
            String receipt,
            String submittedBy,
            Instant submittedAt,
            @Nullable Review review) {

        static Sent of(Submission submission) {
            return new Sent(
                    submission.version(),
                    submission.receipt(),
                    submission.submittedBy(),
                    submission.submittedAt(),
                    submission.review());
        }
    }
}
