package org.samklima.portal.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written to one or several people.
 *
 * @param occasion what it is about, for example {@code round-opened:<id>}: nobody gets two mails on one occasion
 * @param key of its texts: {@code <key>.subject} and {@code <key>.body} in the bundle of the module that writes
 * @param replyTo whom an answer reaches; null if nobody reads one
 * @param arguments of both texts; numbers, days and times are written as the language does
 * @param unsubscribe address that a mail program posts to when its reader wants no more of these, without signing in
 *     (RFC 8058); null for mail that does not come again and again
 */
public record Mail(
        String occasion,
        String key,
        @Nullable String replyTo,
        List<Object> arguments,
        @Nullable String unsubscribe) {

    /** Mail about something that happened once. */
    public Mail(String occasion, String key, @Nullable String replyTo, List<Object> arguments) {
        this(occasion, key, replyTo, arguments, null);
    }

    public Mail {
        arguments = List.copyOf(arguments);
    }
}
