package org.samklima.portal.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The networks that the bound tenant is, was or will be a member of. */
@Component
class MyNetworks {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Clock clock;

    MyNetworks(JdbcClient jdbc, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * The bound tenant's membership in a network.
     *
     * @param since the first day of the membership
     * @param until its last day; null while no end is known
     * @param present whether today, where the network is, lies between the two
     */
    public record Network(
            Tenant association, LocalDate since, @Nullable LocalDate until, boolean present) {}

    /** By name. */
    @Transactional(readOnly = true)
    public List<Network> all() {
        var rows = jdbc
                .sql("SELECT tenant_id, since, until FROM membership WHERE member_id = ?")
                .param(Tenancy.tenantId())
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::tenantId, row -> row));
        return tenants.all(rows.keySet()).stream()
                .map(association -> network(association, rows.get(association.id())))
                .toList();
    }

    /** Those it is a member of today, by name. */
    @Transactional(readOnly = true)
    public List<Network> present() {
        return all().stream().filter(Network::present).toList();
    }

    private Network network(Tenant association, Row row) {
        var today = association.dayOf(clock.instant());
        var present = !today.isBefore(row.since) && (row.until == null || !today.isAfter(row.until));
        return new Network(association, row.since, row.until, present);
    }

    private record Row(
            UUID tenantId, LocalDate since, @Nullable LocalDate until) {}
}
