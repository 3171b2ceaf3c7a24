package org.samklima.portal.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** What is left to everybody who was here lately. */
final class Buckets {

    private static final Duration REFILLED = Duration.ofMinutes(1);

    /** Some twenty megabytes at most: whoever comes from more addresses than this finds the oldest forgotten, not the portal down. */
    private static final int MOST = 100_000;

    private record Key(Limit limit, String who) {}

    private final LimitProperties properties;
    private final TimeMeter time;

    /** Whoever was away for as long as it takes to refill a bucket has a full one again, forgotten or not. */
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(REFILLED.multipliedBy(2))
            .build();

    Buckets(LimitProperties properties, TimeMeter time) {
        this.properties = properties;
        this.time = time;
    }

    /** Takes one request. Returns how long to wait for it, nothing if it may come now. */
    Duration take(Limit limit, String who) {
        var probe = bucket(limit, who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** As {@link #take}, but takes nothing. */
    Duration wait(Limit limit, String who) {
        var probe = bucket(limit, who).estimateAbilityToConsume(1);
        return probe.canBeConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    Bucket bucket(Limit limit, String who) {
        return buckets.get(new Key(limit, who), _ -> full(properties.perMinute(limit)));
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full(long perMinute) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILLED))
                .build();
    }
}
