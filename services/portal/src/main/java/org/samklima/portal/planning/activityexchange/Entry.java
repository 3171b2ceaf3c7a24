package org.samklima.portal.planning.activityexchange;

import static org.samklima.portal.planning.activityexchange.ActivityColumn.DESCRIPTION;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.LOG;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.LOGGED_ON;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.TITLE;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activities.LogNote;
import org.samklima.portal.planning.lists.WrittenDay;

/**
 * What a row adds to an activity: an entry of its log where it names a day or a past year, else a paragraph of its
 * description.
 *
 * @param row where it stands
 * @param note for the log; null where it describes
 * @param text of the paragraph; empty where it is for the log
 * @param dated whether the list says of which day it is
 */
record Entry(ListRow row, Pending activity, @Nullable LogNote note, String text, boolean dated) {

    /** A row below an activity. */
    static Entry below(ListRow row, Pending activity, LocalDate today) {
        var title = row.value(TITLE.role());
        var body =
                joined(title, row.value(LOG.role()).isEmpty() ? row.value(DESCRIPTION.role()) : row.value(LOG.role()));
        var day = row.value(LOGGED_ON.role()).isEmpty()
                ? WrittenDay.inWords(title)
                        .filter(named -> named.getYear() <= today.getYear())
                        .map(named -> named.isAfter(today) ? today : named)
                        .orElse(null)
                : WrittenDay.last(row.value(LOGGED_ON.role()));
        return day == null
                ? new Entry(row, activity, null, body, false)
                : new Entry(row, activity, new LogNote(day, body, null, ""), "", true);
    }

    /** The activity's own row, which brings an entry along; of today where it names no day. */
    static Entry of(ListRow row, Pending activity, LocalDate today) {
        var day = row.value(LOGGED_ON.role());
        var note = new LogNote(day.isEmpty() ? today : WrittenDay.last(day), row.value(LOG.role()), null, "");
        return new Entry(row, activity, note, "", !day.isEmpty());
    }

    private static String joined(String title, String text) {
        if (text.isEmpty() || text.equals(title)) {
            return title;
        }
        return title.isEmpty() ? text : title + "\n" + text;
    }

    /** Whether this stands in a log already; without a day of its own, on any. */
    boolean isIn(Iterable<LogNote> log) {
        for (var one : log) {
            if (note != null
                    && one.body().equals(note.body())
                    && (!dated || note.happenedOn() != null && note.happenedOn().equals(one.happenedOn()))) {
                return true;
            }
        }
        return false;
    }
}
