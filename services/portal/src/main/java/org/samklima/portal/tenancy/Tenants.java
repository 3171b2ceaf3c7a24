package org.samklima.portal.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directory of all tenants. Holds no content of any. */
@Repository
public class Tenants {

    private static final String COLUMNS =
            "id, slug, name, kind, country, official_code, languages, time_zone, accent_colour";

    /** The directory spans countries, so it follows no country's alphabet but the one that is nobody's. */
    private static final String BY_NAME = " ORDER BY name COLLATE \"und-x-icu\", slug";

    private static final String CONTAINS =
            " WHERE strpos(lower(name || ' ' || slug || ' ' || coalesce(official_code, '')), lower(?)) > 0";

    private final JdbcClient jdbc;
    private final JdbcOperations statements;
    private final Clock clock;
    private final Cache<String, Line> bySlug = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .maximumSize(20_000)
            .build();

    Tenants(JdbcClient jdbc, JdbcOperations statements, Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.clock = clock;
    }

    public Optional<Tenant> bySlug(String slug) {
        return line(slug).map(Line::tenant);
    }

    /** Empty for a closed one, within half a minute after it was closed. */
    Optional<Tenant> openBySlug(String slug) {
        return line(slug).filter(line -> !line.closed).map(Line::tenant);
    }

    private record Line(Tenant tenant, boolean closed) {}

    private Optional<Line> line(String slug) {
        return Optional.ofNullable(bySlug.get(
                slug,
                wanted -> jdbc.sql("SELECT " + COLUMNS + ", closed_at IS NOT NULL AS closed FROM tenant WHERE slug = ?")
                        .param(wanted)
                        .query((row, number) -> new Line(tenant(row, number), row.getBoolean("closed")))
                        .optional()
                        .orElse(null)));
    }

    /** @throws Problem not found */
    public Tenant get(UUID id) {
        return find("id = ?", id).orElseThrow(Problem::notFound);
    }

    public List<Tenant> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant" + BY_NAME)
                .query(Tenants::tenant)
                .list();
    }

    /** Those whose name, slug or official code contains the text, by name; all of them if it is blank. */
    public List<Tenant> search(String text) {
        return search(text, 0, Integer.MAX_VALUE);
    }

    /** A part of {@link #search(String)}, so that nobody reads ten thousand to see fifty. */
    public List<Tenant> search(String text, long offset, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant" + CONTAINS + BY_NAME + " OFFSET ? LIMIT ?")
                .params(text.strip(), offset, most)
                .query(Tenants::tenant)
                .list();
    }

    /** How many {@link #search(String)} would find. */
    public long found(String text) {
        return jdbc.sql("SELECT count(*) FROM tenant" + CONTAINS)
                .param(text.strip())
                .query(Long.class)
                .single();
    }

    public List<Tenant> all(Collection<UUID> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant WHERE id = ANY (?)" + BY_NAME)
                .param(ids.toArray(UUID[]::new))
                .query(Tenants::tenant)
                .list();
    }

    /** Of these the ones that are not closed. */
    public List<Tenant> open(Collection<UUID> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant WHERE closed_at IS NULL AND id = ANY (?)" + BY_NAME)
                .param(ids.toArray(UUID[]::new))
                .query(Tenants::tenant)
                .list();
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
        bySlug.invalidateAll();
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
        return jdbc.sql("SELECT " + COLUMNS + ", closing_asked_at, closed_at, erase_on, erased_at FROM tenant"
                        + " WHERE erased_at IS NULL AND (closing_asked_at IS NOT NULL OR closed_at IS NOT NULL)"
                        + BY_NAME)
                .query((row, number) -> new Leaving(tenant(row, number), closing(row)))
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
        bySlug.invalidateAll();
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
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant WHERE erased_at IS NULL AND erase_on <= ?" + BY_NAME)
                .param(today)
                .query(Tenants::tenant)
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** Whether nobody works in it any more. */
    public boolean isClosed(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM tenant WHERE id = ? AND closed_at IS NOT NULL)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Whether the platform keeps this slug for itself. */
    public static boolean isReserved(String slug) {
        return TenantPath.RESERVED.contains(slug) || TenantPath.RESERVED_IN_API.contains(slug);
    }

    /**
     * Adds a tenant to the directory, inside the transaction of whoever creates it.
     *
     * @throws Problem if the slug is reserved or taken, or the official code is taken in this country
     */
    public void add(Tenant tenant) {
        addAll(List.of(tenant));
    }

    /**
     * Adds all of them or none.
     *
     * @throws Problem as {@link #add} does
     */
    public void addAll(List<Tenant> added) {
        for (var tenant : added) {
            if (isReserved(tenant.slug())) {
                throw Problem.invalid("tenancy.slug-reserved", tenant.slug());
            }
        }
        try {
            statements.batchUpdate(
                    "INSERT INTO tenant (" + COLUMNS + ", created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    added.stream().map(this::row).toList());
        } catch (DuplicateKeyException taken) {
            throw added.size() == 1
                    ? Problem.conflict(
                            "tenancy.tenant-exists",
                            added.getFirst().name(),
                            added.getFirst().slug())
                    : Problem.conflict("tenancy.some-tenant-exists");
        }
    }

    private @Nullable Object[] row(Tenant tenant) {
        return new @Nullable Object[] {
            tenant.id(),
            tenant.slug(),
            tenant.name(),
            tenant.kind().name(),
            tenant.country(),
            tenant.officialCode(),
            tenant.languages().toArray(String[]::new),
            tenant.timeZone().getId(),
            tenant.accentColour(),
            OffsetDateTime.now(clock)
        };
    }

    private Optional<Tenant> find(String condition, Object value) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant WHERE " + condition)
                .param(value)
                .query(Tenants::tenant)
                .optional();
    }

    private static Tenant tenant(ResultSet row, int number) throws SQLException {
        return new Tenant(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                TenantKind.valueOf(row.getString("kind")),
                row.getString("country"),
                row.getString("official_code"),
                List.of((String[]) row.getArray("languages").getArray()),
                ZoneId.of(row.getString("time_zone")),
                row.getString("accent_colour"));
    }
}
