package org.samklima.portal.planning.communication.schedule;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The days by which something is to be done, each under a key that stays the same when it is worked out again:
 * {@code 2022-Q2} of a quarter, {@code 2026#3} the third time in a year, {@code 2026@<id>} a point of the year wheel.
 */
public final class Occurrences {

    private Occurrences() {}

    /**
     * What follows from a schedule. What is said of certain years counts in full, also where they are over; what comes back
     * begins on a day and ends with a year.
     *
     * @param wheel the tenant's year wheel, by the ids of its points
     * @param recursFrom the first day on which what comes back may fall
     * @param lastYear the last year into which it is followed
     */
    public static Map<String, LocalDate> of(
            Schedule schedule, Map<UUID, MonthDay> wheel, LocalDate recursFrom, int lastYear) {
        var days = new LinkedHashMap<String, LocalDate>();
        for (var moment : schedule.moments()) {
            if (moment.year() != null) {
                days.put(moment.text(), moment.lastDayIn(moment.year()));
            }
        }
        var from = schedule.from();
        var until = schedule.until();
        boolean certain = from != null && until != null;
        int first = certain ? from : Math.max(recursFrom.getYear(), from == null ? 0 : from);
        int last = until == null ? lastYear : Math.min(until, lastYear);
        for (int year = first; year <= last; year++) {
            for (var day : inYear(schedule, wheel, year).entrySet()) {
                if (certain || !day.getValue().isBefore(recursFrom)) {
                    days.put(day.getKey(), day.getValue());
                }
            }
        }
        return days;
    }

    private static Map<String, LocalDate> inYear(Schedule schedule, Map<UUID, MonthDay> wheel, int year) {
        var days = new LinkedHashMap<String, LocalDate>();
        schedule.moments().stream()
                .filter(Moment::isEveryYear)
                .forEach(moment -> days.put(moment.occurrenceIn(year), moment.lastDayIn(year)));
        for (int time = 1; time <= often(schedule.times()); time++) {
            days.put(year + "#" + time, spread(year, time, often(schedule.times())));
        }
        if (schedule.yearWheel()) {
            wheel.forEach((point, day) -> {
                if (schedule.points().isEmpty() || schedule.points().contains(point)) {
                    days.put(year + "@" + point, day.atYear(year));
                }
            });
        }
        return days;
    }

    private static int often(@Nullable Times times) {
        return times == null ? 0 : times.least();
    }

    /**
     * Up to twelve times a year ends of months, evenly: twice is the end of June and of December. What is said of every day of a
     * leap year falls twice on the first day of another one.
     */
    private static LocalDate spread(int year, int time, int often) {
        return often <= 12
                ? YearMonth.of(year, Math.ceilDiv(12 * time, often)).atEndOfMonth()
                : LocalDate.ofYearDay(year, Math.max(1, Year.of(year).length() * time / often));
    }
}
