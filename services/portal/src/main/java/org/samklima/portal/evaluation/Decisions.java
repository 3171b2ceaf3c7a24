package org.samklima.portal.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the bound association has said of the reports it received; added to and never changed. */
@Repository
class Decisions {

    private static final String COLUMNS =
            "member_id, version, outcome, message, reasons, decided_by, decided_at FROM review WHERE tenant_id = ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Decisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Decision> ofRound(UUID round) {
        return jdbc.sql("SELECT " + COLUMNS + " AND round_id = ? ORDER BY member_id, version")
                .params(Tenancy.tenantId(), round)
                .query(this::decision)
                .list();
    }

    /**
     * Adds the first word on a version.
     *
     * @return the word that was there already, if somebody was quicker
     */
    Optional<Decision> add(UUID round, Decision decision) {
        int added = jdbc.sql("INSERT INTO review (tenant_id, round_id, member_id, version, outcome, message, reasons,"
                        + " decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)"
                        + " ON CONFLICT (tenant_id, round_id, member_id, version) DO NOTHING")
                .params(
                        Tenancy.tenantId(),
                        round,
                        decision.member(),
                        decision.version(),
                        decision.outcome().name(),
                        decision.message(),
                        json.writeValueAsString(decision.reasons()),
                        decision.by(),
                        decision.at().atOffset(ZoneOffset.UTC))
                .update();
        return added == 1 ? Optional.empty() : Optional.of(get(round, decision.member(), decision.version()));
    }

    private Decision get(UUID round, UUID member, int version) {
        return jdbc.sql("SELECT " + COLUMNS + " AND round_id = ? AND member_id = ? AND version = ?")
                .params(Tenancy.tenantId(), round, member, version)
                .query(this::decision)
                .single();
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(
                row.getObject("member_id", UUID.class),
                row.getInt("version"),
                Review.Outcome.valueOf(row.getString("outcome")),
                row.getString("message"),
                json.readValue(row.getString("reasons"), new TypeReference<Map<String, String>>() {}),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
