package org.samklima.portal.planning.activityexchange;

import static org.samklima.portal.planning.activityexchange.ActivityColumn.FIELD;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.LOG;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.PARENT;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.REFERENCE;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.STATUS;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.TITLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activities.ActivityPlan;
import org.samklima.portal.planning.activities.LogEntry;
import org.samklima.portal.planning.activities.LogNote;
import org.samklima.portal.planning.activityexchange.Hierarchy.Kind;
import org.samklima.portal.planning.activityexchange.Hierarchy.Place;
import org.samklima.portal.planning.fields.FieldNames;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;

/** One look at a list of activities: what each row is, and what it would do. */
final class ActivityImportCheck {

    private final Known known;
    private final RowLines lines;
    private final Matching matching;
    private final Hierarchy hierarchy;
    private final Map<ListRow, FieldNames.Named> fields = new HashMap<>();
    private final Map<ListRow, Pending> pending = new LinkedHashMap<>();
    private final Map<UUID, Pending> outside = new LinkedHashMap<>();
    private final Map<ListRow, RowReading> readings = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> unknownStatuses = new LinkedHashSet<>();

    /** @param logs asks for the logs of activities */
    ActivityImportCheck(
            Known known,
            boolean hasParents,
            List<ListRow> rows,
            Function<Collection<UUID>, Map<UUID, List<LogEntry>>> logs,
            RowLines lines) {
        this.known = known;
        this.lines = lines;
        this.matching = new Matching(known.activities(), rows);
        this.hierarchy = new Hierarchy(hasParents, known.options().topRows(), matching.references(), rows);
        var places = places(rows);
        each(places, Kind.FIELD, (row, _) -> field(row));
        each(places, Kind.ACTIVITY, this::activity);
        each(places, Kind.ENTRY, this::below);
        giveUpReferences();
        var conclusions = new Conclusions(known, lines, logs(logs));
        pending.forEach(
                (row, activity) -> conclusions.activity(row, activity, Objects.requireNonNull(readings.get(row))));
        entries.forEach(conclusions::entry);
    }

    private void giveUpReferences() {
        var plans = new HashMap<UUID, ActivityPlan>();
        pending.values().forEach(one -> {
            if (one.before() != null) {
                plans.put(one.before().id(), one.draft().plan());
            }
        });
        known.around().givingUp(known.activities(), plans);
    }

    ListReport report() {
        return lines.report();
    }

    /** Every activity that is new or gets anything new, once the whole list is right. */
    List<Pending> pending() {
        var all = new ArrayList<>(pending.values());
        all.addAll(outside.values());
        return all;
    }

    /** What stands in the column of the status and is no word that the product knows. */
    Set<String> unknownStatuses() {
        return unknownStatuses;
    }

    private interface Step {
        void take(ListRow row, Place place);
    }

    private Map<ListRow, Place> places(List<ListRow> rows) {
        var places = new LinkedHashMap<ListRow, Place>();
        for (var row : rows) {
            tell(row, () -> {
                var owner = hierarchy.owner(row);
                if (!owner.equals(row)) {
                    throw Problem.invalid("lists.duplicate", String.valueOf(owner.number()));
                }
                places.put(row, hierarchy.place(row));
            });
        }
        return places;
    }

    private void each(Map<ListRow, Place> places, Kind kind, Step step) {
        places.forEach((row, place) -> {
            if (place.kind() == kind) {
                tell(row, () -> step.take(row, place));
            }
        });
    }

    private void tell(ListRow row, Runnable step) {
        try {
            step.run();
        } catch (Problem problem) {
            lines.wrong(row, called(row), problem);
        }
    }

    static String called(ListRow row) {
        return (row.value(REFERENCE.role()) + " " + row.value(TITLE.role())).strip();
    }

    private void field(ListRow row) {
        var name = row.value(TITLE.role()).isEmpty() ? row.value(REFERENCE.role()) : row.value(TITLE.role());
        var named = known.fields().atTop(name);
        fields.put(row, named);
        if (known.fields().isMissing(named)) {
            lines.wrong(row, called(row), FieldNames.unknown(name));
        } else if (named.id() == null) {
            lines.say(row, called(row), Outcome.NEW, "activityexchange.becomes-field");
        } else {
            lines.say(row, called(row), Outcome.SAME, "activityexchange.is-field");
        }
    }

    private void activity(ListRow row, Place place) {
        noteUnknown(row.value(STATUS.role()));
        var activity = new Pending(row, matching.of(row));
        if (row.value(FIELD.role()).isEmpty()) {
            fieldOf(row, place, activity);
        }
        var reading = new RowReading(row, activity, known);
        reading.read();
        readings.put(row, reading);
        pending.put(row, activity);
        if (!row.value(LOG.role()).isEmpty()) {
            entries.add(Entry.of(row, activity, known.around().today()));
        }
    }

    private void fieldOf(ListRow row, Place place, Pending activity) {
        if (place.parent() != null) {
            var field = fields.get(place.parent());
            if (field == null) {
                throw Problem.invalid(
                        "activityexchange.parent-wrong", place.parent().number());
            }
            activity.field(field);
        } else if (!place.outside().isEmpty()) {
            activity.field(known.fields()
                    .there(place.outside())
                    .orElseThrow(() -> Problem.invalid(
                            "activityexchange.parent-unknown", Shortened.of(row.value(PARENT.role())))));
        }
    }

    private void noteUnknown(String status) {
        if (!status.isEmpty() && known.words().status(status).isEmpty()) {
            unknownStatuses.add(status);
        }
    }

    private void below(ListRow row, Place place) {
        var activity = place.parent() == null ? outside(place.outside()) : pending.get(place.parent());
        if (activity == null) {
            throw Problem.invalid(
                    "activityexchange.parent-wrong",
                    place.parent() == null ? 0 : place.parent().number());
        }
        var entry = Entry.below(row, activity, known.around().today());
        if (entry.note() == null && place.parent() == null) {
            throw Problem.invalid("activityexchange.entry-undated");
        }
        entries.add(entry);
        if (entry.note() == null) {
            activity.describe(entry.text());
        }
    }

    /** An activity that is there already, and of which only entries stand in the list. */
    private @Nullable Pending outside(String reference) {
        var activity = matching.withReference(reference);
        if (activity == null) {
            return null;
        }
        return pending.values().stream()
                .filter(one -> activity.equals(one.before()))
                .findFirst()
                .orElseGet(() -> outside.computeIfAbsent(activity.id(), _ -> new Pending(null, activity)));
    }

    private Map<UUID, List<LogNote>> logs(Function<Collection<UUID>, Map<UUID, List<LogEntry>>> logs) {
        var there = entries.stream()
                .filter(entry -> entry.note() != null)
                .map(entry -> entry.activity().before())
                .filter(Objects::nonNull)
                .map(activity -> activity.id())
                .distinct()
                .toList();
        var notes = new HashMap<UUID, List<LogNote>>();
        if (!there.isEmpty()) {
            logs.apply(there)
                    .forEach((activity, log) ->
                            notes.put(activity, log.stream().map(LogEntry::note).toList()));
        }
        return notes;
    }
}
