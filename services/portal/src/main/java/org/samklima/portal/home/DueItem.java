package org.samklima.portal.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do in a tenant by a day.
 *
 * @param key tells it from everything else that is due in the tenant, in no language: whoever was reminded of this key is not
 *     told of it as news again
 * @param what to do, in the reader's language: "Climate report 2026"
 * @param askedBy who waits for it: a network's name; null where nobody outside does, as for the tenant's own plan
 * @param deadline the last day, which counts in full; of a hint the day from which on it is worth a look
 * @param zone where that day ends
 * @param path of the page where it is done, within the tenant, starting with a slash
 */
public record DueItem(
        String key, Kind kind, String what, @Nullable String askedBy, LocalDate deadline, ZoneId zone, String path) {

    /** What it means that the day is past. */
    public enum Kind {
        /** Somebody counts on it: past its day it is late. */
        DEADLINE,
        /** Nobody waits for it, as when nothing was logged for long: it is never late. */
        HINT
    }

    /** With a deadline; told from others by where it is done and by when, so that a moved deadline is news. */
    public DueItem(String what, @Nullable String askedBy, LocalDate deadline, ZoneId zone, String path) {
        this(path + " " + deadline, Kind.DEADLINE, what, askedBy, deadline, zone, path);
    }

    /** Something worth a look from this day on. */
    public static DueItem hint(String what, LocalDate since, ZoneId zone, String path) {
        return new DueItem(path + " since " + since, Kind.HINT, what, null, since, zone, path);
    }

    public boolean isHint() {
        return kind == Kind.HINT;
    }

    public boolean isLate(Instant now) {
        return !isHint() && today(now).isAfter(deadline);
    }

    /** Which day it is where its day ends. */
    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
