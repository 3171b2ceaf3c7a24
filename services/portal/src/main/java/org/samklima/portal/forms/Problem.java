package org.samklima.portal.forms;

import java.util.List;

/**
 * What is wrong in a report form, and where.
 *
 * @param pointer JSON Pointer (RFC 6901) into the report form file; empty for the file as a whole
 * @param key of the message, in bundle {@code messages/forms}
 * @param arguments of the message
 */
public record Problem(String pointer, String key, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(String pointer, String reason, Object... arguments) {
        return new Problem(pointer, "forms.problem." + reason, List.of(arguments));
    }
}
