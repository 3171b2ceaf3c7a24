package org.samklima.pages;

import java.text.FieldPosition;
import java.text.Format;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes the argument of a message: whole numbers as plain digits (2024, not 2 024), other numbers, days and times of day as the language does. */
final class PlainArgument extends Format {

    private static final long serialVersionUID = 1L;

    private final Locale writing;

    PlainArgument(Locale writing) {
        this.writing = writing;
    }

    @Override
    public StringBuffer format(Object argument, StringBuffer into, FieldPosition position) {
        return into.append(
                switch (argument) {
                    case Integer whole -> whole.toString();
                    case Long whole -> whole.toString();
                    case Number number -> NumberFormat.getInstance(writing).format(number);
                    case LocalDate day ->
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(writing)
                                .format(day);
                    case LocalDateTime time ->
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(writing)
                                .format(time);
                    default -> argument.toString();
                });
    }

    @Override
    public Object parseObject(String source, ParsePosition position) {
        throw new UnsupportedOperationException("Messages are written, never read");
    }
}
