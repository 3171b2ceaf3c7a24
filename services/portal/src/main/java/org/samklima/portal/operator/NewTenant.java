package org.samklima.portal.operator;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.people.EmailAddress;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.tenancy.TenantKind;

/**
 * A tenant to be created. What is left out follows from the country, or from the name.
 *
 * @param slug its address; null to have one made of the name
 * @param country ISO 3166-1 alpha-2
 * @param officialCode its code in the country's official statistics
 * @param languages of sv, da, de, en; the first is its default
 * @param timeZone where its deadlines end, as {@code Europe/Copenhagen}
 * @param accentColour {@code #rrggbb}
 * @param managerEmail whom to invite as its first manager
 */
record NewTenant(
        TenantKind kind,
        String name,
        @Nullable String slug,
        String country,
        @Nullable String officialCode,
        List<String> languages,
        String timeZone,
        String accentColour,
        @Nullable String managerEmail) {

    static final String DEFAULT_ACCENT = "#0b5d4b";

    private static final Set<String> LANGUAGES = Set.of("sv", "da", "de", "en");

    private record Custom(String language, String timeZone) {}

    private static final Map<String, Custom> CUSTOMS = Map.of(
            "SE", new Custom("sv", "Europe/Stockholm"),
            "DK", new Custom("da", "Europe/Copenhagen"),
            "DE", new Custom("de", "Europe/Berlin"),
            "AT", new Custom("de", "Europe/Vienna"),
            "CH", new Custom("de", "Europe/Zurich"),
            "NO", new Custom("en", "Europe/Oslo"),
            "FI", new Custom("sv", "Europe/Helsinki"));

    private static final Custom ELSEWHERE = new Custom("en", "Europe/Brussels");

    /** @throws Problem where something is missing or impossible */
    static NewTenant of(
            @Nullable TenantKind kind,
            @Nullable String name,
            @Nullable String slug,
            @Nullable String country,
            @Nullable String officialCode,
            @Nullable List<String> languages,
            @Nullable String timeZone,
            @Nullable String accentColour,
            @Nullable String managerEmail) {
        if (kind == null) {
            throw Problem.invalid("operator.kind-missing");
        }
        var countryCode = country(country);
        var customs = CUSTOMS.getOrDefault(countryCode, ELSEWHERE);
        return new NewTenant(
                kind,
                name(name),
                given(slug).map(NewTenant::slug).orElse(null),
                countryCode,
                given(officialCode).map(NewTenant::officialCode).orElse(null),
                languages == null || languages.isEmpty() ? List.of(customs.language) : languages(languages),
                timeZone(given(timeZone).orElse(customs.timeZone)),
                accentColour(given(accentColour).orElse(DEFAULT_ACCENT)),
                given(managerEmail).map(EmailAddress::normalised).orElse(null));
    }

    Tenant at(String address) {
        return new Tenant(
                Ids.next(), address, name, kind, country, officialCode, languages, ZoneId.of(timeZone), accentColour);
    }

    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static String name(@Nullable String name) {
        return given(name)
                .filter(text -> text.length() <= 200)
                .orElseThrow(() -> Problem.invalid("operator.name-missing"));
    }

    private static String slug(String slug) {
        if (!Slugs.FORM.matcher(slug).matches()) {
            throw Problem.invalid("operator.slug-invalid", slug);
        }
        return slug;
    }

    static String country(@Nullable String country) {
        var code = given(country).orElse("").toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
            throw Problem.invalid("operator.country-invalid", code);
        }
        return code;
    }

    private static String officialCode(String code) {
        if (code.length() > 20) {
            throw Problem.invalid("operator.code-invalid", code);
        }
        return code;
    }

    private static List<String> languages(List<String> languages) {
        var distinct = languages.stream().distinct().toList();
        if (!LANGUAGES.containsAll(distinct)) {
            throw Problem.invalid("operator.languages-invalid", String.join(", ", distinct));
        }
        return distinct;
    }

    private static String timeZone(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            throw Problem.invalid("operator.time-zone-invalid", zone);
        }
    }

    private static String accentColour(String colour) {
        var lower = colour.toLowerCase(Locale.ROOT);
        if (!lower.matches("#[0-9a-f]{6}")) {
            throw Problem.invalid("operator.accent-invalid", colour);
        }
        return lower;
    }
}
