package org.samklima.portal.network;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.samklima.portal.problem.Problem;

/** Reads days as lists write them: 2024-05-01, 1.5.2024, 1/5/2024 (day first), or only the year. */
final class Days {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})[-./] ?(?<month>\\d{1,2})[-./] ?(?<year>\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private Days() {}

    /** @throws Problem if this is no day */
    static LocalDate read(String text) {
        if (YEAR.matcher(text).matches()) {
            return LocalDate.of(Integer.parseInt(text), 1, 1);
        }
        for (var order : new Pattern[] {YEAR_FIRST, DAY_FIRST}) {
            var written = order.matcher(text);
            if (written.matches()) {
                try {
                    return LocalDate.of(
                            Integer.parseInt(written.group("year")),
                            Integer.parseInt(written.group("month")),
                            Integer.parseInt(written.group("day")));
                } catch (DateTimeException noSuchDay) {
                    break;
                }
            }
        }
        throw Problem.invalid("network.day-invalid", text);
    }
}
