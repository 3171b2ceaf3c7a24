package org.samklima.portal.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the bound tenant's figures come from. */
@Repository
public class Sources {

    private final JdbcClient jdbc;
    private final Clock clock;

    Sources(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new one for each import, so that each figure leads back to its file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Source imported(SourceDetails details, String fileName, int figures) {
        return add(details, fileName, figures);
    }

    /** The one with these details that was entered by hand, or a new one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Source entered(SourceDetails details) {
        return jdbc.sql("SELECT * FROM source WHERE tenant_id = ? AND file_name IS NULL AND name = ? AND version = ?"
                        + " AND url IS NOT DISTINCT FROM ? ORDER BY id LIMIT 1")
                .params(Arrays.asList(Tenancy.tenantId(), details.name(), details.version(), details.url()))
                .query((row, _) -> source(row, "id"))
                .optional()
                .orElseGet(() -> add(details, null, 0));
    }

    private Source add(SourceDetails details, @Nullable String fileName, int figures) {
        var source = new Source(
                Ids.next(),
                Objects.requireNonNull(details.name()),
                Objects.requireNonNull(details.version()),
                details.url(),
                fileName,
                figures,
                clock.instant());
        jdbc.sql("INSERT INTO source (tenant_id, id, name, version, url, file_name, row_count, imported_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Tenancy.tenantId(),
                        source.id(),
                        source.name(),
                        source.version(),
                        source.url(),
                        source.fileName(),
                        source.rowCount(),
                        OffsetDateTime.ofInstant(source.importedAt(), ZoneOffset.UTC)))
                .update();
        return source;
    }

    static Source source(ResultSet row, String id) throws SQLException {
        return new Source(
                row.getObject(id, UUID.class),
                row.getString("name"),
                row.getString("version"),
                row.getString("url"),
                row.getString("file_name"),
                row.getInt("row_count"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant());
    }
}
