package org.samklima.portal.planning.activityexchange;

import static org.samklima.portal.planning.activityexchange.ActivityColumn.DESCRIPTION;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.FIELD;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.TITLE;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.VERSION;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activities.Activity;
import org.samklima.portal.planning.activities.ActivityCheck;
import org.samklima.portal.planning.activities.ActivityPlan;
import org.samklima.portal.planning.activities.LogNote;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.NumberReading;

/**
 * Says what becomes of activities and of what the list adds to them, once all rows about them are read.
 *
 * @param logs of the activities that are there, by activity
 */
record Conclusions(Known known, RowLines lines, Map<UUID, List<LogNote>> logs, Set<Pending> changed) {

    Conclusions(Known known, RowLines lines, Map<UUID, List<LogNote>> logs) {
        this(known, lines, logs, new HashSet<>());
    }

    void activity(ListRow row, Pending activity, RowReading reading) {
        var plan = activity.plan(ownDescription(row));
        var called = activity.called().isEmpty() ? ActivityImportCheck.called(row) : activity.called();
        reading.problems().forEach(problem -> lines.wrong(row, called, problem));
        ActivityCheck.flaws(plan, known.around(), activity.before()).forEach(flaw -> lines.wrong(row, called, flaw));
        if (lines.isWrong(row)) {
            return;
        }
        var before = activity.before();
        if (before == null) {
            changed.add(activity);
            fresh(row, activity, called);
        } else if (activity.isToBeOtherThan(plan)) {
            changed.add(activity);
            change(row, activity, before, plan, called);
        } else if (!bringsAnEntry(row)) {
            lines.say(row, called, Outcome.SAME, "");
        }
        reading.remarks()
                .forEach(remark -> lines.say(
                        row,
                        called,
                        before == null ? Outcome.NEW : Outcome.CHANGED,
                        remark.messageKey(),
                        remark.argumentTexts()));
    }

    private static String ownDescription(ListRow row) {
        var own = row.value(DESCRIPTION.role());
        return own.equals(row.value(TITLE.role())) || NumberReading.MISSING_MARKS.contains(own) ? "" : own;
    }

    private static boolean bringsAnEntry(ListRow row) {
        return !row.value(ActivityColumn.LOG.role()).isEmpty();
    }

    private void fresh(ListRow row, Pending activity, String called) {
        var field = activity.field();
        if (field == null) {
            lines.say(row, called, Outcome.NEW, "activityexchange.becomes-activity");
        } else {
            lines.say(row, called, Outcome.NEW, "activityexchange.becomes-activity-in", field.path());
        }
    }

    private void change(ListRow row, Pending activity, Activity before, ActivityPlan plan, String called) {
        var seen = row.value(VERSION.role());
        if (!seen.isEmpty() && !seen.equals(String.valueOf(before.version()))) {
            lines.wrong(row, called, Problem.conflict("activityexchange.changed-since"));
            return;
        }
        var columns = new ArrayList<>(PlanChanges.between(before.plan(), plan));
        var field = activity.field();
        if (field != null && field.id() == null && !columns.contains(FIELD)) {
            columns.add(FIELD);
        }
        lines.say(row, called, Outcome.CHANGED, "activityexchange.changes", lines.names(columns));
    }

    void entry(Entry entry) {
        var activity = entry.activity();
        var note = entry.note();
        var called = ActivityImportCheck.called(entry.row());
        if (note == null) {
            describes(entry, called);
            return;
        }
        var before = activity.before();
        note.flaws(false, known.around().today()).forEach(flaw -> lines.wrong(entry.row(), called, flaw));
        if (lines.isWrong(entry.row())) {
            return;
        }
        boolean own = entry.row().equals(activity.row());
        var log = before == null ? List.<LogNote>of() : logs.getOrDefault(before.id(), List.of());
        if (entry.isIn(log) || entry.isIn(activity.notes())) {
            if (!own || !changed.contains(activity)) {
                lines.say(entry.row(), called, Outcome.SAME, "activityexchange.is-entry", activity.called());
            }
            return;
        }
        activity.note(note);
        lines.say(
                entry.row(),
                called,
                own && before != null ? Outcome.CHANGED : Outcome.NEW,
                "activityexchange.becomes-entry",
                activity.called(),
                note.happenedOn() == null ? "" : lines.date(note.happenedOn()));
    }

    private void describes(Entry entry, String called) {
        var activity = entry.activity();
        boolean differs = activity.isNew() || changed.contains(activity);
        lines.say(
                entry.row(),
                called,
                activity.isNew() ? Outcome.NEW : differs ? Outcome.CHANGED : Outcome.SAME,
                "activityexchange.becomes-description",
                activity.called());
    }
}
