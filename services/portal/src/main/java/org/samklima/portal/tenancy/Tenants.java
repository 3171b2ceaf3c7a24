package org.samklima.portal.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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

    static final String COLUMNS = "id, slug, name, kind, country, official_code, languages, time_zone, accent_colour";

    /** The directory spans countries, so it follows no country's alphabet but the one that is nobody's. */
    static final String BY_NAME = " ORDER BY name COLLATE \"und-x-icu\", slug";

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

    /** What this portal remembers of any is looked up anew. */
    void forget() {
        bySlug.invalidateAll();
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

    static Tenant tenant(ResultSet row, int number) throws SQLException {
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
