package org.samklima.portal.planning.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The plan of the bound tenant as it is, and the versions of it that were frozen: never changed, never removed. */
@Service
class PlanVersions {

    private static final int LONGEST_NAME = 200;

    private final List<PlanItems> parts;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Tenants tenants;
    private final Clock clock;

    PlanVersions(
            List<PlanItems> parts, JdbcClient jdbc, JsonMapper json, AuditTrail audit, Tenants tenants, Clock clock) {
        this.parts = parts;
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Why a plan is frozen.
     *
     * @param decidedBy the body that adopted it, if one did; then with the day
     */
    record Occasion(
            @Nullable String name,
            @Nullable String decidedBy,
            @Nullable LocalDate decidedOn,
            @Nullable String link) {

        Occasion {
            name = blankToNull(name);
            decidedBy = blankToNull(decidedBy);
            link = blankToNull(link);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<PlanVersion> all() {
        return jdbc.sql("SELECT number, name, decided_by, decided_on, link, frozen_by, frozen_at FROM plan_version"
                        + " WHERE tenant_id = ? ORDER BY number DESC")
                .param(Tenancy.tenantId())
                .query(PlanVersions::version)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<PlanVersion> find(int number) {
        return all().stream().filter(version -> version.number() == number).findFirst();
    }

    /** @throws Problem if there is no such version */
    @Transactional(readOnly = true)
    List<PlanItem> content(int number) {
        return jdbc.sql("SELECT content FROM plan_version WHERE tenant_id = ? AND number = ?")
                .params(Tenancy.tenantId(), number)
                .query(String.class)
                .optional()
                .map(content -> List.of(json.readerFor(PlanItem[].class)
                        .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .<PlanItem[]>readValue(content)))
                .orElseThrow(Problem::notFound);
    }

    /** The plan as it is now. */
    @Transactional(readOnly = true)
    List<PlanItem> today() {
        return parts.stream().flatMap(part -> part.all().stream()).toList();
    }

    /**
     * Keeps the plan as it is now.
     *
     * @return the new version's number
     * @throws Problem if there is no plan yet, or the occasion is incomplete or impossible
     */
    @Transactional
    int freeze(Occasion occasion) {
        check(occasion);
        var content = today();
        if (content.isEmpty()) {
            throw Problem.conflict("plan.version.nothing");
        }
        int number = all().stream().mapToInt(PlanVersion::number).max().orElse(0) + 1;
        try {
            jdbc.sql("INSERT INTO plan_version"
                            + " (tenant_id, number, name, decided_by, decided_on, link, content, frozen_by, frozen_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?::json, ?, ?)")
                    .params(Arrays.asList(
                            Tenancy.tenantId(),
                            number,
                            occasion.name(),
                            occasion.decidedBy(),
                            occasion.decidedOn(),
                            occasion.link(),
                            json.writeValueAsString(content),
                            Tenancy.actor().name(),
                            OffsetDateTime.now(clock)))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw Problem.conflict("plan.version.meanwhile");
        }
        audit.record("plan-version.frozen", "plan-version", number, Map.of("name", occasion.name()));
        return number;
    }

    private void check(Occasion occasion) {
        if (occasion.name() == null) {
            throw Problem.invalid("plan.version.nameless");
        }
        if (occasion.name().length() > LONGEST_NAME
                || occasion.decidedBy() != null && occasion.decidedBy().length() > LONGEST_NAME) {
            throw Problem.invalid("plan.version.too-long", LONGEST_NAME);
        }
        if ((occasion.decidedBy() == null) != (occasion.decidedOn() == null)) {
            throw Problem.invalid("plan.version.decision-incomplete");
        }
        var today = tenants.get(Tenancy.tenantId()).dayOf(clock.instant());
        if (occasion.decidedOn() != null && occasion.decidedOn().isAfter(today)) {
            throw Problem.invalid("plan.version.decided-later", today);
        }
        if (occasion.link() != null && !occasion.link().matches("https?://\\S{3,2000}")) {
            throw Problem.invalid("plan.version.link");
        }
    }

    private static PlanVersion version(ResultSet row, int number) throws SQLException {
        return new PlanVersion(
                row.getInt("number"),
                row.getString("name"),
                row.getString("decided_by"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("link"),
                row.getString("frozen_by"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant());
    }
}
