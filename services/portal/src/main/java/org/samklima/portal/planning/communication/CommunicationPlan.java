package org.samklima.portal.planning.communication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.planning.communication.PlanImportCheck.Wanted;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.planning.history.PlanHistory;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.planning.history.PlanItems;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantArrived;
import org.samklima.portal.tenancy.TenantListener;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The communication plan of the bound tenant: its rows, their order, and the tasks that follow from them. */
@Service
public class CommunicationPlan implements PlanItems {

    private static final String PLACE = "place";

    private final Entries entries;
    private final TaskKeeping tasks;
    private final PlanHistory history;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;

    CommunicationPlan(
            Entries entries, TaskKeeping tasks, PlanHistory history, AuditTrail audit, Tenants tenants, Clock clock) {
        this.entries = entries;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The rows as they stand in their tables, the launch first. */
    @Transactional(readOnly = true)
    public List<Entry> entries() {
        return entries.all();
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    public Entry get(UUID id) {
        return entries.find(id).orElseThrow(Problem::notFound);
    }

    /** At the end of its table, with the tasks that follow. */
    @Transactional
    public Entry add(EntryText text) {
        var entry = Entry.added(Ids.next(), text, today(), clock.instant());
        entries.add(entry);
        history.added(entry.item());
        tasks.follow(List.of(entry));
        return entry;
    }

    /**
     * Changes what stands in it; tasks follow what is now said of when.
     *
     * @param lockVersion of the row that was read
     * @throws Problem if somebody was quicker
     */
    @Transactional
    public Entry change(UUID id, EntryText text, int lockVersion) {
        return changed(id, lockVersion, entry -> entry.with(text, today(), clock.instant()));
    }

    /**
     * Lets a row's when be understood otherwise than it was; its text stays.
     *
     * @throws Problem if somebody was quicker
     */
    @Transactional
    public Entry understand(UUID id, Schedule otherwise, int lockVersion) {
        return changed(id, lockVersion, entry -> entry.understood(otherwise, today(), clock.instant()));
    }

    private Entry changed(UUID id, int lockVersion, Function<Entry, Entry> change) {
        var before = get(id);
        if (before.lockVersion() != lockVersion) {
            throw Problem.conflict("communication.changed-meanwhile");
        }
        var after = change.apply(before);
        entries.change(after);
        history.changed(before.item(), after.item());
        tasks.follow(List.of(after));
        return get(id);
    }

    /** Adds some rows and changes others, as a list says. */
    @Transactional
    void take(List<Wanted> added, Map<UUID, Wanted> changed) {
        var now = clock.instant();
        var today = today();
        var followed = new ArrayList<Entry>();
        for (var wanted : added) {
            var entry = new Entry(Ids.next(), wanted.text(), wanted.schedule(), today, 0, now);
            entries.add(entry);
            followed.add(entry);
        }
        history.added(followed.stream().map(Entry::item).toList());
        var before = entries.all().stream()
                .filter(entry -> changed.containsKey(entry.id()))
                .toList();
        var after = before.stream()
                .map(entry -> {
                    var wanted = Objects.requireNonNull(changed.get(entry.id()));
                    return entry.with(wanted.text(), today, now).understood(wanted.schedule(), today, now);
                })
                .toList();
        after.forEach(entries::change);
        history.changed(
                before.stream().map(Entry::item).toList(),
                after.stream().map(Entry::item).toList());
        followed.addAll(after);
        tasks.follow(followed);
    }

    /** Removes it with all its tasks, also those that were done. */
    @Transactional
    public void remove(UUID id) {
        var entry = get(id);
        entries.remove(id);
        history.removed(entry.item());
        audit.record(
                "communication-plan.row-removed",
                "communication-entry",
                id,
                Map.of("name", entry.item().title()));
    }

    /**
     * Moves it within its table.
     *
     * @param place from 1; beyond the last means the last
     */
    @Transactional
    public void move(UUID id, int place) {
        var entry = get(id);
        var order = new ArrayList<>(entries.holdOrder(entry.text().phase()));
        int before = order.indexOf(id);
        if (before < 0) {
            return;
        }
        int after = Math.clamp(place - 1L, 0, order.size() - 1);
        order.add(after, order.remove(before));
        entries.order(order);
        history.changed(entry.item().with(PLACE, before + 1), entry.item().with(PLACE, after + 1));
    }

    /** Moves it up or down by this many places. */
    @Transactional
    public void moveBy(UUID id, int places) {
        var order = entries.holdOrder(get(id).text().phase());
        move(id, order.indexOf(id) + 1 + places);
    }

    /** The job queue of another deployment stayed there. */
    @TenantListener
    void on(TenantArrived arrived) {
        keepUp();
    }

    /** What came back last year comes back next year; to be asked once a year. */
    @Transactional
    void keepUp() {
        tasks.follow(entries.all());
    }

    @Override
    @Transactional(readOnly = true)
    public List<PlanItem> all() {
        return entries.all().stream().map(Entry::item).toList();
    }

    private LocalDate today() {
        return tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
    }
}
