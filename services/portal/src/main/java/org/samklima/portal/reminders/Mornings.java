package org.samklima.portal.reminders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When reminders are written: early on working days, so that they wait in the inbox when people come to work. */
final class Mornings {

    private static final LocalTime AT = LocalTime.of(7, 0);

    private Mornings() {}

    /** The first one after that moment. */
    static Instant after(Instant moment, ZoneId zone) {
        var day = moment.atZone(zone).toLocalDate();
        while (!isWorkingDay(day) || !of(day, zone).isAfter(moment)) {
            day = day.plusDays(1);
        }
        return of(day, zone);
    }

    static Instant of(LocalDate day, ZoneId zone) {
        return day.atTime(AT).atZone(zone).toInstant();
    }

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
