package org.samklima.portal.indicators.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.imports.ImportJob.State;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The imports of the bound tenant. A state changes only from the states it may follow, also where two try at once. */
@Repository
class ImportJobs {

    private static final String KIND = "official-figures";
    private static final String COLUMNS =
            "id, state, dry_run, file_name, mapping, progress, total, report, created_by," + " created_at, finished_at";
    private static final String THIS = " WHERE tenant_id = ? AND kind = '" + KIND + "' AND id = ?";
    private static final String OPEN =
            " AND (state IN ('UPLOADED', 'REFUSED', 'FAILED') OR state = 'DONE' AND dry_run)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportJobs(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<ImportJob> newest(int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM import_job WHERE tenant_id = ? AND kind = '" + KIND
                        + "' ORDER BY created_at DESC, id DESC LIMIT ?")
                .params(Tenancy.tenantId(), most)
                .query(this::job)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<ImportJob> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM import_job" + THIS)
                .params(Tenancy.tenantId(), id)
                .query(this::job)
                .optional();
    }

    /** The file; empty once it has been imported. */
    @Transactional(readOnly = true)
    byte[] content(UUID id) {
        return jdbc.sql("SELECT content FROM import_job" + THIS)
                .params(Tenancy.tenantId(), id)
                .query((row, _) -> row.getBytes("content"))
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    UUID add(String fileName, byte[] content, ObservationMapping mapping) {
        var id = Ids.next();
        jdbc.sql("INSERT INTO import_job (tenant_id, id, kind, state, dry_run, file_name, content, mapping, created_by,"
                        + " created_at) VALUES (?, ?, ?, 'UPLOADED', true, ?, ?, ?::jsonb, ?, ?)")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        id,
                        KIND,
                        fileName,
                        content,
                        json.writeValueAsString(mapping),
                        Tenancy.actor().id(),
                        now()))
                .update();
        return id;
    }

    /** @return whether the import was open to it */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean choose(UUID id, ObservationMapping mapping) {
        return jdbc.sql("UPDATE import_job SET mapping = ?::jsonb, state = 'UPLOADED', report = NULL" + THIS + OPEN)
                        .params(json.writeValueAsString(mapping), Tenancy.tenantId(), id)
                        .update()
                > 0;
    }

    /** @return whether the import was open to it */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean queue(UUID id, boolean dryRun) {
        return jdbc.sql("UPDATE import_job SET state = 'WAITING', dry_run = ?, report = NULL, progress = 0, total = 0,"
                                + " finished_at = NULL" + THIS + OPEN)
                        .params(dryRun, Tenancy.tenantId(), id)
                        .update()
                > 0;
    }

    /**
     * Noted at once, so that nobody holds the row to which progress is written.
     *
     * @return whether it was waiting; or running already, on a machine that did not live to finish it
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean begin(UUID id) {
        return jdbc.sql("UPDATE import_job SET state = 'RUNNING'" + THIS + " AND state IN ('WAITING', 'RUNNING')")
                        .params(Tenancy.tenantId(), id)
                        .update()
                > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean isRunning(UUID id) {
        return find(id).filter(job -> job.state() == State.RUNNING).isPresent();
    }

    /** Seen at once, whatever becomes of the transaction that reports it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void progress(UUID id, int progress, int total) {
        jdbc.sql("UPDATE import_job SET progress = ?, total = ?" + THIS)
                .params(progress, total, Tenancy.tenantId(), id)
                .update();
    }

    /** @param report null where something went wrong that no report can tell */
    @Transactional
    void finish(UUID id, State state, @Nullable ImportReport report) {
        jdbc.sql("UPDATE import_job SET state = ?, report = ?::jsonb, progress = total, finished_at = ?" + THIS)
                .params(Arrays.asList(
                        state.name(),
                        report == null ? null : json.writeValueAsString(report),
                        now(),
                        Tenancy.tenantId(),
                        id))
                .update();
    }

    /** What has been imported is with the figures; the file itself need not be kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    void dropContent(UUID id) {
        jdbc.sql("UPDATE import_job SET content = ''" + THIS)
                .params(Tenancy.tenantId(), id)
                .update();
    }

    /** @return whether it could be removed: one that is under way cannot */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean remove(UUID id) {
        return jdbc.sql("DELETE FROM import_job" + THIS + " AND state NOT IN ('WAITING', 'RUNNING')")
                        .params(Tenancy.tenantId(), id)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private ImportJob job(ResultSet row, int number) throws SQLException {
        var report = row.getString("report");
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImportJob(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getBoolean("dry_run"),
                row.getString("file_name"),
                json.readValue(row.getString("mapping"), ObservationMapping.class),
                row.getInt("progress"),
                row.getInt("total"),
                report == null ? null : json.readValue(report, ImportReport.class),
                row.getObject("created_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
