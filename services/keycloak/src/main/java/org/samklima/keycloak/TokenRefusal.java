package org.samklima.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Why a request to the API was not let in. The application's error page finds it in the request and says so. */
public enum TokenRefusal {
    /** There is none: 401. */
    MISSING,
    /** It was good once: 401. */
    EXPIRED,
    /** Not one of ours, or not for this API: 401. */
    WRONG,
    /** Keycloak does not answer, and its keys are not known yet: 503. */
    UNCHECKED;

    private static final String ATTRIBUTE = TokenRefusal.class.getName();

    /** How Spring's check of a token's times says it; it has no code of its own for that. */
    private static final String EXPIRED_SINCE = "Jwt expired at";

    public static Optional<TokenRefusal> of(HttpServletRequest request) {
        return Optional.ofNullable((TokenRefusal) request.getAttribute(ATTRIBUTE));
    }

    static TokenRefusal of(AuthenticationException failure) {
        if (failure instanceof AuthenticationServiceException) {
            return UNCHECKED;
        }
        if (!(failure instanceof InvalidBearerTokenException)) {
            return MISSING;
        }
        return failure.getCause() instanceof JwtValidationException invalid && isOnlyTooOld(invalid) ? EXPIRED : WRONG;
    }

    private static boolean isOnlyTooOld(JwtValidationException invalid) {
        return invalid.getErrors().stream()
                .allMatch(error -> String.valueOf(error.getDescription()).startsWith(EXPIRED_SINCE));
    }

    void noteOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
