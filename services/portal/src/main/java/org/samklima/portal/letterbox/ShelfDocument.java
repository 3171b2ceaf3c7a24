package org.samklima.portal.letterbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A document that a network published for its members.
 *
 * @param content JSON
 */
public record ShelfDocument(
        UUID network, String kind, String subject, int version, String content, Instant publishedAt) {}
