package org.samklima.portal.letterbox;

import java.time.Instant;
import java.util.UUID;

/**
 * What a member sent, as it was sent.
 *
 * @param content JSON
 * @param receipt the number that the sender holds as well
 * @param sentBy the name of the person who sent it
 */
public record Letter(
        UUID sender,
        String kind,
        String subject,
        int version,
        String content,
        String receipt,
        String sentBy,
        Instant receivedAt) {}
