package org.samklima.portal.planning.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.samklima.portal.problem.Problem;

/**
 * Days as lists write them: 2026-05-01, 1.5.2026, 1/5/2026 (day first); also a month (2026-05, 5/2026), a quarter (Q2 2026,
 * 2026 K2) or a year, of which the first or the last day is meant.
 */
public final class WrittenDay {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:[T ][\\d:.]+Z?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./] ?(\\d{1,2})[-./] ?(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-./](\\d{1,2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-./](\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("[QKqk] ?([1-4])[ ./-]*(\\d{4})");
    private static final Pattern QUARTER_LAST = Pattern.compile("(\\d{4})[ ./-]*[QKqk] ?([1-4])");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern YEAR_IN_WORDS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?:\\s*[/–-]\\s*((?:19|20)?\\d\\d))?(?!\\d)");

    private WrittenDay() {}

    /** @throws Problem if this is no day */
    public static LocalDate first(String text) {
        return read(text, false);
    }

    /** @throws Problem if this is no day */
    public static LocalDate last(String text) {
        return read(text, true);
    }

    /** The last day of the latest year that a text names, as in {@code Status 2015/2016}. */
    public static Optional<LocalDate> inWords(String text) {
        return YEAR_IN_WORDS
                .matcher(text)
                .results()
                .map(WrittenDay::latest)
                .max(Integer::compareTo)
                .map(year -> LocalDate.of(year, 12, 31));
    }

    private static int latest(MatchResult years) {
        int year = Integer.parseInt(years.group(1));
        if (years.group(2) == null) {
            return year;
        }
        int until = Integer.parseInt(years.group(2));
        until = until < 100 ? year / 100 * 100 + until : until;
        return Math.max(year, until);
    }

    private static LocalDate read(String text, boolean last) {
        try {
            return found(text.strip(), last).orElseThrow(() -> none(text));
        } catch (DateTimeException noSuchDay) {
            throw none(text);
        }
    }

    private static Optional<LocalDate> found(String text, boolean last) {
        return match(YEAR_FIRST, text)
                .map(day -> LocalDate.of(number(day, 1), number(day, 2), number(day, 3)))
                .or(() ->
                        match(DAY_FIRST, text).map(day -> LocalDate.of(number(day, 3), number(day, 2), number(day, 1))))
                .or(() -> match(MONTH, text).map(month -> edge(number(month, 1), number(month, 2), 1, last)))
                .or(() -> match(MONTH_FIRST, text).map(month -> edge(number(month, 2), number(month, 1), 1, last)))
                .or(() -> match(QUARTER, text)
                        .map(quarter -> edge(number(quarter, 2), 3 * number(quarter, 1) - 2, 3, last)))
                .or(() -> match(QUARTER_LAST, text)
                        .map(quarter -> edge(number(quarter, 1), 3 * number(quarter, 2) - 2, 3, last)))
                .or(() -> match(YEAR, text).map(year -> edge(number(year, 1), 1, 12, last)));
    }

    private static LocalDate edge(int year, int month, int months, boolean last) {
        var first = YearMonth.of(year, month);
        return last ? first.plusMonths(months - 1L).atEndOfMonth() : first.atDay(1);
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Problem none(String text) {
        return Problem.invalid("planning.cell.day-invalid", Shortened.of(text));
    }
}
