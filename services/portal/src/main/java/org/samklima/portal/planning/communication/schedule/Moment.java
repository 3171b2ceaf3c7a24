package org.samklima.portal.planning.communication.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time by whose last day something is to be done: a day, an ISO week, a month, a quarter, a half-year, a season
 * or a year. Written {@code 2022-05-03}, {@code 2022-W18}, {@code 2022-05}, {@code 2022-Q2}, {@code 2022-H1}, {@code 2022-S1}
 * and {@code 2022}; with an asterisk in the place of the year it comes back every year.
 *
 * @param year null for every year
 * @param number of the week, the month (of a day too), the quarter, the half or the season (1 spring, 3 autumn); 0 for a year
 * @param day of the month; 0 unless this is a day
 */
public record Moment(Unit unit, @Nullable Integer year, int number, int day) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<year>\\d{4}|\\*)(-((?<unit>[QHSW])(?<number>\\d{1,2})|(?<month>\\d\\d)(-(?<day>\\d\\d))?))?");

    /** What sort of stretch it is. */
    public enum Unit {
        DAY(12),
        WEEK(53),
        MONTH(12),
        QUARTER(4),
        HALF(2),
        SEASON(3),
        YEAR(0);

        private final int inAYear;

        Unit(int inAYear) {
            this.inAYear = inAYear;
        }

        /** How many of them a year has at most; days are counted by their months. */
        int inAYear() {
            return inAYear;
        }
    }

    /** @throws IllegalArgumentException if there is no such stretch in any year, as the 31st of February or a fifth quarter */
    public Moment {
        boolean numbered = unit == Unit.YEAR ? number == 0 && year != null : number >= 1 && number <= unit.inAYear;
        boolean dayed = unit == Unit.DAY ? day >= 1 && day <= longest(number, year) : day == 0;
        if (!numbered || !dayed || unit == Unit.WEEK && year != null && number > weeks(year)) {
            throw new IllegalArgumentException("No such time: " + unit + " " + year + " " + number + " " + day);
        }
    }

    static Moment of(Unit unit, @Nullable Integer year, int number) {
        return new Moment(unit, year, number, 0);
    }

    static Moment day(LocalDate day) {
        return new Moment(Unit.DAY, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** @throws IllegalArgumentException if this is not how {@link #text} writes one */
    @JsonCreator
    public static Moment of(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("No time: " + text);
        }
        var year = written.group("year").equals("*") ? null : Integer.valueOf(written.group("year"));
        if (written.group("unit") != null) {
            var unit =
                    switch (written.group("unit")) {
                        case "Q" -> Unit.QUARTER;
                        case "H" -> Unit.HALF;
                        case "S" -> Unit.SEASON;
                        default -> Unit.WEEK;
                    };
            return of(unit, year, Integer.parseInt(written.group("number")));
        }
        if (written.group("day") != null) {
            return new Moment(
                    Unit.DAY, year, Integer.parseInt(written.group("month")), Integer.parseInt(written.group("day")));
        }
        return written.group("month") == null
                ? of(Unit.YEAR, year, 0)
                : of(Unit.MONTH, year, Integer.parseInt(written.group("month")));
    }

    @JsonValue
    public String text() {
        return textIn(year == null ? "*" : String.valueOf(year));
    }

    private String textIn(String year) {
        return switch (unit) {
            case DAY -> "%s-%02d-%02d".formatted(year, number, day);
            case WEEK -> "%s-W%02d".formatted(year, number);
            case MONTH -> "%s-%02d".formatted(year, number);
            case QUARTER -> year + "-Q" + number;
            case HALF -> year + "-H" + number;
            case SEASON -> year + "-S" + number;
            case YEAR -> year;
        };
    }

    public boolean isEveryYear() {
        return year == null;
    }

    /** The same in one year. */
    String occurrenceIn(int year) {
        return textIn(String.valueOf(year));
    }

    /** The last day of it in a year; of a leap day, the last of February. */
    public LocalDate lastDayIn(int year) {
        return switch (unit) {
            case DAY -> {
                var month = YearMonth.of(year, number);
                yield month.atDay(Math.min(day, month.lengthOfMonth()));
            }
            case WEEK ->
                LocalDate.of(year, 1, 4)
                        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Math.min(number, weeks(year)))
                        .with(DayOfWeek.SUNDAY);
            case MONTH -> YearMonth.of(year, number).atEndOfMonth();
            case QUARTER -> YearMonth.of(year, 3 * number).atEndOfMonth();
            case HALF -> YearMonth.of(year, 6 * number).atEndOfMonth();
            case SEASON -> YearMonth.of(year, 2 + 3 * number).atEndOfMonth();
            case YEAR -> LocalDate.of(year, 12, 31);
        };
    }

    Moment in(int year) {
        return new Moment(unit, year, number, day);
    }

    private static int longest(int month, @Nullable Integer year) {
        if (month < 1 || month > 12) {
            return 0;
        }
        return year == null
                ? Month.of(month).maxLength()
                : YearMonth.of(year, month).lengthOfMonth();
    }

    private static int weeks(int year) {
        return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(LocalDate.of(year, 1, 4))
                .getMaximum();
    }
}
