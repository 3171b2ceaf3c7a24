package org.samklima.faults;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.samklima.standalone.client.InventedAnswers;
import tools.jackson.databind.JsonNode;

/**
 * A member's coordinator on the evening of the deadline: answers, submits, and does it again until it is done, at another
 * portal if this one does not answer. A fault is nothing that they would know of.
 */
final class Reporter {

    private static final Duration PERSISTENCE = Duration.ofMinutes(4);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(400);

    private final Person coordinator;
    private final String slug;
    private final IntFunction<URI> portals;
    private final Seen seen;
    private int tries;

    /** @param portals which one to turn to at which try */
    Reporter(Person coordinator, String slug, IntFunction<URI> portals, Seen seen) {
        this.coordinator = coordinator;
        this.slug = slug;
        this.portals = portals;
        this.seen = seen;
    }

    /**
     * What the member holds in hands.
     *
     * @param receipt the number; null where the answer with it was lost, and the report turned out to be submitted
     */
    record Outcome(String slug, UUID report, @Nullable String receipt) {}

    Outcome report(UUID round) {
        var report = begin(round);
        answer(report);
        return submit(report);
    }

    /** The report, as soon as it is there. */
    UUID begin(UUID round) {
        return until("GET", "reports", null, answer -> idOf(answer, round).isPresent())
                .flatMap(answer -> idOf(answer, round))
                .orElseThrow();
    }

    private static Optional<UUID> idOf(Answer answer, UUID round) {
        return answer.status() != 200
                ? Optional.empty()
                : Person.JSON
                        .readTree(answer.body())
                        .valueStream()
                        .filter(line -> line.path("round").path("id").asString().equals(round.toString()))
                        .filter(line -> line.path("id").isString())
                        .map(line -> UUID.fromString(line.path("id").asString()))
                        .findFirst();
    }

    void answer(UUID report) {
        var path = "reports/" + report;
        var form = read(until("GET", path, null, Answer::isGood).orElseThrow()).path("form");
        var answers = new LinkedHashMap<String, Object>();
        var invented = new InventedAnswers(slug.hashCode(), 0.6, 2000);
        invented.to(form).forEach((question, answer) -> answers.put(question, Map.of("answer", answer)));
        invented.figures(form).forEach((question, answer) -> answers.put(question, Map.of("answer", answer)));
        until("PUT", path + "/answers", Map.of("answers", answers), Answer::isGood)
                .orElseThrow();
    }

    /** The first version and no other, however often it has to be tried. */
    Outcome submit(UUID report) {
        var path = "reports/" + report;
        var answer = until(
                        "POST",
                        path + "/submission",
                        Map.of("version", 1),
                        one -> one.status() == 201 || one.status() == 409)
                .orElseThrow();
        return new Outcome(
                slug,
                report,
                answer.status() == 201 ? read(answer).path("receipt").asString() : null);
    }

    private Optional<Answer> until(String method, String path, @Nullable Object body, Predicate<Answer> done) {
        var end = System.nanoTime() + PERSISTENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = seen.add(coordinator.send(portals.apply(tries), method, slug + "/" + path, body));
            if (done.test(answer)) {
                return Optional.of(answer);
            }
            if (answer.isSilence()) {
                tries++;
            }
            LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
        }
        throw new IllegalStateException("%s could never %s %s: %s"
                .formatted(slug, method, path, seen.bad().getLast()));
    }

    private static JsonNode read(Answer answer) {
        return Person.JSON.readTree(answer.body());
    }
}
