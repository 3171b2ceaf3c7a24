package org.samklima.portal.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tenancy.TenantKind;

/** What a list of tenants does not say of each: one country's municipalities have most of it in common. */
record TenantDefaults(
        TenantKind kind,
        String country,
        List<String> languages,
        @Nullable String timeZone,
        @Nullable String accentColour) {

    /** @throws org.samklima.portal.problem.Problem if there is no such country */
    TenantDefaults {
        country = NewTenant.country(country);
        languages = List.copyOf(languages);
    }

    NewTenant tenant(
            TenantKind kind,
            String name,
            @Nullable String slug,
            @Nullable String officialCode,
            @Nullable String managerEmail) {
        return NewTenant.of(kind, name, slug, country, officialCode, languages, timeZone, accentColour, managerEmail);
    }
}
