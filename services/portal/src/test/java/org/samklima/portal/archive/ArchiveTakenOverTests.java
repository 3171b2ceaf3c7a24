package org.samklima.portal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TransactionLock;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A portal takes over an archive from another that seemed to have died, and had only been slow. */
@PortalTest
class ArchiveTakenOverTests {

    @Autowired
    World world;

    @Autowired
    Archives archives;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());
    final UUID archive = UUID.randomUUID();

    Tenant tenant;

    @BeforeEach
    void an_archive_that_another_portal_has_begun() {
        tenant = world.municipality("Ekby");
        superuser
                .sql("INSERT INTO samklima.tenant_archive (tenant_id, id, state, requested_by, requested_at)"
                        + " VALUES (?, ?, 'RUNNING', 'Mia Manager', now())")
                .params(tenant.id(), archive)
                .update();
        superuser
                .sql("INSERT INTO samklima.tenant_archive_part (tenant_id, archive_id, number, content)"
                        + " VALUES (?, ?, 0, 'theirs')")
                .params(tenant.id(), archive)
                .update();
    }

    @Test
    void it_waits_for_the_other_and_leaves_alone_what_that_one_finished() throws Exception {
        CompletableFuture<Void> takingOver;
        try (var other = TestDatabase.shared().superuser().getConnection()) {
            other.setAutoCommit(false);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(other, true));
            Tenancy.inTenant(tenant.id(), Actor.SYSTEM, () -> TransactionLock.hold(jdbc, "archive " + archive));
            takingOver = CompletableFuture.runAsync(this::takeOver);
            await().until(this::isWaiting);
            superuser
                    .sql("UPDATE samklima.tenant_archive SET state = 'DONE' WHERE id = ?")
                    .param(archive)
                    .update();
        }
        takingOver.join();

        assertThat(parts()).containsExactly("theirs");
    }

    @Test
    void it_begins_anew_what_nobody_writes_any_more() {
        takeOver();

        assertThat(parts()).isNotEmpty().doesNotContain("theirs");
        assertThat(superuser
                        .sql("SELECT state FROM samklima.tenant_archive WHERE id = ?")
                        .param(archive)
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    private void takeOver() {
        Tenancy.inTenant(tenant.id(), Actor.SYSTEM, () -> archives.write(archive));
    }

    private boolean isWaiting() {
        return superuser
                .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
                .query(Boolean.class)
                .single();
    }

    private List<String> parts() {
        return superuser
                .sql("SELECT encode(content, 'escape') FROM samklima.tenant_archive_part WHERE archive_id = ?")
                .param(archive)
                .query(String.class)
                .list();
    }
}
