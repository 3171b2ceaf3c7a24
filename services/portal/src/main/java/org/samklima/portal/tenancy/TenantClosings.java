package org.samklima.portal.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the directory knows of tenants that want to leave, are closed, or have been erased. */
@Repository
public class TenantClosings {

    private final Tenants tenants;
    private final JdbcClient jdbc;
    private final Clock clock;

    TenantClosings(Tenants tenants, JdbcClient jdbc, Clock clock) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Closes it, until it is opened again or erased on that day; in this portal at once. */
    public void close(UUID id, LocalDate eraseOn) {
        change(id, "closed_at = :now, erase_on = :day", eraseOn);
    }

    /** Lets its people in again, as it was. @throws Problem if it has been erased */
    public void reopen(UUID id) {
        if (change(id, "closed_at = NULL, erase_on = :day, closing_asked_at = NULL", null) == 0) {
            throw Problem.conflict("tenancy.erased");
        }
    }

    /** Notes that its managers want it closed. */
    public void askForClosing(UUID id) {
        change(id, "closing_asked_at = :now", null);
    }

    /** They do not want it any more. */
    public void stayOpen(UUID id) {
        change(id, "closing_asked_at = NULL", null);
    }

    /** Is back after it was erased. */
    public void returned(UUID id) {
        jdbc.sql("UPDATE tenant SET closed_at = NULL, erase_on = NULL, erased_at = NULL, closing_asked_at = NULL"
                        + " WHERE id = ?")
                .param(id)
                .update();
        tenants.forget();
    }

    /** Whether it is to be erased today still; until the transaction ends, nobody can open it again. */
    public boolean holdToErase(UUID id, LocalDate today) {
        return jdbc.sql("SELECT id FROM tenant WHERE id = ? AND erased_at IS NULL AND erase_on <= ? FOR UPDATE")
                .params(id, today)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** A tenant between open and gone. */
    public record Leaving(Tenant tenant, Closing closing) {}

    /** Whose managers want to leave, or who is closed and not erased yet. */
    public List<Leaving> leaving() {
        return jdbc.sql("SELECT " + Tenants.COLUMNS + ", closing_asked_at, closed_at, erase_on, erased_at FROM tenant"
                        + " WHERE erased_at IS NULL AND (closing_asked_at IS NOT NULL OR closed_at IS NOT NULL)"
                        + Tenants.BY_NAME)
                .query((row, number) -> new Leaving(Tenants.tenant(row, number), closing(row)))
                .list();
    }

    /** Nothing of it is left but this line. */
    public void erased(UUID id) {
        change(id, "erased_at = :now", null);
    }

    private int change(UUID id, String changes, @Nullable LocalDate day) {
        int changed = jdbc.sql("UPDATE tenant SET " + changes + " WHERE id = :id AND erased_at IS NULL")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .param("day", day)
                .update();
        tenants.forget();
        return changed;
    }

    /**
     * Where a tenant stands between open and gone.
     *
     * @param askedAt when its managers asked for it to be closed
     * @param eraseOn the day on which it is erased
     */
    public record Closing(
            @Nullable Instant askedAt,
            @Nullable Instant closedAt,
            @Nullable LocalDate eraseOn,
            @Nullable Instant erasedAt) {}

    /** @throws Problem not found */
    public Closing closing(UUID id) {
        return jdbc.sql("SELECT closing_asked_at, closed_at, erase_on, erased_at FROM tenant WHERE id = ?")
                .param(id)
                .query((row, _) -> closing(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(
                instant(row, "closing_asked_at"),
                instant(row, "closed_at"),
                row.getObject("erase_on", LocalDate.class),
                instant(row, "erased_at"));
    }

    /** Closed ones whose day has come. */
    public List<Tenant> toErase(LocalDate today) {
        return jdbc.sql("SELECT " + Tenants.COLUMNS + " FROM tenant WHERE erased_at IS NULL AND erase_on <= ?"
                        + Tenants.BY_NAME)
                .param(today)
                .query(Tenants::tenant)
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
