package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** An edition that the secretariat publishes. */
final class Publishing {

    private static final Map<String, String> TITLE = Map.of("sv", "Klimatläget", "en", "The climate review");

    private final World world;
    private final Oracle oracle;
    private int year;

    Publishing(World world, Oracle oracle) {
        this.world = world;
        this.oracle = oracle;
    }

    /** All have reported to it, and a draft of its edition waits. */
    UUID closedRound() {
        var evening = Evening.in(world);
        year = evening.year();
        Crowd.at(world, evening.round(), List.of(world.first.address())).awaitAll();
        var desk = new Founding(world).desk();
        desk.board(evening.round()).forEach(line -> desk.accept(evening.round(), line));
        desk.closeRound(evening.round());
        var path = path(evening.round());
        var state = Person.JSON.readTree(
                world.staff.send(world.first.address(), "GET", path, null).body());
        var draft = (ObjectNode) state.path("draft");
        draft.set("title", Person.JSON.valueToTree(TITLE));
        draft.set("introduction", Person.JSON.valueToTree(TITLE));
        if (draft.path("statements").isEmpty()) {
            var statements = Person.JSON.readTree(world.staff
                    .send(
                            world.first.address(),
                            "GET",
                            World.NETWORK + "/rounds/" + evening.round() + "/statements",
                            null)
                    .body());
            draft.set(
                    "statements",
                    Person.JSON.valueToTree(statements
                            .valueStream()
                            .limit(3)
                            .map(one -> Map.of("code", one.path("code").asString()))
                            .toList()));
        }
        var saved = world.staff.send(
                world.first.address(),
                "PUT",
                path,
                Map.of("lockVersion", state.path("lockVersion").asInt(), "draft", draft));
        assertThat(saved.isGood()).as(saved.toString()).isTrue();
        return evening.round();
    }

    private static String path(UUID round) {
        return World.NETWORK + "/rounds/" + round + "/edition";
    }

    Answer publish(Machine portal, UUID round) {
        return world.staff.send(portal.address(), "POST", path(round) + "/publication", Map.of());
    }

    /** As somebody does who looks first whether it is there. */
    Answer publishOnce(Machine portal, UUID round) {
        var state = world.staff.send(portal.address(), "GET", path(round), null);
        return Person.JSON.readTree(state.body()).path("versions").isEmpty() ? publish(portal, round) : state;
    }

    /** How many versions stand on the public shelf, each of them once in the history. */
    long versions(UUID round) throws SQLException {
        long versions = oracle.number(
                "SELECT count(*) FROM published.document WHERE kind = 'edition' AND subject = '" + year + "'");
        assertThat(oracle.number("SELECT count(*) FROM samklima.audit_entry WHERE action = 'edition.published'"
                        + " AND subject_id = '" + year + "'"))
                .isEqualTo(versions);
        return versions;
    }
}
