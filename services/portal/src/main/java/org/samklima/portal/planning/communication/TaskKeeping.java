package org.samklima.portal.planning.communication;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.communication.schedule.Occurrences;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets tasks follow what the plan says of when. Doing it again changes nothing: each task is known by its occurrence. One
 * that nobody has touched comes, moves and goes with the plan; one that was done, moved, taken or written about stays as
 * people left it.
 */
@Component
class TaskKeeping {

    private final JdbcClient jdbc;
    private final JdbcOperations statements;
    private final YearWheel wheel;
    private final RecurrenceJob recurrence;
    private final Tenants tenants;
    private final Clock clock;

    TaskKeeping(
            JdbcClient jdbc,
            JdbcOperations statements,
            YearWheel wheel,
            RecurrenceJob recurrence,
            Tenants tenants,
            Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.wheel = wheel;
        this.recurrence = recurrence;
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Existing(UUID id, UUID entry, String occurrence, LocalDate dueOn, boolean moved, boolean touched) {}

    /** For these rows of the plan, until the end of next year. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(Collection<Entry> entries) {
        var today = tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
        var days = wheel.days();
        var existing = existing(entries.stream().map(Entry::id).toList());
        var changes = new Changes();
        for (var entry : entries) {
            var wanted = Occurrences.of(entry.schedule(), days, entry.recursFrom(), today.getYear() + 1);
            changes.add(entry.id(), wanted, existing.getOrDefault(entry.id(), Map.of()));
        }
        changes.write();
        if (entries.stream().anyMatch(entry -> entry.schedule().recurs())) {
            recurrence.nextYear(today);
        }
    }

    private Map<UUID, Map<String, Existing>> existing(List<UUID> entries) {
        var existing = new HashMap<UUID, Map<String, Existing>>();
        jdbc.sql("SELECT id, entry_id, occurrence, due_on, moved,"
                        + " moved OR done_on IS NOT NULL OR responsible_id IS NOT NULL OR note <> '' AS touched"
                        + " FROM communication_task WHERE tenant_id = ? AND entry_id = ANY (?) FOR UPDATE")
                .params(Tenancy.tenantId(), entries.toArray(UUID[]::new))
                .query(row -> {
                    var task = new Existing(
                            row.getObject("id", UUID.class),
                            row.getObject("entry_id", UUID.class),
                            row.getString("occurrence"),
                            row.getObject("due_on", LocalDate.class),
                            row.getBoolean("moved"),
                            row.getBoolean("touched"));
                    existing.computeIfAbsent(task.entry, _ -> new HashMap<>()).put(task.occurrence, task);
                });
        return existing;
    }

    /** What has to be written so that the tasks are as they should be. */
    private final class Changes {

        private final OffsetDateTime now = OffsetDateTime.now(clock);
        private final List<@Nullable Object[]> added = new ArrayList<>();
        private final List<@Nullable Object[]> moved = new ArrayList<>();
        private final List<UUID> gone = new ArrayList<>();

        void add(UUID entry, Map<String, LocalDate> wanted, Map<String, Existing> existing) {
            wanted.forEach((occurrence, day) -> {
                var task = existing.get(occurrence);
                if (task == null) {
                    added.add(new Object[] {Tenancy.tenantId(), Ids.next(), entry, occurrence, day, now});
                } else if (!task.moved && !task.dueOn.equals(day)) {
                    moved.add(new Object[] {day, now, Tenancy.tenantId(), task.id});
                }
            });
            existing.values().stream()
                    .filter(task -> !wanted.containsKey(task.occurrence) && !task.touched)
                    .forEach(task -> gone.add(task.id));
        }

        void write() {
            if (!gone.isEmpty()) {
                jdbc.sql("DELETE FROM communication_task WHERE tenant_id = ? AND id = ANY (?)")
                        .params(Tenancy.tenantId(), gone.toArray(UUID[]::new))
                        .update();
            }
            statements.batchUpdate(
                    "UPDATE communication_task SET due_on = ?, changed_at = ?, lock_version = lock_version + 1"
                            + " WHERE tenant_id = ? AND id = ? AND done_on IS NULL",
                    moved);
            statements.batchUpdate(
                    "INSERT INTO communication_task (tenant_id, id, entry_id, occurrence, due_on, changed_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, entry_id, occurrence) DO NOTHING",
                    added);
        }
    }
}
