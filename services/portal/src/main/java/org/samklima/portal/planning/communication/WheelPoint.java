package org.samklima.portal.planning.communication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.UUID;
import org.samklima.portal.problem.Problem;

/**
 * A point of the year wheel: what comes back every year on a day.
 *
 * @param day the 29th of February is the 28th in most years
 * @param lockVersion rises with every change
 */
public record WheelPoint(UUID id, String name, MonthDay day, int lockVersion) {

    static final int LONGEST_NAME = 200;

    /** @throws Problem if the name is missing or too long, or no month has such a day */
    static WheelPoint of(UUID id, String name, int month, int day, int lockVersion) {
        var tidy = EntryText.tidy(name);
        if (tidy.isEmpty() || tidy.length() > LONGEST_NAME) {
            throw Problem.invalid("communication.point.name-invalid", LONGEST_NAME);
        }
        try {
            return new WheelPoint(id, tidy, MonthDay.of(month, day), lockVersion);
        } catch (DateTimeException noSuchDay) {
            throw Problem.invalid("communication.point.no-such-day");
        }
    }

    public LocalDate in(int year) {
        return day.atYear(year);
    }
}
