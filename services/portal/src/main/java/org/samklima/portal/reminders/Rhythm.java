package org.samklima.portal.reminders;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How often a person wants to be reminded. */
enum Rhythm {
    /** On working days, when something new came near or late. */
    DAILY,
    /** On Mondays, of everything that is near or late. */
    WEEKLY,
    OFF;

    /** Whether a mail may come on that day. Public holidays are days like others: no calendar here knows them all. */
    boolean isFor(LocalDate day) {
        return switch (this) {
            case DAILY -> Mornings.isWorkingDay(day);
            case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
            case OFF -> false;
        };
    }
}
