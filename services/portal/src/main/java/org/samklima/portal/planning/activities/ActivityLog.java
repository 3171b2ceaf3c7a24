package org.samklima.portal.planning.activities;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.files.CheckedFile;
import org.samklima.portal.files.StoredFile;
import org.samklima.portal.files.StoredFiles;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done, day by day: the logs of the bound tenant's activities, and the files that hang on them. */
@Service
public class ActivityLog {

    private final Activities activities;
    private final StoredActivities storedActivities;
    private final StoredLog stored;
    private final AttachedFiles attached;
    private final StoredFiles files;
    private final AuditTrail audit;
    private final Clock clock;

    ActivityLog(
            Activities activities,
            StoredActivities storedActivities,
            StoredLog stored,
            AttachedFiles attached,
            StoredFiles files,
            AuditTrail audit,
            Clock clock) {
        this.activities = activities;
        this.storedActivities = storedActivities;
        this.stored = stored;
        this.attached = attached;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** The logs of these activities, what happened first first, without their files; without a log one is not there. */
    @Transactional(readOnly = true)
    public Map<UUID, List<LogEntry>> of(Collection<UUID> activities) {
        return stored.all(activities);
    }

    /**
     * Writes entries without files into many logs at once, under the bound person's name.
     *
     * @throws InvalidInput if nothing stands in one of them, or it makes no sense
     */
    @Transactional
    public void writeAll(Map<UUID, List<LogNote>> notes) {
        var today = activities.surroundings().today();
        var actor = Tenancy.actor();
        var at = clock.instant();
        var entries = new ArrayList<LogEntry>();
        notes.forEach((activity, ofIt) -> ofIt.forEach(note -> {
            note.check(false, today);
            entries.add(new LogEntry(Ids.next(), activity, note, actor.id(), actor.name(), at, 0, List.of()));
        }));
        if (!entries.isEmpty()) {
            stored.insertAll(entries);
        }
    }

    /** Part of a log, and how long it is. */
    record Part(List<LogEntry> entries, int total) {}

    /** What happened last first. */
    @Transactional(readOnly = true)
    Part newest(UUID activity, long offset, int limit) {
        return new Part(stored.newest(activity, offset, limit), stored.count(activity));
    }

    /** @throws Problem if there is none */
    @Transactional(readOnly = true)
    LogEntry get(UUID activity, UUID id) {
        return stored.find(activity, id).orElseThrow(Problem::notFound);
    }

    /**
     * Writes an entry, under the bound person's name.
     *
     * @param status what the activity has become with it; null for no change
     * @throws InvalidInput if nothing stands in it, or it makes no sense
     * @throws Problem if there is no such activity, or the status cannot follow on the present one
     */
    @Transactional
    LogEntry write(UUID activity, LogNote note, @Nullable ActivityStatus status, Collection<CheckedFile> added) {
        storedActivities.lock(activity);
        note.check(!added.isEmpty(), activities.today());
        if (status != null) {
            activities.become(activity, status);
        }
        var actor = Tenancy.actor();
        var entry = new LogEntry(Ids.next(), activity, note, actor.id(), actor.name(), clock.instant(), 0, List.of());
        stored.insert(entry);
        attach(activity, entry.id(), added);
        return get(activity, entry.id());
    }

    /**
     * Puts an entry right.
     *
     * @param seen the version that was looked at
     * @param added files it gets in addition
     * @param dropped files of it that go
     * @throws OptimisticLockingFailureException if somebody corrected or removed it since
     * @throws InvalidInput if nothing stands in it, or it makes no sense
     * @throws Problem if it is not the bound person's to correct
     */
    @Transactional
    LogEntry correct(
            UUID activity, UUID id, int seen, LogNote note, Collection<CheckedFile> added, Collection<UUID> dropped) {
        var title = storedActivities.lock(activity).title();
        var before = get(activity, id);
        before.requireChangeableBy(Tenancy.actor());
        boolean anyFiles = !added.isEmpty() || before.files().stream().anyMatch(file -> !dropped.contains(file.id()));
        note.check(anyFiles, activities.today());
        stored.update(activity, id, seen, note);
        dropped.forEach(file -> attached.detach(activity, id, file));
        attach(activity, id, added);
        audit("activity.log-corrected", before, title);
        return get(activity, id);
    }

    /**
     * Removes an entry and its files.
     *
     * @throws Problem if it is not the bound person's to remove
     */
    @Transactional
    void remove(UUID activity, UUID id) {
        var title = storedActivities.lock(activity).title();
        var entry = get(activity, id);
        entry.requireChangeableBy(Tenancy.actor());
        entry.files().forEach(file -> attached.detach(activity, id, file.id()));
        stored.remove(activity, id);
        audit("activity.log-removed", entry, title);
    }

    private void audit(String action, LogEntry entry, String title) {
        audit.record(
                action,
                "activity",
                entry.activityId(),
                Map.of("title", title, "day", String.valueOf(entry.note().happenedOn()), "author", entry.author()));
    }

    /** Those of the activity itself, the oldest first. */
    @Transactional(readOnly = true)
    List<StoredFile> filesOf(UUID activity) {
        return attached.of(activity);
    }

    /** @throws Problem if there is no such activity */
    @Transactional
    List<StoredFile> attach(UUID activity, Collection<CheckedFile> added) {
        storedActivities.lock(activity);
        return attach(activity, null, added);
    }

    /** @throws Problem if it does not hang there */
    @Transactional
    void detach(UUID activity, UUID file) {
        var title = storedActivities.lock(activity).title();
        var name = files.get(file).name();
        attached.detach(activity, null, file);
        audit.record("activity.file-removed", "activity", activity, Map.of("title", title, "file", name));
    }

    private List<StoredFile> attach(UUID activity, @Nullable UUID entry, Collection<CheckedFile> added) {
        var all = added.stream().map(files::store).toList();
        all.forEach(file -> attached.attach(activity, entry, file.id()));
        return all;
    }
}
