package org.samklima.portal.reminders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What stands in the link of one reminder and in no other: whoever has it may switch that person's reminders off. Only its
 * hash is kept.
 */
record UnsubscribeSecret(String text) {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    static UnsubscribeSecret next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new UnsubscribeSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A secret does not belong into a log. */
    @Override
    public String toString() {
        return "secret";
    }
}
