package org.samklima.portal.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with its own data.
 *
 * @param slug its first path segment, unique
 * @param country ISO 3166-1 alpha-2
 * @param officialCode the municipality's or region's code in its country's official statistics
 * @param languages it works in, the first is its default; of sv, da, de, en
 * @param timeZone in which its deadlines end
 * @param accentColour {@code #rrggbb}
 */
public record Tenant(
        UUID id,
        String slug,
        String name,
        TenantKind kind,
        String country,
        @Nullable String officialCode,
        List<String> languages,
        ZoneId timeZone,
        String accentColour) {

    public Tenant {
        languages = List.copyOf(languages);
    }

    public String defaultLanguage() {
        return languages.getFirst();
    }

    /** Which day it is there at that moment: today, asked with the clock's instant. */
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(timeZone).toLocalDate();
    }

    public boolean isAssociation() {
        return kind == TenantKind.ASSOCIATION;
    }
}
