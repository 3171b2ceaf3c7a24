package org.samklima.portal.planning.activities;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.NumberReading;
import org.springframework.validation.BindingResult;

/** Understands what was typed, as the language writes it; what cannot be understood is rejected, and is null. */
final class TypedInput {

    private final BindingResult errors;
    private final Locale language;

    TypedInput(BindingResult errors, Locale language) {
        this.errors = errors;
        this.language = language;
    }

    static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
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
        if (NumberReading.ofTyped(typed.strip(), language)
                        instanceof NumberReading.Value(BigDecimal value, boolean percent)
                && !percent) {
            return value;
        }
        reject(field, "not-a-number", typed);
        return null;
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

    /** @param unknown what is said of something that is no id at all */
    @Nullable UUID id(String field, @Nullable String typed, String unknown) {
        if (isBlank(typed)) {
            return null;
        }
        var id = id(typed);
        if (id == null) {
            reject(field, unknown, typed);
        }
        return id;
    }

    static @Nullable UUID id(String typed) {
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    <T extends Enum<T>> @Nullable T one(Class<T> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private void reject(String field, String what, String typed) {
        errors.rejectValue(field, "activities.flaw." + what, new Object[] {typed.strip()}, null);
    }

    /** Tells what is wrong at the field where it is wrong. */
    static void reject(InvalidInput invalid, BindingResult errors) {
        for (var flaw : invalid.flaws()) {
            errors.rejectValue(flaw.field(), flaw.key(), flaw.arguments().toArray(), null);
        }
    }

    static String written(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A number as it would be typed. */
    static String written(@Nullable BigDecimal number, Locale language) {
        if (number == null) {
            return "";
        }
        var symbols = DecimalFormatSymbols.getInstance(language);
        return number.toPlainString().replace('.', symbols.getDecimalSeparator());
    }
}
