package org.samklima.load;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the portal told a browser that it has kept. */
final class Acknowledged {

    /** A question of a report. */
    record Place(UUID report, String question) {}

    /**
     * @param revision which the portal named
     * @param comment that was sent along
     */
    record Answer(int revision, String comment) {}

    private final Map<Place, Answer> answers = new ConcurrentHashMap<>();
    private final Map<Place, Integer> seen = new ConcurrentHashMap<>();
    private final Map<Place, Boolean> doubtful = new ConcurrentHashMap<>();
    private final Map<UUID, String> receipts = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> tried = new ConcurrentHashMap<>();

    void answer(Place place, int revision, String comment) {
        answers.put(place, new Answer(revision, comment));
        seen.put(place, revision);
        doubtful.remove(place);
    }

    /** A page showed this revision, which the next answer replaces. */
    void seen(Place place, int revision) {
        seen.put(place, revision);
    }

    int revision(Place place) {
        return seen.getOrDefault(place, 0);
    }

    /** Sent, and nobody knows what came of it. */
    void unanswered(Place place) {
        doubtful.put(place, true);
    }

    boolean isDoubtful(Place place) {
        return doubtful.containsKey(place);
    }

    void submits(UUID report) {
        tried.put(report, true);
    }

    void receipt(UUID report, String number) {
        receipts.put(report, number);
    }

    Map<Place, Answer> answers() {
        return answers;
    }

    /** Receipt number by report. */
    Map<UUID, String> receipts() {
        return receipts;
    }

    boolean wasTried(UUID report) {
        return tried.containsKey(report);
    }
}
