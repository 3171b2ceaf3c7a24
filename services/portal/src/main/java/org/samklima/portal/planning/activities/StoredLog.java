package org.samklima.portal.planning.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.files.StoredFile;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The logs of the bound tenant's activities as the database keeps them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StoredLog {

    private static final String SELECT = "SELECT id, activity_id, happened_on, body, figure, figure_unit, author_id,"
            + " author, written_at, lock_version FROM activity_log WHERE tenant_id = ? AND activity_id = ?";

    private static final String INSERT =
            "INSERT INTO activity_log (tenant_id, activity_id, id, happened_on, body, figure,"
                    + " figure_unit, author_id, author, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcOperations statements;
    private final AttachedFiles attached;

    StoredLog(JdbcClient jdbc, JdbcOperations statements, AttachedFiles attached) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.attached = attached;
    }

    /** What happened last first. */
    List<LogEntry> newest(UUID activity, long offset, int limit) {
        return withFiles(
                activity,
                jdbc.sql(SELECT + " ORDER BY happened_on DESC, id DESC LIMIT ? OFFSET ?")
                        .params(Tenancy.tenantId(), activity, limit, offset)
                        .query(StoredLog::entry)
                        .list());
    }

    /** Of each activity what happened last in the year; without its files. */
    Map<UUID, LogNote> latestOf(Collection<UUID> activities, int year) {
        return jdbc
                .sql(
                        "SELECT DISTINCT ON (activity_id) id, activity_id, happened_on, body, figure, figure_unit, author_id,"
                                + " author, written_at, lock_version FROM activity_log WHERE tenant_id = ? AND activity_id = ANY (?)"
                                + " AND happened_on BETWEEN ? AND ? ORDER BY activity_id, happened_on DESC, id DESC")
                .params(
                        Tenancy.tenantId(),
                        activities.toArray(UUID[]::new),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31))
                .query(StoredLog::entry)
                .list()
                .stream()
                .collect(Collectors.toMap(LogEntry::activityId, LogEntry::note));
    }

    /** Of each of these activities, what happened first first; without their files. */
    Map<UUID, List<LogEntry>> all(Collection<UUID> activities) {
        return jdbc
                .sql("SELECT id, activity_id, happened_on, body, figure, figure_unit, author_id, author, written_at,"
                        + " lock_version FROM activity_log WHERE tenant_id = ? AND activity_id = ANY (?)"
                        + " ORDER BY happened_on, id")
                .params(Tenancy.tenantId(), activities.toArray(UUID[]::new))
                .query(StoredLog::entry)
                .list()
                .stream()
                .collect(Collectors.groupingBy(LogEntry::activityId));
    }

    int count(UUID activity) {
        return jdbc.sql("SELECT count(*) FROM activity_log WHERE tenant_id = ? AND activity_id = ?")
                .params(Tenancy.tenantId(), activity)
                .query(Integer.class)
                .single();
    }

    Optional<LogEntry> find(UUID activity, UUID id) {
        return withFiles(
                        activity,
                        jdbc.sql(SELECT + " AND id = ?")
                                .params(Tenancy.tenantId(), activity, id)
                                .query(StoredLog::entry)
                                .list())
                .stream()
                .findFirst();
    }

    private List<LogEntry> withFiles(UUID activity, List<LogEntry> entries) {
        Map<UUID, List<StoredFile>> files =
                attached.ofEntries(activity, entries.stream().map(LogEntry::id).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new LogEntry(
                        entry.id(),
                        entry.activityId(),
                        entry.note(),
                        entry.authorId(),
                        entry.author(),
                        entry.writtenAt(),
                        entry.version(),
                        files.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    void insert(LogEntry entry) {
        jdbc.sql(INSERT).params(row(entry)).update();
        noteLastDay(entry.activityId());
    }

    /** Many at once, without files. */
    void insertAll(List<LogEntry> entries) {
        statements.batchUpdate(
                INSERT, entries.stream().map(entry -> row(entry).toArray()).toList());
        jdbc.sql("UPDATE activity SET last_logged_on = (SELECT max(happened_on) FROM activity_log"
                        + " WHERE activity_log.tenant_id = ? AND activity_id = activity.id)"
                        + " WHERE tenant_id = ? AND id = ANY (?)")
                .params(
                        Tenancy.tenantId(),
                        Tenancy.tenantId(),
                        entries.stream().map(LogEntry::activityId).distinct().toArray(UUID[]::new))
                .update();
    }

    private static List<@Nullable Object> row(LogEntry entry) {
        return Arrays.asList(
                Tenancy.tenantId(),
                entry.activityId(),
                entry.id(),
                entry.note().happenedOn(),
                entry.note().body(),
                entry.note().figure(),
                entry.note().figureUnit(),
                entry.authorId(),
                entry.author(),
                entry.writtenAt().atOffset(ZoneOffset.UTC));
    }

    /** @throws OptimisticLockingFailureException if somebody corrected or removed it since */
    void update(UUID activity, UUID id, int seen, LogNote note) {
        int updated = jdbc.sql("UPDATE activity_log SET happened_on = ?, body = ?, figure = ?, figure_unit = ?,"
                        + " lock_version = lock_version + 1"
                        + " WHERE tenant_id = ? AND activity_id = ? AND id = ? AND lock_version = ?")
                .params(Arrays.asList(
                        note.happenedOn(),
                        note.body(),
                        note.figure(),
                        note.figureUnit(),
                        Tenancy.tenantId(),
                        activity,
                        id,
                        seen))
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("The entry was changed meanwhile");
        }
        noteLastDay(activity);
    }

    void remove(UUID activity, UUID id) {
        jdbc.sql("DELETE FROM activity_log WHERE tenant_id = ? AND activity_id = ? AND id = ?")
                .params(Tenancy.tenantId(), activity, id)
                .update();
        noteLastDay(activity);
    }

    private void noteLastDay(UUID activity) {
        jdbc.sql("UPDATE activity SET last_logged_on = (SELECT max(happened_on) FROM activity_log"
                        + " WHERE tenant_id = ? AND activity_id = ?) WHERE tenant_id = ? AND id = ?")
                .params(Tenancy.tenantId(), activity, Tenancy.tenantId(), activity)
                .update();
    }

    private static LogEntry entry(ResultSet row, int number) throws SQLException {
        return new LogEntry(
                row.getObject("id", UUID.class),
                row.getObject("activity_id", UUID.class),
                new LogNote(
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("body"),
                        row.getBigDecimal("figure"),
                        row.getString("figure_unit")),
                row.getObject("author_id", UUID.class),
                row.getString("author"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getInt("lock_version"),
                List.of());
    }
}
