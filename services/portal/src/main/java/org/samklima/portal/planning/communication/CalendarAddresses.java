package org.samklima.portal.planning.communication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses at which calendar programs read a person's tasks. Whoever has an address may read, so it is shown once
 * and only its hash is kept.
 */
@Repository
public class CalendarAddresses {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarAddresses(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is known of an address.
     *
     * @param all whether it shows everybody's tasks, not only the person's own
     */
    public record Address(UUID person, boolean all, Instant since) {}

    /** The one that a person has here. */
    @Transactional(readOnly = true)
    public Optional<Address> of(UUID person) {
        return jdbc.sql(
                        "SELECT person_id, all_tasks, created_at FROM calendar_feed WHERE tenant_id = ? AND person_id = ?")
                .params(Tenancy.tenantId(), person)
                .query((row, _) -> new Address(
                        row.getObject("person_id", UUID.class),
                        row.getBoolean("all_tasks"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Gives the person a new one; an earlier one leads nowhere from now on. Returns the secret, which is not kept. */
    @Transactional
    public String renew(UUID person, boolean all) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("INSERT INTO calendar_feed (tenant_id, person_id, token_hash, all_tasks, created_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (tenant_id, person_id) DO UPDATE"
                        + " SET token_hash = EXCLUDED.token_hash, all_tasks = EXCLUDED.all_tasks,"
                        + " created_at = EXCLUDED.created_at")
                .params(Tenancy.tenantId(), person, hash(token), all, OffsetDateTime.now(clock))
                .update();
        audit.record("calendar.address-given", "calendar", person, Map.of());
        return token;
    }

    @Transactional
    public void switchOff(UUID person) {
        int gone = jdbc.sql("DELETE FROM calendar_feed WHERE tenant_id = ? AND person_id = ?")
                .params(Tenancy.tenantId(), person)
                .update();
        if (gone > 0) {
            audit.record("calendar.address-switched-off", "calendar", person, Map.of());
        }
    }

    private record Kept(Address address, byte[] hash) {}

    /** Whose it is; compares with every one of the tenant's in full, so that time tells nothing. */
    @Transactional(readOnly = true)
    public Optional<Address> find(String token) {
        var wanted = hash(token);
        Optional<Address> found = Optional.empty();
        for (var kept : all()) {
            if (MessageDigest.isEqual(kept.hash, wanted)) {
                found = Optional.of(kept.address);
            }
        }
        return found;
    }

    private Iterable<Kept> all() {
        return jdbc.sql("SELECT person_id, all_tasks, created_at, token_hash FROM calendar_feed WHERE tenant_id = ?")
                .param(Tenancy.tenantId())
                .query((row, _) -> new Kept(
                        new Address(
                                row.getObject("person_id", UUID.class),
                                row.getBoolean("all_tasks"),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant()),
                        row.getBytes("token_hash")))
                .list();
    }

    /** The secret is as long as the hash and random, so that it needs no salt and no slowness. */
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
