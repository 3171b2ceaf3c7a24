package org.samklima.portal.evaluation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.forms.Scoring;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmissionReviewed;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Accepting and returning what members submitted. Said once of each version, and only of the newest. */
@Component
class Reviews {

    private static final int LONGEST_MESSAGE = 5_000;
    private static final int LONGEST_REASON = 2_000;

    private final ReceivedRounds rounds;
    private final Decisions decisions;
    private final MemberShelf shelf;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Reviews(
            ReceivedRounds rounds,
            Decisions decisions,
            MemberShelf shelf,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.rounds = rounds;
        this.decisions = decisions;
        this.shelf = shelf;
        this.audit = audit;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the secretariat says of a version.
     *
     * @param message to the member as a whole; may be empty
     * @param reasons by question code; blank ones are none
     */
    record Word(UUID member, int version, Review.Outcome outcome, String message, Map<String, String> reasons) {

        Word {
            message = message == null ? "" : message.strip();
            var given = new LinkedHashMap<String, String>();
            if (reasons != null) {
                reasons.forEach((question, reason) -> {
                    if (reason != null && !reason.isBlank()) {
                        given.put(question, reason.strip());
                    }
                });
            }
            reasons = given;
        }
    }

    /**
     * Says it, so that the member can read it, and its report moves on.
     *
     * @throws Problem not found, if nothing such was received; if another version has come since, or somebody has said their
     *     word already; if a report is returned without a reason, or accepted with reasons
     */
    @Transactional
    void say(UUID roundId, Word word) {
        var round = rounds.get(roundId);
        var member = round.member(word.member);
        var version = round.versions(word.member).stream()
                .filter(received -> received.version() == word.version)
                .findFirst()
                .orElseThrow(Problem::notFound);
        check(word, round.form());
        if (round.newest(word.member) != version) {
            throw Problem.conflict("evaluation.review.newer-version", member.name(), word.version);
        }
        var decision = new Decision(
                word.member,
                word.version,
                word.outcome,
                word.message,
                word.reasons,
                Tenancy.actor().name(),
                clock.instant());
        decisions.add(roundId, decision).ifPresent(earlier -> {
            throw Problem.conflict(
                    "evaluation.review.said-already." + earlier.outcome().name().toLowerCase(Locale.ROOT),
                    member.name(),
                    word.version,
                    earlier.by());
        });
        publish(roundId, decision, ScoreSummary.of(Scoring.of(round.filled(version))));
        audit.record(
                "submission." + word.outcome.name().toLowerCase(Locale.ROOT),
                "round",
                roundId,
                Map.of("member", member.name(), "round", round.round().name(), "version", word.version));
    }

    private void publish(UUID round, Decision decision, ScoreSummary scores) {
        var review = new Review(
                decision.outcome(),
                decision.message(),
                decision.reasons(),
                decision.by(),
                decision.at(),
                json.valueToTree(scores));
        shelf.publish(
                Review.KIND,
                Review.subject(round, decision.member()),
                decision.version(),
                decision.member(),
                json.writeValueAsString(review));
        events.publishEvent(new SubmissionReviewed(decision.member(), Tenancy.tenantId(), round, decision.version()));
    }

    private static void check(Word word, ReportForm form) {
        if (word.outcome == Review.Outcome.RETURNED && word.message.isEmpty() && word.reasons.isEmpty()) {
            throw Problem.invalid("evaluation.review.no-reason");
        }
        if (word.outcome == Review.Outcome.ACCEPTED && !word.reasons.isEmpty()) {
            throw Problem.invalid("evaluation.review.accepted-with-reasons");
        }
        if (word.message.length() > LONGEST_MESSAGE) {
            throw Problem.invalid("evaluation.review.message-too-long", LONGEST_MESSAGE);
        }
        word.reasons.forEach((question, reason) -> {
            if (form.question(question).isEmpty()) {
                throw Problem.invalid("evaluation.review.unknown-question", question);
            }
            if (reason.length() > LONGEST_REASON) {
                throw Problem.invalid("evaluation.review.reason-too-long", LONGEST_REASON);
            }
        });
    }
}
