package org.samklima.portal.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.samklima.portal.tenancy.TenantEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts every {@link TenantEvent} of a transaction that committed, by what happened. Each once, however often it is handled. */
@Component
class EventCounts {

    /** On the dashboard from the first moment, so that the first one is seen as a rise from nothing. */
    private static final List<String> AWAITED = List.of(
            "report_submitted", "submission_reviewed", "edition_published", "edition_withdrawn", "tenant_created");

    private final MeterRegistry metrics;

    EventCounts(MeterRegistry metrics) {
        this.metrics = metrics;
        AWAITED.forEach(this::counter);
    }

    @EventListener
    void on(TenantEvent event) {
        var counter = counter(name(event));
        AfterCommit.run(counter::increment);
    }

    private Counter counter(String event) {
        return Counter.builder("samklima.events")
                .description("What happened in tenants")
                .tag("event", event)
                .register(metrics);
    }

    /** {@code report_submitted} of a {@code ReportSubmitted}. */
    static String name(TenantEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }
}
