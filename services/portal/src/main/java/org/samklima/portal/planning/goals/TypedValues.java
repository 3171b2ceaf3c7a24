package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.planning.goals.GoalForm.YearRow;
import org.samklima.portal.planning.goals.GoalInput.Point;
import org.samklima.portal.tables.NumberReading;
import org.springframework.validation.BindingResult;

/** Understands what was typed, as the language writes it; what cannot be understood is rejected, and is null. */
final class TypedValues {

    private static final Pattern LINE = Pattern.compile("(\\d{4})[\\s:;,]+(\\S.*)");

    private final BindingResult errors;
    private final Locale language;

    TypedValues(BindingResult errors, Locale language) {
        this.errors = errors;
        this.language = language;
    }

    @Nullable Integer year(String field, @Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        if (typed.strip().matches("\\d{1,4}")) {
            return Integer.valueOf(typed.strip());
        }
        reject(field, "not-a-year", typed);
        return null;
    }

    @Nullable BigDecimal number(String field, @Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        var number = number(typed, language);
        if (number.isEmpty()) {
            reject(field, "not-a-number", typed);
        }
        return number.orElse(null);
    }

    static Optional<BigDecimal> number(String typed, Locale language) {
        return NumberReading.ofTyped(typed.strip(), language) instanceof NumberReading.Value(BigDecimal value, var _)
                ? Optional.of(value)
                : Optional.empty();
    }

    @Nullable LocalDate day(String field, @Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            reject(field, "not-a-day", typed);
            return null;
        }
    }

    @Nullable UUID id(String field, @Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException noId) {
            reject(field, "unknown-field", typed);
            return null;
        }
    }

    /** Rows in which nothing stands are left out. */
    List<Point> rows(String field, @Nullable List<YearRow> rows) {
        var points = new ArrayList<Point>();
        for (var row : rows == null ? List.<YearRow>of() : rows) {
            if (!row.isBlank()) {
                points.add(new Point(year(field, row.year()), number(field, row.value())));
            }
        }
        return points;
    }

    /** A year and a value on each line, as they are pasted from a spreadsheet. */
    List<Point> lines(String field, @Nullable String typed) {
        var points = new ArrayList<Point>();
        for (var line : typed == null ? List.<String>of() : typed.lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            var parts = LINE.matcher(line.strip());
            if (parts.matches()) {
                points.add(new Point(Integer.valueOf(parts.group(1)), number(field, parts.group(2))));
            } else {
                reject(field, "not-a-line", line.strip());
            }
        }
        return points;
    }

    private void reject(String field, String what, String typed) {
        errors.rejectValue(field, "goals.invalid." + what, new Object[] {typed}, null);
    }

    static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    /** A number as it would be typed. */
    static String written(@Nullable BigDecimal number, Locale language) {
        if (number == null) {
            return "";
        }
        var symbols = DecimalFormatSymbols.getInstance(language);
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped)
                .toPlainString()
                .replace('.', symbols.getDecimalSeparator())
                .replace('-', '−');
    }
}
