package org.samklima.overview.shelf;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.samklima.overview.shelf.ShelfWatch.Extent;
import org.springframework.stereotype.Component;

/** What stands on the shelf, and how long ago it was seen. */
@Component
class ShelfMetrics implements MeterBinder {

    private final ShelfWatch watch;
    private final Clock clock;

    ShelfMetrics(ShelfWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        extent(metrics, "documents", "Documents on the shelf", Extent::documents);
        extent(metrics, "networks", "Networks that have something on it", Extent::networks);
        extent(
                metrics,
                "unreadable.documents",
                "Documents that are left out because they cannot be read",
                Extent::unreadable);
        Gauge.builder("samklima.shelf.seen", this, ShelfMetrics::age)
                .description("How long ago the database last said what stands there")
                .baseUnit("seconds")
                .register(metrics);
    }

    private void extent(MeterRegistry metrics, String name, String description, ToDoubleFunction<Extent> value) {
        Gauge.builder("samklima.shelf." + name, watch, shelf -> value.applyAsDouble(shelf.extent()))
                .description(description)
                .register(metrics);
    }

    private double age() {
        return watch.lastSeen()
                .map(seen -> Duration.between(seen, clock.instant()).toMillis() / 1e3)
                .orElse(Double.POSITIVE_INFINITY);
    }
}
