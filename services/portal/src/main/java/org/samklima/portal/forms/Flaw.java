package org.samklima.portal.forms;

import java.util.List;

/**
 * What is wrong in a report form, and where.
 *
 * @param pointer JSON Pointer (RFC 6901) into the report form file; empty for the file as a whole
 * @param key of the message, in bundle {@code messages/forms}
 * @param arguments of the message
 */
public record Flaw(String pointer, String key, List<Object> arguments) {

    static final String TOO_LARGE = "forms.flaw.file-too-large";

    public Flaw {
        arguments = List.copyOf(arguments);
    }

    static Flaw of(String pointer, String reason, Object... arguments) {
        return new Flaw(pointer, "forms.flaw." + reason, List.of(arguments));
    }
}
