package org.samklima.portal.reporting.report;

import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The annual reports of the bound tenant. */
@Service
public class Reports {

    private final StoredReports reports;
    private final RoundDocuments documents;
    private final AnswerStore answers;
    private final Tenants tenants;

    Reports(StoredReports reports, RoundDocuments documents, AnswerStore answers, Tenants tenants) {
        this.reports = reports;
        this.documents = documents;
        this.answers = answers;
        this.tenants = tenants;
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public ReportFile get(UUID id) {
        return file(reports.findById(id).orElseThrow(Problem::notFound));
    }

    /** For whoever changes it: nobody else does until the transaction ends. */
    ReportFile lock(UUID id) {
        return file(reports.lock(id).orElseThrow(Problem::notFound));
    }

    Optional<Report> find(UUID network, UUID round) {
        return reports.findByNetworkIdAndRoundId(network, round);
    }

    private ReportFile file(Report report) {
        var published = documents.published(report.networkId(), report.roundId());
        return new ReportFile(
                report,
                tenants.get(Tenancy.tenantId()),
                published.orElseGet(() -> documents.kept(report.id())),
                published.isPresent(),
                documents.form(report),
                answers.of(report.id()));
    }
}
