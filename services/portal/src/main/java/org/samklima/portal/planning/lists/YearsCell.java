package org.samklima.portal.planning.lists;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.samklima.portal.problem.Problem;

/** Values by year in one cell, a line each: {@code 2027: -20}. */
public final class YearsCell {

    private static final Pattern LINE = Pattern.compile("(?<year>\\d{4})\\s*[:=]\\s*(?<value>\\S.*)");

    private YearsCell() {}

    /** A year and its value. */
    public record Value(int year, BigDecimal value) {}

    /** In the order of the map. */
    public static String written(Map<Integer, BigDecimal> values, Locale language) {
        return values.entrySet().stream()
                .map(year -> year.getKey() + ": " + WrittenAmount.written(year.getValue(), language))
                .collect(Collectors.joining("\n"));
    }

    /**
     * A line each, or between semicolons.
     *
     * @throws Problem if a line cannot be understood
     */
    public static List<Value> read(String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(YearsCell::line)
                .toList();
    }

    private static Value line(String text) {
        var line = LINE.matcher(text);
        var value = line.matches() ? WrittenAmount.read(line.group("value")) : null;
        if (value == null) {
            throw Problem.invalid("planning.cell.years-invalid", Shortened.of(text));
        }
        return new Value(Integer.parseInt(line.group("year")), value);
    }
}
