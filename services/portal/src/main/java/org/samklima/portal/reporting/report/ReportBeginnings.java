package org.samklima.portal.reporting.report;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.PublishedRound;
import org.samklima.portal.reporting.ReportAwaited;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.TenantListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How a report comes to be in a member's own tenant: because the round opened, or because somebody there begins it. */
@Service
public class ReportBeginnings {

    private final RoundDocuments documents;
    private final Reports reports;
    private final ReportMails mails;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ReportBeginnings(
            RoundDocuments documents,
            Reports reports,
            ReportMails mails,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.documents = documents;
        this.reports = reports;
        this.mails = mails;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Handled again, it finds the report there and the mail written. */
    @TenantListener
    void on(ReportAwaited awaited) {
        waiting(awaited.networkId(), awaited.roundId()).ifPresent(round -> mails.opened(begun(round), round));
    }

    /**
     * The report to this round, made if it is not there yet.
     *
     * @throws Problem not found, if no such round waits for the bound tenant
     */
    @Transactional
    public UUID begin(UUID network, UUID round) {
        return reports.find(network, round)
                .map(Report::id)
                .orElseGet(() -> begun(waiting(network, round).orElseThrow(Problem::notFound)));
    }

    private Optional<PublishedRound> waiting(UUID network, UUID round) {
        return documents
                .published(network, round)
                .filter(published -> published.accepts(Tenancy.tenantId(), clock.instant()));
    }

    private UUID begun(PublishedRound round) {
        var network = round.network().id();
        var form = documents.publishedForm(network, round.round()).orElseThrow(Problem::notFound);
        var now = OffsetDateTime.now(clock);
        jdbc.sql("INSERT INTO report"
                        + " (tenant_id, id, network_id, round_id, year, round, form, state, created_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?::json, ?::json, 'DRAFT', ?, ?)"
                        + " ON CONFLICT (tenant_id, network_id, round_id) DO NOTHING")
                .params(
                        Tenancy.tenantId(),
                        Ids.next(),
                        network,
                        round.round(),
                        round.year(),
                        json.writeValueAsString(round),
                        form,
                        now,
                        now)
                .update();
        return reports.find(network, round.round()).orElseThrow().id();
    }
}
