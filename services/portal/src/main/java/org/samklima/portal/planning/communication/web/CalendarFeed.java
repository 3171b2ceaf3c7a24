package org.samklima.portal.planning.communication.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.samklima.portal.planning.communication.CalendarAddresses;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenants;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's tasks for their calendar program, which cannot sign in: whoever knows the address may read. Outside every
 * tenant's pages, so that no session and no cookie is made of it.
 */
@RestController
class CalendarFeed {

    /** First segment of the address. */
    static final String PATH = "/calendar";

    private final CalendarAddresses addresses;
    private final Calendars calendars;
    private final Tenants tenants;

    CalendarFeed(CalendarAddresses addresses, Calendars calendars, Tenants tenants) {
        this.addresses = addresses;
        this.calendars = calendars;
        this.tenants = tenants;
    }

    /** 404 for an address that is none, or none any more; 304 where nothing changed since the last look. */
    @GetMapping(PATH + "/{tenantId}/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String tenantId, @PathVariable String token) {
        var calendar = Tenancy.inTenant(id(tenantId), Actor.SYSTEM, () -> calendar(token));
        return ResponseEntity.ok()
                .contentType(Calendars.TYPE)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .eTag(hash(calendar))
                .body(calendar);
    }

    private byte[] calendar(String token) {
        if (tenants.isClosed(Tenancy.tenantId())) {
            throw Problem.notFound();
        }
        var address = addresses.find(token).orElseThrow(Problem::notFound);
        var tenant = tenants.get(Tenancy.tenantId());
        return calendars.write(tenant, address.all() ? null : address.person(), Locale.of(tenant.defaultLanguage()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Problem.notFound();
        }
    }

    private static String hash(byte[] calendar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(calendar), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
