package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A portal is killed amid a list: in the background the list is done once, before somebody's eyes it is all or nothing. */
@Order(2)
class ImportsKilledTests {

    private static final Duration AT_WORK_AGAIN = Duration.ofSeconds(90);
    private static final int LAST_YEAR = 2019;
    private static final int YEARS = 120;
    private static final int TOWNS = 60;
    private static final int ACTIVITIES = 400;
    private static final String TAKEN_TOWNS = "SELECT count(*) FROM samklima.tenant WHERE slug LIKE 'broken-%'";

    private World world;
    private Oracle oracle;

    @BeforeEach
    void meet() throws Exception {
        world = World.shared();
        oracle = new Oracle(world);
    }

    @AfterEach
    void heal() throws Exception {
        world.heal();
    }

    @Test
    @Order(1)
    void figures_are_imported_once_when_the_portal_that_does_it_is_killed() throws Exception {
        world.second.close();
        var imports = new Imports(world);
        var started = new CompletableFuture<UUID>();
        try (var hold = Hold.writers(world, "shelf")) {
            hold.killAmid(() -> started.complete(imports.figures(world.first, LAST_YEAR, YEARS)), " shelf");
        }
        assertThat(imports.state(started.get())).isEqualTo("RUNNING");

        world.first.start();
        var recovery = Recovery.of(world.first, world, AT_WORK_AGAIN);
        var settled = oracle.awaitSettled(Duration.ofMinutes(4));

        imports.assertDoneOnce(started.get(), LAST_YEAR, YEARS);
        Results.add(new Results.Row(
                "portal killed (-9) amid an import of figures",
                World.MEMBERS * YEARS + " figures are written, and not saved yet",
                1,
                recovery,
                settled,
                "taken up again by itself; each figure is there, the import once in the history"));
    }

    @Test
    @Order(2)
    void a_list_of_new_tenants_is_taken_whole_or_not_at_all() throws Exception {
        var list = "code,name,slug,email\n"
                + lines(
                        TOWNS,
                        number -> "98%02d,Avbrottsby %02d,broken-%02d,mayor.%02d@faults.example"
                                .formatted(number, number, number, number));
        try (var hold = Hold.writers(world, "audit_entry")) {
            hold.killAmid(() -> towns(list), "INSERT INTO audit_entry");
        }
        assertThat(oracle.number(TAKEN_TOWNS)).as("taken by half").isZero();

        world.first.start();
        var recovery = Recovery.of(world.first, world, AT_WORK_AGAIN);
        var again = towns(list);
        var settled = oracle.awaitSettled(Duration.ofMinutes(5));

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(oracle.number(TAKEN_TOWNS)).isEqualTo(TOWNS);
        assertThat(oracle.number("SELECT count(*) FROM samklima.invitation WHERE email LIKE 'mayor.%'"))
                .isEqualTo(TOWNS);
        Results.add(new Results.Row(
                "portal killed (-9) amid an import of tenants",
                TOWNS + " tenants are being founded",
                TOWNS,
                recovery,
                settled,
                "none of them was there; the same list again founds each once"));
    }

    private Answer towns(String list) {
        return world.operator.upload(
                world.first.address(),
                "operator/tenant-imports?dryRun=false",
                "towns.csv",
                list,
                Map.of("country", "SE"));
    }

    @Test
    @Order(3)
    void a_list_of_activities_is_taken_whole_or_not_at_all() throws Exception {
        var list = "Åtgärd,Status,Första dag,Milstolpar\n"
                + lines(
                        ACTIVITIES,
                        number -> "Avbruten åtgärd %03d,Pågår,2026-01-01,2026-12-01: Klar".formatted(number));
        try (var hold = Hold.writers(world, "audit_entry")) {
            hold.killAmid(() -> activities(list), "INSERT INTO audit_entry");
        }
        assertThat(takenActivities()).as("taken by half").isZero();

        world.first.start();
        var recovery = Recovery.of(world.first, world, AT_WORK_AGAIN);
        var again = activities(list);
        var onceMore = activities(list);
        var settled = oracle.awaitSettled(Duration.ofMinutes(3));

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(onceMore.status()).as(onceMore.toString()).isEqualTo(200);
        assertThat(takenActivities()).isEqualTo(ACTIVITIES);
        Results.add(new Results.Row(
                "portal killed (-9) amid an import of activities",
                ACTIVITIES + " activities are being imported",
                ACTIVITIES,
                recovery,
                settled,
                "none of them was there; the same list again imports each once, and again changes nothing"));
    }

    private Answer activities(String list) {
        return world.coordinator(5)
                .upload(
                        world.first.address(),
                        World.slug(5) + "/activity-imports?dryRun=false",
                        "activities.csv",
                        list,
                        null);
    }

    private long takenActivities() throws SQLException {
        return oracle.number("SELECT count(*) FROM samklima.activity WHERE title LIKE 'Avbruten åtgärd %'");
    }

    private static String lines(int number, IntFunction<String> line) {
        return IntStream.range(0, number).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
