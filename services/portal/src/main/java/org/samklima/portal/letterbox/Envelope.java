package org.samklima.portal.letterbox;

import java.time.Instant;
import java.util.UUID;

/** A letter seen from outside: everything but its content. */
public record Envelope(UUID sender, int version, String receipt, String sentBy, Instant receivedAt) {}
