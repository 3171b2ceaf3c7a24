package org.samklima.portal.letterbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Proof of a submission, held by both sides.
 *
 * @param number short enough to read out on the telephone; a hash over sender, receiver, subject, version, time and content,
 *     so that it fits no other letter
 */
public record Receipt(String number, Instant at) {

    static Receipt of(
            UUID sender, UUID receiver, String kind, String subject, int version, String content, Instant at) {
        try {
            var everything =
                    String.join("\n", sender + "", receiver + "", kind, subject, version + "", at + "", content);
            var hash = MessageDigest.getInstance("SHA-256").digest(everything.getBytes(StandardCharsets.UTF_8));
            var digits = HexFormat.of().withUpperCase().formatHex(hash, 0, 8);
            return new Receipt(digits.replaceAll("(.{4})(?!$)", "$1-"), at);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
