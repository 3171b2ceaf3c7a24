package org.samklima.portal.reporting.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.letterbox.Receipt;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What the bound tenant submitted, and what came back on it. Nothing here ever changes. */
@Repository
@Transactional(readOnly = true)
public class Submissions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Submissions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first. */
    public List<Submission> of(UUID report) {
        return jdbc.sql(
                        "SELECT s.version, s.receipt, s.submitted_by, s.submitted_at, r.content AS review FROM submission s"
                                + " LEFT JOIN report_review r ON r.tenant_id = s.tenant_id AND r.report_id = s.report_id"
                                + " AND r.version = s.version WHERE s.tenant_id = ? AND s.report_id = ? ORDER BY s.version DESC")
                .params(Tenancy.tenantId(), report)
                .query(this::submission)
                .list();
    }

    /** @throws Problem not found */
    public SubmittedReport content(UUID report, int version) {
        return jdbc.sql("SELECT content FROM submission WHERE tenant_id = ? AND report_id = ? AND version = ?")
                .params(Tenancy.tenantId(), report, version)
                .query((row, _) -> json.readValue(row.getString("content"), SubmittedReport.class))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * That a network said its word on a report.
     *
     * @param round its name
     * @param network its name
     */
    public record Reviewed(UUID report, String round, String network, Review.Outcome outcome, Instant at) {}

    /** Newest first. */
    public List<Reviewed> reviewedSince(Instant since, int atMost) {
        return jdbc.sql("SELECT r.id, r.round ->> 'name' AS round, r.round -> 'network' ->> 'name' AS network,"
                        + " v.outcome, v.decided_at FROM report_review v"
                        + " JOIN report r ON r.tenant_id = v.tenant_id AND r.id = v.report_id"
                        + " WHERE v.tenant_id = ? AND v.decided_at >= ? ORDER BY v.decided_at DESC LIMIT ?")
                .params(Tenancy.tenantId(), since.atOffset(ZoneOffset.UTC), atMost)
                .query((row, _) -> new Reviewed(
                        row.getObject("id", UUID.class),
                        row.getString("round"),
                        row.getString("network"),
                        Review.Outcome.valueOf(row.getString("outcome")),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What the network said of that version. */
    Optional<Review> review(UUID report, int version) {
        return jdbc.sql("SELECT content FROM report_review WHERE tenant_id = ? AND report_id = ? AND version = ?")
                .params(Tenancy.tenantId(), report, version)
                .query((row, _) -> json.readValue(row.getString("content"), Review.class))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID report, SubmittedReport submitted, String content, Receipt receipt) {
        jdbc.sql("INSERT INTO submission"
                        + " (tenant_id, report_id, version, content, receipt, submitted_by, submitted_at)"
                        + " VALUES (?, ?, ?, ?::json, ?, ?, ?)")
                .params(
                        Tenancy.tenantId(),
                        report,
                        submitted.version(),
                        content,
                        receipt.number(),
                        submitted.submittedBy(),
                        receipt.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether it was not there already */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean keep(UUID report, int version, Review review) {
        return jdbc.sql(
                                "INSERT INTO report_review (tenant_id, report_id, version, outcome, content, decided_at)"
                                        + " VALUES (?, ?, ?, ?, ?::json, ?) ON CONFLICT (tenant_id, report_id, version) DO NOTHING")
                        .params(
                                Tenancy.tenantId(),
                                report,
                                version,
                                review.outcome().name(),
                                json.writeValueAsString(review),
                                review.decidedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Submission submission(ResultSet row, int number) throws SQLException {
        var review = row.getString("review");
        return new Submission(
                row.getInt("version"),
                row.getString("receipt"),
                row.getString("submitted_by"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                review == null ? null : json.readValue(review, Review.class));
    }
}
