package org.samklima.portal.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TransactionLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The bound tenant's archives. Each is kept in parts of a megabyte, so that nobody has to hold one whole. */
@Repository
class StoredArchives {

    private static final int PART = 1024 * 1024;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate ofItsOwn;

    StoredArchives(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<TenantArchive> all() {
        return jdbc.sql("SELECT * FROM tenant_archive WHERE tenant_id = ? ORDER BY requested_at DESC, id DESC")
                .param(Tenancy.tenantId())
                .query(StoredArchives::archive)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<TenantArchive> find(UUID id) {
        return jdbc.sql("SELECT * FROM tenant_archive WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), id)
                .query(StoredArchives::archive)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add() {
        var id = Ids.next();
        jdbc.sql("INSERT INTO tenant_archive (tenant_id, id, state, requested_by, requested_at)"
                        + " VALUES (?, ?, 'WAITING', ?, ?)")
                .params(Tenancy.tenantId(), id, Tenancy.actor().name(), now())
                .update();
        return id;
    }

    /** Until the end of this transaction nobody else writes the archive. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForOthers(UUID id) {
        TransactionLock.hold(jdbc, "archive " + id);
    }

    /**
     * Noted at once. Also of one that a machine began that did not live to finish it; what it wrote goes.
     *
     * @return whether there is something to write
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean begin(UUID id) {
        int begun = jdbc.sql("UPDATE tenant_archive SET state = 'RUNNING' WHERE tenant_id = ? AND id = ?"
                        + " AND state IN ('WAITING', 'RUNNING')")
                .params(Tenancy.tenantId(), id)
                .update();
        if (begun > 0) {
            removeParts(id);
        }
        return begun > 0;
    }

    /** Seen at once, while the archive is being written in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void progress(UUID id, int progress, int total, long rows) {
        jdbc.sql("UPDATE tenant_archive SET progress = ?, total = ?, row_count = ? WHERE tenant_id = ? AND id = ?")
                .params(progress, total, rows, Tenancy.tenantId(), id)
                .update();
    }

    private void addPart(UUID id, int number, byte[] content) {
        ofItsOwn.executeWithoutResult(
                _ -> jdbc.sql("INSERT INTO tenant_archive_part (tenant_id, archive_id, number, content)"
                                + " VALUES (?, ?, ?, ?)")
                        .params(Tenancy.tenantId(), id, number, content)
                        .update());
    }

    /** What could not be finished leaves nothing behind. */
    @Transactional
    public void fail(UUID id) {
        removeParts(id);
        finish(id, TenantArchive.State.FAILED);
    }

    private void removeParts(UUID id) {
        jdbc.sql("DELETE FROM tenant_archive_part WHERE tenant_id = ? AND archive_id = ?")
                .params(Tenancy.tenantId(), id)
                .update();
    }

    /** Noted at once. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void finish(UUID id, TenantArchive.State state) {
        jdbc.sql(
                        "UPDATE tenant_archive SET state = ?, finished_at = ?, size = (SELECT coalesce(sum(length(content)), 0)"
                                + " FROM tenant_archive_part p WHERE p.tenant_id = ? AND p.archive_id = ?)"
                                + " WHERE tenant_id = ? AND id = ?")
                .params(Arrays.asList(state.name(), now(), Tenancy.tenantId(), id, Tenancy.tenantId(), id))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> part(UUID id, int number) {
        return jdbc.sql("SELECT content FROM tenant_archive_part WHERE tenant_id = ? AND archive_id = ? AND number = ?")
                .params(Tenancy.tenantId(), id, number)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Puts what is written to it into parts. */
    OutputStream writing(UUID id) {
        var parts = new OutputStream() {

            private int next;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                for (int from = offset; from < offset + length; from += PART) {
                    addPart(id, next++, Arrays.copyOfRange(bytes, from, Math.min(from + PART, offset + length)));
                }
            }
        };
        return new BufferedOutputStream(parts, PART);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static TenantArchive archive(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new TenantArchive(
                row.getObject("id", UUID.class),
                TenantArchive.State.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getInt("total"),
                row.getLong("row_count"),
                row.getLong("size"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
