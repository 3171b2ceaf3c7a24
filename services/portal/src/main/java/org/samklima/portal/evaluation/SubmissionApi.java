package org.samklima.portal.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Scoring;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Members' submissions and what is said of them, as data. */
@TenantApi
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class SubmissionApi {

    private final ReceivedRounds rounds;
    private final Reviews reviews;

    SubmissionApi(ReceivedRounds rounds, Reviews reviews) {
        this.rounds = rounds;
        this.reviews = reviews;
    }

    /**
     * A version of a member's report with what it is worth and what was said of it.
     *
     * @param versions all there are
     * @param review absent until there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceivedSubmission(
            int version,
            List<Integer> versions,
            String receipt,
            Instant receivedAt,
            SubmittedReport report,
            ScoreSummary scores,
            @Nullable Decision review) {}

    /** A member's submission; the newest version if none is named. 404 if there is none. */
    @GetMapping("/rounds/{round}/submissions/{member}")
    ReceivedSubmission submission(
            @PathVariable UUID round,
            @PathVariable UUID member,
            @RequestParam(required = false) @Nullable Integer version) {
        var received = rounds.get(round);
        var versions = received.versions(member);
        var chosen = versions.stream()
                .filter(one -> version == null || one.version() == version)
                .reduce((_, later) -> later)
                .orElseThrow(Problem::notFound);
        return new ReceivedSubmission(
                chosen.version(),
                versions.stream().map(Received::version).toList(),
                chosen.receipt(),
                chosen.receivedAt(),
                chosen.report(),
                ScoreSummary.of(Scoring.of(received.filled(chosen))),
                chosen.review());
    }

    /** Everything that was said of the round's submissions, by member and version. */
    @GetMapping("/rounds/{round}/reviews")
    List<Decision> reviews(@PathVariable UUID round) {
        return rounds.get(round).received().values().stream()
                .flatMap(List::stream)
                .map(Received::review)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * What is to be said of a version.
     *
     * @param message to the member as a whole; may be left out
     * @param reasons by question code, why it is returned; may be left out
     */
    record NewReview(
            UUID member,
            int version,
            Review.Outcome outcome,
            @Nullable String message,
            @Nullable Map<String, String> reasons) {}

    /**
     * Accepts the newest version of a member's report, or returns it with a message or reasons. 404 if it was not received;
     * 409 if a newer one has come or it was reviewed already; 422 for a return without a reason.
     */
    @PostMapping("/rounds/{round}/reviews")
    @Allowed({Role.MANAGER, Role.STAFF})
    @ResponseStatus(HttpStatus.CREATED)
    void review(@PathVariable UUID round, @RequestBody NewReview review) {
        reviews.say(
                round,
                new Reviews.Word(
                        review.member(), review.version(), review.outcome(), review.message(), review.reasons()));
    }
}
