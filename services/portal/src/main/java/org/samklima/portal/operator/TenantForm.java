package org.samklima.portal.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.TenantKind;
import org.springframework.validation.Errors;

/**
 * A tenant to be created, as typed. Also what a list of tenants has in common, where name, slug, code and manager stay
 * blank.
 *
 * @param language the tenant's default language
 * @param otherLanguages those it works in besides
 */
record TenantForm(
        @Nullable TenantKind kind,
        String name,
        String slug,
        String country,
        String officialCode,
        String language,
        List<String> otherLanguages,
        String timeZone,
        String accentColour,
        String managerEmail) {

    /** Which field a problem is about. */
    private static final Map<String, String> FIELDS = Map.of(
            "operator.kind-missing", "kind",
            "operator.name-missing", "name",
            "operator.slug-invalid", "slug",
            "operator.slug-needed", "slug",
            "tenancy.slug-reserved", "slug",
            "operator.country-invalid", "country",
            "operator.code-invalid", "officialCode",
            "operator.time-zone-invalid", "timeZone",
            "operator.accent-invalid", "accentColour",
            "people.email-invalid", "managerEmail");

    TenantForm {
        name = orBlank(name);
        slug = orBlank(slug);
        country = orBlank(country);
        officialCode = orBlank(officialCode);
        language = orBlank(language);
        otherLanguages = otherLanguages == null ? List.of() : List.copyOf(otherLanguages);
        timeZone = orBlank(timeZone);
        accentColour = orBlank(accentColour);
        managerEmail = orBlank(managerEmail);
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }

    static TenantForm blank() {
        return new TenantForm(
                TenantKind.MUNICIPALITY, "", "", "SE", "", "", List.of(), "", NewTenant.DEFAULT_ACCENT, "");
    }

    /** @throws Problem where something is missing or impossible */
    NewTenant toTenant() {
        return NewTenant.of(kind, name, slug, country, officialCode, languages(), timeZone, accentColour, managerEmail);
    }

    TenantDefaults toDefaults() {
        return new TenantDefaults(
                kind == null ? TenantKind.MUNICIPALITY : kind, country, languages(), timeZone, accentColour);
    }

    private List<String> languages() {
        return new ArrayList<>(Stream.concat(Stream.of(language), otherLanguages.stream())
                .filter(code -> !code.isBlank())
                .distinct()
                .toList());
    }

    /** Puts the problem where the reader can mend it. */
    static void reject(Errors errors, Problem problem) {
        var field = FIELDS.get(problem.messageKey());
        if (field == null) {
            errors.reject(problem.messageKey(), problem.arguments(), null);
        } else {
            errors.rejectValue(field, problem.messageKey(), problem.arguments(), null);
        }
    }
}
