package org.samklima.portal.planning.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from the bound tenant's communication plan: finding it, doing it, moving it. */
@Service
public class PlanTasks {

    static final int LONGEST_NOTE = 2000;

    private static final String SELECT = "SELECT t.id, t.entry_id, t.occurrence, t.due_on, t.moved, t.responsible_id,"
            + " t.done_on, t.done_by, t.note, t.lock_version, greatest(t.changed_at, e.changed_at) AS changed_at,"
            + " e.phase, e.stakeholder, e.message, e.channel, e.effect, e.schedule, e.responsible"
            + " FROM communication_task t JOIN communication_entry e ON e.tenant_id = t.tenant_id AND e.id = t.entry_id"
            + " WHERE t.tenant_id = ?";

    private final JdbcClient jdbc;
    private final Responsibility responsibility;
    private final Tenants tenants;
    private final Clock clock;

    PlanTasks(JdbcClient jdbc, Responsibility responsibility, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.responsibility = responsibility;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The soonest due first; of what is done, the latest done first. */
    @Transactional(readOnly = true)
    public List<PlanTask> find(TaskFilter filter) {
        return find(filter, 0, Integer.MAX_VALUE);
    }

    /** The same, a part at a time. */
    @Transactional(readOnly = true)
    public List<PlanTask> find(TaskFilter filter, long offset, int limit) {
        var order = filter.state() == TaskFilter.State.DONE ? "t.done_on DESC, t.due_on DESC" : "t.due_on";
        var where = where(filter);
        where.add(limit, offset);
        return jdbc.sql(SELECT + where.sql + " ORDER BY " + order + ", e.position, t.id LIMIT ? OFFSET ?")
                .params(where.parameters)
                .query(PlanTasks::task)
                .list();
    }

    /** Of each row of the plan the one that is to be done next, by the row's id. */
    @Transactional(readOnly = true)
    public Map<UUID, PlanTask> next() {
        return jdbc
                .sql("SELECT DISTINCT ON (entry_id) * FROM (" + SELECT + " AND t.done_on IS NULL) undone"
                        + " ORDER BY entry_id, due_on, id")
                .param(Tenancy.tenantId())
                .query(PlanTasks::task)
                .list()
                .stream()
                .collect(Collectors.toMap(PlanTask::entry, task -> task));
    }

    @Transactional(readOnly = true)
    public long count(TaskFilter filter) {
        var where = where(filter);
        return jdbc.sql("SELECT count(*) FROM communication_task t WHERE t.tenant_id = ?" + where.sql)
                .params(where.parameters)
                .query(Long.class)
                .single();
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public PlanTask get(UUID id) {
        return jdbc.sql(SELECT + " AND t.id = ?")
                .params(Tenancy.tenantId(), id)
                .query(PlanTasks::task)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * What a person says of a task.
     *
     * @param dueOn another day than the plan's moves it; the plan then leaves it where it is
     * @param takenBy null gives it back to those whom the plan names
     * @param doneOn null says that it is not done
     */
    public record Said(
            LocalDate dueOn,
            @Nullable UUID takenBy,
            @Nullable LocalDate doneOn,
            String note) {}

    /**
     * Writes it over the version that was read.
     *
     * @throws Problem if somebody was quicker, it is done in the future, or the note is too long
     */
    @Transactional
    public PlanTask say(UUID id, Said said, int lockVersion) {
        var before = get(id);
        var note = EntryText.tidy(said.note);
        if (note.length() > LONGEST_NOTE) {
            throw Problem.invalid("communication.task.note-too-long", LONGEST_NOTE, note.length());
        }
        checkDone(said.doneOn);
        checkPlausible(said.dueOn);
        if (said.takenBy != null && !said.takenBy.equals(before.takenBy())) {
            responsibility.checkWorksHere(said.takenBy);
        }
        int changed = jdbc.sql("UPDATE communication_task SET due_on = ?, moved = moved OR due_on <> ?,"
                        + " responsible_id = ?, done_on = ?, done_by = ?, note = ?, changed_at = ?,"
                        + " lock_version = lock_version + 1 WHERE tenant_id = ? AND id = ? AND lock_version = ?")
                .params(Arrays.asList(
                        said.dueOn,
                        said.dueOn,
                        said.takenBy,
                        said.doneOn,
                        doneBy(before, said.doneOn),
                        note,
                        OffsetDateTime.now(clock),
                        Tenancy.tenantId(),
                        id,
                        lockVersion))
                .update();
        if (changed == 0) {
            throw Problem.conflict("communication.changed-meanwhile");
        }
        return get(id);
    }

    /** All of them were done on that day; those that were done before stay as they are. */
    @Transactional
    public int done(Collection<UUID> ids, LocalDate day) {
        checkDone(day);
        return jdbc.sql("UPDATE communication_task SET done_on = ?, done_by = ?, changed_at = ?,"
                        + " lock_version = lock_version + 1 WHERE tenant_id = ? AND id = ANY (?) AND done_on IS NULL")
                .params(
                        day,
                        Tenancy.actor().name(),
                        OffsetDateTime.now(clock),
                        Tenancy.tenantId(),
                        ids.toArray(UUID[]::new))
                .update();
    }

    /** What day it is where the tenant is. */
    public LocalDate today() {
        return tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
    }

    private void checkDone(@Nullable LocalDate day) {
        if (day != null && day.isAfter(today())) {
            throw Problem.invalid("communication.task.done-in-future");
        }
        if (day != null) {
            checkPlausible(day);
        }
    }

    private static void checkPlausible(LocalDate day) {
        if (day.getYear() < Schedule.FIRST_YEAR || day.getYear() > Schedule.LAST_YEAR) {
            throw Problem.invalid("communication.task.day-implausible", Schedule.FIRST_YEAR, Schedule.LAST_YEAR);
        }
    }

    private static @Nullable String doneBy(PlanTask before, @Nullable LocalDate doneOn) {
        if (doneOn == null) {
            return null;
        }
        return before.doneBy() == null ? Tenancy.actor().name() : before.doneBy();
    }

    private static final class Where {

        private String sql = "";
        private final List<@Nullable Object> parameters = new ArrayList<>(List.of(Tenancy.tenantId()));

        void and(String condition, @Nullable Object... values) {
            sql += " AND " + condition;
            add(values);
        }

        void add(@Nullable Object... values) {
            parameters.addAll(Arrays.asList(values));
        }
    }

    private Where where(TaskFilter filter) {
        var where = new Where();
        switch (filter.state()) {
            case OPEN -> where.and("t.done_on IS NULL");
            case LATE -> where.and("t.done_on IS NULL AND t.due_on < ?", today());
            case DONE -> where.and("t.done_on IS NOT NULL");
            case ALL -> {
                // Every one.
            }
        }
        if (filter.mine() != null) {
            where.and(
                    "(t.responsible_id = ? OR t.responsible_id IS NULL AND t.entry_id = ANY (?))",
                    filter.mine(),
                    responsibility.entriesOf(filter.mine()).toArray(UUID[]::new));
        }
        if (filter.entry() != null) {
            where.and("t.entry_id = ?", filter.entry());
        }
        if (filter.from() != null) {
            where.and("t.due_on >= ?", filter.from());
        }
        if (filter.until() != null) {
            where.and("t.due_on <= ?", filter.until());
        }
        return where;
    }

    private static PlanTask task(ResultSet row, int number) throws SQLException {
        return new PlanTask(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                new EntryText(
                        Phase.valueOf(row.getString("phase")),
                        row.getString("stakeholder"),
                        row.getString("message"),
                        row.getString("channel"),
                        row.getString("effect"),
                        row.getString("schedule"),
                        row.getString("responsible")),
                row.getString("occurrence"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("moved"),
                row.getObject("responsible_id", UUID.class),
                row.getObject("done_on", LocalDate.class),
                row.getString("done_by"),
                row.getString("note"),
                row.getInt("lock_version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
