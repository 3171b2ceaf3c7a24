package org.samklima.portal.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Runs like any clock, but may stand in the past or the future: how the demonstration's earlier years come to be, and how
 * tests reach the last minute of a deadline. There is none outside a demonstration.
 */
public final class AdjustableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** From now on it is this time, and time goes on. */
    public void set(Instant time) {
        ahead = Duration.between(Instant.now(), time);
    }

    /** Back to the present. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Ask for the instant and convert it");
    }
}
