package org.samklima.portal.problem;

import java.util.Arrays;

/**
 * A request that cannot be carried out, with a message for the reader: what happened, what was kept, what to do next.
 * Nothing has been saved when one is thrown: the transaction rolls back.
 */
public class Problem extends RuntimeException {

    /** What sort of problem, and so with which status it leaves. */
    public enum Kind {
        /** The input breaks a rule: 422. */
        INVALID(422),
        /** Someone else was quicker, or the state has moved on: 409. */
        CONFLICT(409),
        /** The person is known here but lacks the role: 403. */
        FORBIDDEN(403),
        /** Not here, or not for this tenant: 404. */
        NOT_FOUND(404),
        /** Larger than permitted: 413. */
        TOO_LARGE(413),
        /** Another service is away; trying again later helps: 503. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String messageKey;
    private final transient Object[] arguments;

    /**
     * @param messageKey in the message bundle of the module that throws
     * @param arguments of the message
     */
    public Problem(Kind kind, String messageKey, Object... arguments) {
        super(messageKey);
        this.kind = kind;
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    public static Problem invalid(String messageKey, Object... arguments) {
        return new Problem(Kind.INVALID, messageKey, arguments);
    }

    public static Problem conflict(String messageKey, Object... arguments) {
        return new Problem(Kind.CONFLICT, messageKey, arguments);
    }

    public static Problem notFound() {
        return new Problem(Kind.NOT_FOUND, "problem.not-found");
    }

    public static Problem tooLarge() {
        return new Problem(Kind.TOO_LARGE, "problem.request-too-large");
    }

    public Kind kind() {
        return kind;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    /** The arguments as they shall be read. */
    public String[] argumentTexts() {
        return Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    }
}
