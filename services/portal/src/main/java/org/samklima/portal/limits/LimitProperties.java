package org.samklima.portal.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests of each {@link Limit} may come in a minute. As many may come at once, and what was used up comes back evenly:
 * 600 a minute are 600 at once, then 10 a second. Each portal counts for itself, so several portals together permit more.
 *
 * @param enabled false where something else counts, or where everybody has one address
 * @param patience how long a request may wait for its turn when more come at once than there are database connections
 */
@ConfigurationProperties("samklima.limits")
record LimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("300") long signIn,
        @DefaultValue("60") long guess,
        @DefaultValue("600") long anonymous,
        @DefaultValue("600") long person,
        @DefaultValue("60") long upload,
        @DefaultValue("6000") long tenant,
        @DefaultValue("15s") Duration patience) {

    LimitProperties {
        for (var limit : new long[] {signIn, guess, anonymous, person, upload, tenant}) {
            if (limit < 1) {
                throw new IllegalArgumentException(
                        "Each of samklima.limits must be at least 1; samklima.limits.enabled=false switches all off");
            }
        }
    }

    long perMinute(Limit limit) {
        return switch (limit) {
            case SIGN_IN -> signIn;
            case GUESS -> guess;
            case ANONYMOUS -> anonymous;
            case PERSON -> person;
            case UPLOAD -> upload;
            case TENANT -> tenant;
        };
    }
}
