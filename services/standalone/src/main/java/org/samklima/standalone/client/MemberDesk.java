package org.samklima.standalone.client;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a member's coordinator does with the annual report, over the API. */
public final class MemberDesk {

    private static final int LOOKS = 200;
    private static final long LOOK_EVERY_NANOS = 150_000_000;

    private final Session coordinator;
    private final String slug;

    public MemberDesk(Session coordinator, String slug) {
        this.coordinator = coordinator;
        this.slug = slug;
    }

    /** The report of a round; it appears shortly after the round was opened. */
    public JsonNode report(UUID round) {
        for (int look = 0; look < LOOKS; look++) {
            for (var line : coordinator.get(slug + "/reports")) {
                if (line.path("round").path("id").asString().equals(round.toString())
                        && line.path("id").isString()) {
                    return get(line.path("id").asString());
                }
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        throw new IllegalStateException("No report of round " + round + " appeared in " + slug);
    }

    /** Accepts what the portal proposes from figures and earlier reports, and gives the other answers. */
    public void answer(JsonNode report, Map<String, Map<String, Object>> answers) {
        var path = path(report);
        report.path("form")
                .path("sections")
                .forEach(section -> coordinator.post(
                        path + "/acceptances",
                        Map.of("section", section.path("code").asString())));
        give(path, answers);
        var asked = new InventedAnswers(0, 1, 0).figures(report.path("form"));
        asked.keySet().retainAll(missing(path));
        give(path, asked);
    }

    /** Only what nobody answered yet. */
    private void give(String path, Map<String, Map<String, Object>> answers) {
        var given = coordinator
                .get(path)
                .path("answers")
                .valueStream()
                .map(answer -> answer.path("question").asString())
                .collect(Collectors.toCollection(HashSet::new));
        var wanted = new LinkedHashMap<String, Object>();
        answers.forEach((question, answer) -> {
            if (!given.contains(question)) {
                wanted.put(question, Map.of("answer", answer));
            }
        });
        if (!wanted.isEmpty()) {
            coordinator.put(path + "/answers", Map.of("answers", wanted));
        }
    }

    private Set<String> missing(String path) {
        return coordinator
                .get(path)
                .path("missing")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /** @return the receipt */
    public JsonNode submit(JsonNode report) {
        return coordinator.post(path(report) + "/submission", Map.of());
    }

    private JsonNode get(String report) {
        return coordinator.get(slug + "/reports/" + report);
    }

    private String path(JsonNode report) {
        return slug + "/reports/" + report.path("id").asString();
    }
}
