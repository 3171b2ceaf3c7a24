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

    private static final String COLUMNS =
            "id, slug, name, kind, country, official_code, languages, time_zone, accent_colour";

    /** The directory spans countries, so it follows no country's alphabet but the one that is nobody's. */
    private static final String BY_NAME = " ORDER BY name COLLATE \"und-x-icu\", slug";

    private final JdbcClient jdbc;
    private final JdbcOperations statements;
    private final Clock clock;
    private final Cache<String, Tenant> bySlug = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .maximumSize(20_000)
            .build();

    Tenants(JdbcClient jdbc, JdbcOperations statements, Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.clock = clock;
    }

    public Optional<Tenant> bySlug(String slug) {
        return Optional.ofNullable(
                bySlug.get(slug, wanted -> find("slug = ?", wanted).orElse(null)));
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
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant"
                        + " WHERE strpos(lower(name || ' ' || slug || ' ' || coalesce(official_code, '')), lower(?)) > 0"
                        + BY_NAME)
                .param(text.strip())
                .query(Tenants::tenant)
                .list();
    }

    public List<Tenant> all(Collection<UUID> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM tenant WHERE id = ANY (?)" + BY_NAME)
                .param(ids.toArray(UUID[]::new))
                .query(Tenants::tenant)
                .list();
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
