package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Official figures that the secretariat imports in the background. */
final class Imports {

    private final World world;
    private final Oracle oracle;

    Imports(World world) {
        this.world = world;
        this.oracle = new Oracle(world);
    }

    /**
     * Has population figures imported, of every member for many years back.
     *
     * @param through the last year
     * @return the import
     */
    UUID figures(Machine portal, int through, int rows) {
        var file = new StringBuilder("code,year,inhabitants\n");
        for (int row = 0; row < rows; row++) {
            int year = through - row / World.MEMBERS % 120;
            file.append("99%02d,%d,%d%n".formatted(row % World.MEMBERS, year, 10_000 + year));
            if (row / World.MEMBERS == 119) {
                break;
            }
        }
        var answer = world.staff.upload(
                portal.address(),
                World.NETWORK + "/imports/observations?dryRun=false",
                "population.csv",
                file.toString(),
                Map.of("indicator", "population", "source", Map.of("name", "Påhittat register", "version", "1")));
        assertThat(answer.isGood()).as(answer.toString()).isTrue();
        return UUID.fromString(Person.JSON.readTree(answer.body()).path("id").asString());
    }

    void awaitRunning(UUID started) {
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(1))
                .until(() -> !state(started).equals("WAITING"));
    }

    String state(UUID started) throws SQLException {
        return oracle.texts("SELECT state FROM samklima.import_job WHERE id = '" + started + "'")
                .getFirst();
    }

    void assertDoneOnce(UUID started) throws SQLException {
        assertThat(state(started)).isEqualTo("DONE");
        assertThat(oracle.number(
                        "SELECT count(*) FROM samklima.audit_entry WHERE action = 'import.done' AND subject_id = '"
                                + started + "'"))
                .as("entries in the history")
                .isEqualTo(1);
    }
}
