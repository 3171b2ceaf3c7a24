package org.samklima.overview.shelf;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Healthy as soon as the shelf was seen once: from then on the database may go away and the pages stay. Says when it was
 * seen last, for whoever wonders why an edition is missing.
 */
@Component("shelf")
class ShelfHealth implements HealthIndicator {

    private final ShelfWatch watch;

    ShelfHealth(ShelfWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.lastSeen()
                .map(seen -> Health.up()
                        .withDetail("lastSeen", seen)
                        .withDetail("databaseAway", watch.isDatabaseAway())
                        .build())
                .orElseGet(() -> Health.outOfService().build());
    }
}
