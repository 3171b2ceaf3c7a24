package org.samklima.portal.planning.forms;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.NumberReading;
import org.springframework.validation.BindingResult;

/**
 * Understands what was typed into a form of the plan, as the language writes it. Blank is null; what cannot be understood is
 * rejected at its field, and is null too.
 */
public final class TypedInput {

    private final BindingResult errors;
    private final Locale language;

    public TypedInput(BindingResult errors, Locale language) {
        this.errors = errors;
        this.language = language;
    }

    public static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    public @Nullable Integer year(String field, @Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        if (typed.strip().matches("\\d{1,4}")) {
            return Integer.valueOf(typed.strip());
        }
        reject(field, "planning.typed.not-a-year", typed);
        return null;
    }

    /** An amount, by which no sign of per cent may stand. */
    public @Nullable BigDecimal amount(String field, @Nullable String typed) {
        return number(field, typed, isBlank(typed) ? Optional.empty() : read(typed, language, false));
    }

    /** An amount or a share: 12.5 where {@code 12.5 %} is typed. */
    public @Nullable BigDecimal number(String field, @Nullable String typed) {
        return number(field, typed, isBlank(typed) ? Optional.empty() : number(typed, language));
    }

    /** As {@link #number(String, String)}; empty where it cannot be understood. */
    public static Optional<BigDecimal> number(String typed, Locale language) {
        return read(typed, language, true);
    }

    private @Nullable BigDecimal number(String field, @Nullable String typed, Optional<BigDecimal> read) {
        if (read.isEmpty() && !isBlank(typed)) {
            reject(field, "planning.typed.not-a-number", typed);
        }
        return read.orElse(null);
    }

    private static Optional<BigDecimal> read(String typed, Locale language, boolean alsoPercent) {
        return NumberReading.ofTyped(typed.strip(), language)
                                instanceof NumberReading.Value(BigDecimal value, boolean percent)
                        && (alsoPercent || !percent)
                ? Optional.of(value)
                : Optional.empty();
    }

    public @Nullable LocalDate day(String field, @Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            reject(field, "planning.typed.not-a-day", typed);
            return null;
        }
    }

    /** @param unknown key of what is said of something that is no id at all */
    public @Nullable UUID id(String field, @Nullable String typed, String unknown) {
        if (isBlank(typed)) {
            return null;
        }
        var id = id(typed);
        if (id == null) {
            reject(field, unknown, typed);
        }
        return id;
    }

    public static @Nullable UUID id(String typed) {
        try {
            return UUID.fromString(typed.strip());
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    public static <T extends Enum<T>> @Nullable T one(Class<T> type, @Nullable String typed) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    /** @param key of the message, which is told what was typed */
    public void reject(String field, String key, String typed) {
        errors.rejectValue(field, key, new Object[] {typed.strip()}, null);
    }

    public static String written(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A number as it would be typed, with the decimals that say something. */
    public static String written(@Nullable BigDecimal number, Locale language) {
        if (number == null) {
            return "";
        }
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped)
                .toPlainString()
                .replace('.', DecimalFormatSymbols.getInstance(language).getDecimalSeparator())
                .replace('-', '−');
    }
}
