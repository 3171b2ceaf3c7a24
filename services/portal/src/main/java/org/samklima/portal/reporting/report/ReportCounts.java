package org.samklima.portal.reporting.report;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.samklima.portal.operations.AfterCommit;
import org.samklima.portal.operations.Counted;
import org.samklima.portal.reporting.ReportSubmitted;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports and rounds by their state, and to which networks reports are submitted. */
@Component
class ReportCounts implements Counted {

    /** A label for each network, of which there are tens; each further label is a time series more in every portal. */
    private static final int NETWORKS_NAMED = 100;

    private static final String OTHERS = "others";

    private final MeterRegistry metrics;
    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    ReportCounts(MeterRegistry metrics, Tenants tenants, JdbcClient jdbc) {
        this.metrics = metrics;
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /** On an evening before a deadline one wants to know whose it is. */
    @EventListener
    void on(ReportSubmitted submitted) {
        var counter = metrics.counter(
                "samklima.submissions",
                "network",
                label(tenants.get(submitted.networkId()).slug()));
        AfterCommit.run(counter::increment);
    }

    private String label(String network) {
        if (named.size() < NETWORKS_NAMED) {
            named.add(network);
        }
        return named.contains(network) ? network : OTHERS;
    }

    @Override
    public List<Count> inTheTenant() {
        return Stream.concat(
                        counts("reports", "report", ReportState.values()).stream(),
                        counts("rounds", "round", RoundState.values()).stream())
                .toList();
    }

    private List<Count> counts(String name, String table, Enum<?>... states) {
        var found = jdbc.sql("SELECT state FROM " + table + " WHERE tenant_id = ?")
                .param(Tenancy.tenantId())
                .query(String.class)
                .list();
        return Arrays.stream(states)
                .map(state -> new Count(
                        name,
                        state.name().toLowerCase(Locale.ROOT),
                        found.stream().filter(state.name()::equals).count()))
                .toList();
    }
}
