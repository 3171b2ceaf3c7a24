package org.samklima.portal.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The last day for something. It counts in full where the network is: what comes in its last second is in time, what comes
 * at midnight is late, on the days when the clocks change, too.
 */
public record Deadline(LocalDate day, ZoneId zone) implements Comparable<Deadline> {

    /** The first moment that is too late. */
    public Instant end() {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean isPast(Instant at) {
        return !at.isBefore(end());
    }

    /** How many days are left after the present one: 0 on the last day, negative when it is past. */
    public long daysLeft(Instant at) {
        return ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), day);
    }

    @Override
    public int compareTo(Deadline other) {
        return end().compareTo(other.end());
    }
}
