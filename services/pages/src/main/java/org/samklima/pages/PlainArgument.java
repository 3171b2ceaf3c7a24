package org.samklima.pages;

import java.text.FieldPosition;
import java.text.Format;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Writes the argument of a message: whole numbers as plain digits (2024, not 2 024), other numbers as the language does. */
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
                    default -> argument.toString();
                });
    }

    @Override
    public Object parseObject(String source, ParsePosition position) {
        throw new UnsupportedOperationException("Messages are written, never read");
    }
}
