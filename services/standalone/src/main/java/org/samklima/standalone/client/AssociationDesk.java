package org.samklima.standalone.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an association's secretariat does, over the API. */
public final class AssociationDesk {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);

    private final Session staff;
    private final String slug;

    public AssociationDesk(Session staff, String slug) {
        this.staff = staff;
        this.slug = slug;
    }

    /** Makes members of the tenants in a list, all or none; its headings tell what is what. */
    public JsonNode importMembers(String fileName, byte[] content) {
        return staff.upload(slug + "/member-imports?dryRun=false", fileName, content, Map.of());
    }

    /** Names a peer group; one that is there is renamed. */
    public void peerGroup(String code, Map<String, String> name) {
        staff.put(slug + "/peer-groups/" + code, Map.of("name", name));
    }

    /**
     * Imports official figures about the members and waits until that is done.
     *
     * @throws IllegalStateException with what is wrong, if nothing was imported
     */
    public JsonNode importFigures(String fileName, byte[] content, Map<String, Object> mapping) {
        var started = staff.upload(
                slug + "/imports/observations?dryRun=false", fileName, content, Map.of("mapping", json(mapping)));
        var path = slug + "/imports/" + started.path("id").asString();
        while (true) {
            var job = staff.get(path);
            switch (job.path("state").asString()) {
                case "DONE" -> {
                    return job;
                }
                case "WAITING", "RUNNING" -> LockSupport.parkNanos(LOOK_EVERY.toNanos());
                default -> throw new IllegalStateException(fileName + " was not imported: " + job);
            }
        }
    }

    /** @return the form's code */
    public String importForm(JsonNode form) {
        staff.post(slug + "/report-forms", form);
        return form.path("code").asString();
    }

    /**
     * Plans a round and opens it.
     *
     * @param form its code
     * @param contact e-mail address that members turn to
     */
    public UUID openRound(String form, String name, int year, LocalDate opensOn, LocalDate deadline, String contact) {
        var round = staff.post(
                slug + "/rounds",
                Map.of(
                        "form", form,
                        "name", name,
                        "year", year,
                        "opensOn", opensOn.toString(),
                        "deadline", deadline.toString(),
                        "signOffRequired", false,
                        "contact", contact));
        var id = UUID.fromString(round.path("id").asString());
        staff.post(slug + "/rounds/" + id + "/opening", Map.of());
        return id;
    }

    /** The round of a year, if there is one. */
    public Optional<UUID> round(int year) {
        return staff.get(slug + "/rounds")
                .valueStream()
                .filter(round -> round.path("year").asInt() == year)
                .map(round -> UUID.fromString(round.path("id").asString()))
                .findFirst();
    }

    /** No report is taken any more; a round whose last deadline is over has closed by itself. */
    public void closeRound(UUID round) {
        try {
            staff.post(slug + "/rounds/" + round + "/closing", Map.of());
        } catch (Portal.RefusedException closedAlready) {
            if (closedAlready.status() != 409) {
                throw closedAlready;
            }
        }
    }

    /** Every member's line on the board. */
    public List<JsonNode> board(UUID round) {
        return staff.get(slug + "/rounds/" + round + "/board")
                .path("rows")
                .valueStream()
                .toList();
    }

    public void accept(UUID round, JsonNode line) {
        review(round, line, "ACCEPTED", "", Map.of());
    }

    /** @param reasons by question */
    public void giveBack(UUID round, JsonNode line, String message, Map<String, String> reasons) {
        review(round, line, "RETURNED", message, reasons);
    }

    private void review(UUID round, JsonNode line, String outcome, String message, Map<String, String> reasons) {
        staff.post(
                slug + "/rounds/" + round + "/reviews",
                Map.of(
                        "member", line.path("member").asString(),
                        "version", line.path("version").asInt(),
                        "outcome", outcome,
                        "message", message,
                        "reasons", reasons));
    }

    /** Publishes the edition as it is proposed, with these words and these statements. */
    public JsonNode publish(UUID round, Map<String, Object> words, int statements) {
        var path = slug + "/rounds/" + round + "/edition";
        var state = staff.get(path);
        var draft = (ObjectNode) state.path("draft");
        draft.put("scores", true);
        words.forEach((name, value) -> draft.set(name, Portal.JSON.valueToTree(value)));
        var chosen = staff.get(slug + "/rounds/" + round + "/statements")
                .valueStream()
                .limit(statements)
                .map(statement -> Map.of("code", statement.path("code").asString()))
                .toList();
        if (draft.path("statements").isEmpty()) {
            draft.set("statements", Portal.JSON.valueToTree(chosen));
        }
        staff.put(path, Map.of("lockVersion", state.path("lockVersion").asInt(), "draft", draft));
        return staff.post(path + "/publication", Map.of());
    }

    private static String json(Map<String, Object> value) {
        return Portal.JSON.writeValueAsString(value);
    }
}
