package org.samklima.portal.archive;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;

/** A tenant's line in the directory, as it is written into an archive. */
record DirectoryLine(
        UUID id,
        String slug,
        String name,
        TenantKind kind,
        String country,
        @Nullable String officialCode,
        List<String> languages,
        String timeZone,
        String accentColour) {

    /** @throws RuntimeException if anything is missing, or is none */
    DirectoryLine {
        Stream.of(id, slug, name, kind, country, accentColour).forEach(Objects::requireNonNull);
        ZoneId.of(timeZone);
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("A tenant without a language");
        }
    }

    static DirectoryLine of(Tenant tenant) {
        return new DirectoryLine(
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                tenant.kind(),
                tenant.country(),
                tenant.officialCode(),
                tenant.languages(),
                tenant.timeZone().getId(),
                tenant.accentColour());
    }

    Tenant toTenant(String address) {
        return new Tenant(id, address, name, kind, country, officialCode, languages, ZoneId.of(timeZone), accentColour);
    }

    /** Whether official statistics know both by the same code. */
    boolean isSameAs(Tenant tenant) {
        return officialCode != null
                && officialCode.equals(tenant.officialCode())
                && kind == tenant.kind()
                && country.equals(tenant.country());
    }

    /** Associations have no official code: the same address and name is all there is to go by. */
    boolean looksLike(Tenant tenant) {
        return slug.equals(tenant.slug()) && name.equals(tenant.name()) && kind == tenant.kind();
    }
}
