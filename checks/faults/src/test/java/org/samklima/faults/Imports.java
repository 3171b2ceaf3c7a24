package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
     * Has population figures imported, one of every member for each of these years.
     *
     * @param through the last year
     * @return the import
     */
    UUID figures(Machine portal, int through, int years) {
        var file = new StringBuilder("code,year,inhabitants\n");
        for (int year = through; year > through - years; year--) {
            for (int member = 0; member < World.MEMBERS; member++) {
                file.append("99%02d,%d,%d%n".formatted(member, year, through + year));
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

    String state(UUID started) throws SQLException {
        return oracle.texts("SELECT state FROM samklima.import_job WHERE id = '" + started + "'")
                .getFirst();
    }

    /** Asserts that each of these figures is there, once, as the import brought it. */
    void assertDoneOnce(UUID started, int through, int years) throws SQLException {
        assertThat(state(started)).isEqualTo("DONE");
        assertThat(oracle.number("SELECT count(*) FROM samklima.observation WHERE indicator_code = 'population'"
                        + " AND value = " + through + " + year"))
                .as("figures")
                .isEqualTo((long) World.MEMBERS * years);
        assertThat(oracle.number(
                        "SELECT count(*) FROM samklima.audit_entry WHERE action = 'import.done' AND subject_id = '"
                                + started + "'"))
                .as("entries in the history")
                .isEqualTo(1);
    }
}
