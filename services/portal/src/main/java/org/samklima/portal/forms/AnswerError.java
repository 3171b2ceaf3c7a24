package org.samklima.portal.forms;

import java.util.List;

/**
 * Why an answer does not suit its question.
 *
 * @param place the cell of a table as {@link Answer.Table.Cell#place}, else empty
 * @param key of the message, in bundle {@code messages/forms}
 * @param arguments of the message: {@link java.math.BigDecimal}, {@link Integer} and {@link String}
 */
public record AnswerError(String place, String key, List<Object> arguments) {

    public AnswerError {
        arguments = List.copyOf(arguments);
    }

    static AnswerError of(String reason, Object... arguments) {
        return new AnswerError("", "forms.answer." + reason, List.of(arguments));
    }

    AnswerError at(String place) {
        return new AnswerError(place, key, arguments);
    }
}
