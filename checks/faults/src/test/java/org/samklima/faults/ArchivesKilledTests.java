package org.samklima.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A portal is killed, or its database, while everything that a tenant has is written into a file, or comes from one. */
@Order(3)
class ArchivesKilledTests {

    private static final Duration AT_WORK_AGAIN = Duration.ofSeconds(90);

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
    void an_archive_is_written_whole_by_another_portal_when_the_one_that_writes_it_is_killed() throws Exception {
        var evening = Evening.in(world);
        Crowd.at(world, evening.round(), List.of(world.first.address())).awaitAll();
        oracle.awaitSettled(Duration.ofMinutes(3));
        world.second.close();
        try (var hold = Hold.readers(world, "indicator")) {
            hold.killAmid(() -> ask(World.NETWORK, world.staff), "row_to_json");
        }
        assertThat(state(World.NETWORK)).isEqualTo("RUNNING");

        world.second.start();
        var recovery = Recovery.of(world.second, world, AT_WORK_AGAIN);
        var settled = oracle.awaitSettled(Duration.ofMinutes(4));

        assertThat(state(World.NETWORK)).isEqualTo("DONE");
        assertThat(fetched(World.NETWORK, world.staff).assertWhole().rows())
                .containsEntry(
                        "samklima.received",
                        oracle.number("SELECT count(*) FROM samklima.received WHERE" + ownedBy(World.NETWORK)));
        Results.add(new Results.Row(
                "portal killed (-9) amid a tenant's archive",
                "everything that an association has is being written into a file",
                1,
                recovery,
                settled,
                "another portal wrote it anew; every file in it is whole by its checksum"));
    }

    @Test
    @Order(2)
    void an_archive_is_written_in_the_end_when_the_database_is_dropped_meanwhile() throws Exception {
        try (var hold = Hold.readers(world, "indicator")) {
            hold.befallAmid(
                    () -> ask(World.slug(6), world.coordinator(6)),
                    "row_to_json",
                    () -> world.database.stop(Database.Stop.IMMEDIATE));
        }
        world.database.start();
        var recovery = Recovery.of(world.first, world, AT_WORK_AGAIN);
        var settled = oracle.awaitSettled(Duration.ofMinutes(2));

        assertThat(state(World.slug(6))).isEqualTo("DONE");
        fetched(World.slug(6), world.coordinator(6)).assertWhole();
        Results.add(new Results.Row(
                "PostgreSQL dropped (immediate) amid a tenant's archive",
                "everything that a municipality has is being written into a file",
                1,
                recovery,
                settled,
                "it was written anew by itself; every file in it is whole by its checksum"));
    }

    @Test
    @Order(3)
    void a_tenant_arrives_whole_or_not_at_all() throws Exception {
        ask(World.slug(5), world.coordinator(5));
        oracle.awaitSettled(Duration.ofMinutes(3));
        var archive = fetched(World.slug(5), world.coordinator(5)).assertWhole();
        var file = archive.asOf(World.id("arrives").toString(), "arrives", "Ankomsta", "9701");
        try (var hold = Hold.writers(world, "audit_entry")) {
            hold.killAmid(() -> arrive(file), "INSERT INTO samklima.audit_entry");
        }
        assertThat(oracle.number("SELECT count(*) FROM samklima.tenant WHERE slug = 'arrives'"))
                .as("arrived by half")
                .isZero();

        world.first.start();
        var recovery = Recovery.of(world.first, world, AT_WORK_AGAIN);
        var again = arrive(file);
        var settled = oracle.awaitSettled(Duration.ofMinutes(3));
        var onceMore = arrive(file);

        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(onceMore.status()).as(onceMore.toString()).isEqualTo(409);
        assertThat(onceMore.flaw()).as(onceMore.toString()).isEmpty();
        for (var table : archive.rows().entrySet()) {
            long more = table.getKey().equals("samklima.audit_entry") ? 1 : 0;
            assertThat(oracle.number("SELECT count(*) FROM " + table.getKey() + " WHERE" + ownedBy("arrives")))
                    .as(table.getKey())
                    .isEqualTo(table.getValue() + more);
        }
        Results.add(new Results.Row(
                "portal killed (-9) while a tenant arrives from elsewhere",
                rows(archive) + " rows are being let in",
                1,
                recovery,
                settled,
                "nothing of it was there; the same file again lets it in whole, and a third time is refused"));
    }

    private static long rows(Archive archive) {
        return archive.rows().values().stream().mapToLong(rows -> rows).sum();
    }

    private Answer arrive(byte[] file) {
        return world.operator.bring(
                world.first.address(), "operator/arrivals?dryRun=false&people=ID", "application/zip", file);
    }

    private Answer ask(String tenant, Person manager) {
        return manager.send(world.first.address(), "POST", tenant + "/archives", null);
    }

    private Archive fetched(String tenant, Person manager) throws Exception {
        var id = oracle.texts("SELECT id FROM samklima.tenant_archive WHERE" + ownedBy(tenant))
                .getFirst();
        return new Archive(manager.fetch(world.second.address(), tenant + "/archives/" + id + "/content"));
    }

    private String state(String tenant) throws Exception {
        return oracle.texts("SELECT state FROM samklima.tenant_archive WHERE" + ownedBy(tenant))
                .getFirst();
    }

    private static String ownedBy(String tenant) {
        return " tenant_id = (SELECT id FROM samklima.tenant WHERE slug = '" + tenant + "')";
    }
}
