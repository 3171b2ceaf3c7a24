package org.samklima.keycloak;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is signed in, the same whether by browser or by API token. What the person may do in a tenant is not Keycloak's
 * to say.
 *
 * @param person Keycloak's subject: stays the same when name and address change
 * @param name to show; the e-mail address where no name is given
 * @param email null where the person has none (a technical account)
 * @param emailVerified only then does the address prove anything: claim invitations by it only if true
 * @param operator runs the platform; says nothing about any tenant
 * @param locale the language chosen in Keycloak, if one was
 */
public record SignedIn(
        UUID person,
        String name,
        @Nullable String email,
        boolean emailVerified,
        boolean operator,
        @Nullable Locale locale) {

    /**
     * @throws IllegalArgumentException if nobody is signed in, or not through Keycloak
     */
    public static SignedIn of(@Nullable Authentication authentication) {
        if (authentication == null) {
            throw new IllegalArgumentException("Nobody is signed in");
        }
        var operator = authentication.getAuthorities().contains(Roles.OPERATOR);
        return switch (authentication.getPrincipal()) {
            case OidcUser user -> of(user, operator);
            case Jwt token -> of(token, operator);
            case null, default ->
                throw new IllegalArgumentException("Not signed in through Keycloak: " + authentication.getName());
        };
    }

    private static SignedIn of(ClaimAccessor claims, boolean operator) {
        var subject = claims.getClaimAsString(StandardClaimNames.SUB);
        var email = claims.getClaimAsString(StandardClaimNames.EMAIL);
        var name = claims.getClaimAsString(StandardClaimNames.NAME);
        var locale = claims.getClaimAsString(StandardClaimNames.LOCALE);
        return new SignedIn(
                UUID.fromString(subject),
                firstGiven(name, email, claims.getClaimAsString(StandardClaimNames.PREFERRED_USERNAME), subject),
                email,
                email != null && Boolean.TRUE.equals(claims.getClaimAsBoolean(StandardClaimNames.EMAIL_VERIFIED)),
                operator,
                locale == null ? null : Locale.forLanguageTag(locale));
    }

    private static String firstGiven(@Nullable String... candidates) {
        for (var candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("A token without a subject");
    }
}
