package org.samklima.portal.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The drafts of the bound network's editions, one for each year. */
@Repository
class Drafts {

    private static final String SELECT =
            "SELECT year, content, lock_version, published_version, changed_by, changed_at FROM edition_draft WHERE tenant_id = ?";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<StoredDraft> find(int year) {
        return jdbc.sql(SELECT + " AND year = ?")
                .params(Tenancy.tenantId(), year)
                .query(this::draft)
                .optional();
    }

    /** The draft of the last year before this one that has any: what a new one begins with. */
    Optional<StoredDraft> lastBefore(int year) {
        return jdbc.sql(SELECT + " AND year < ? ORDER BY year DESC LIMIT 1")
                .params(Tenancy.tenantId(), year)
                .query(this::draft)
                .optional();
    }

    /**
     * @param basedOn the lock version of the draft that was changed; 0 of one that nobody has saved yet
     * @throws Problem if somebody else has saved it since
     */
    StoredDraft save(int year, Draft draft, int basedOn) {
        var content = json.writeValueAsString(draft);
        var changer = Tenancy.actor().name();
        var now = OffsetDateTime.now(clock);
        int saved = basedOn == 0
                ? jdbc.sql("INSERT INTO edition_draft (tenant_id, year, content, changed_by, changed_at)"
                                + " VALUES (?, ?, ?::json, ?, ?) ON CONFLICT (tenant_id, year) DO NOTHING")
                        .params(Tenancy.tenantId(), year, content, changer, now)
                        .update()
                : jdbc.sql(
                                "UPDATE edition_draft SET content = ?::json, changed_by = ?, changed_at = ?,"
                                        + " lock_version = lock_version + 1 WHERE tenant_id = ? AND year = ? AND lock_version = ?")
                        .params(content, changer, now, Tenancy.tenantId(), year, basedOn)
                        .update();
        var stored = find(year);
        if (saved == 0) {
            throw Problem.conflict(
                    "publication.draft.overtaken",
                    stored.map(StoredDraft::changedBy).orElse(""));
        }
        return stored.orElseThrow();
    }

    /** Counts one more version of the year as published; whoever publishes at the same moment waits and gets the next. */
    int nextVersion(int year) {
        return jdbc.sql("UPDATE edition_draft SET published_version = published_version + 1"
                        + " WHERE tenant_id = ? AND year = ? RETURNING published_version")
                .params(Tenancy.tenantId(), year)
                .query(Integer.class)
                .single();
    }

    private StoredDraft draft(ResultSet row, int number) throws SQLException {
        return new StoredDraft(
                row.getInt("year"),
                json.readValue(row.getString("content"), Draft.class),
                row.getInt("lock_version"),
                row.getInt("published_version"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
