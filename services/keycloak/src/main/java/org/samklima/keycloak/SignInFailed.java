package org.samklima.keycloak;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** The way back from Keycloak failed: because it went away meanwhile, or because the attempt was stale or cancelled. */
class SignInFailed implements AuthenticationFailureHandler {

    static final String PAGE = "/sign-in-failed";

    private static final Pattern CODE = Pattern.compile("\\w{1,60}");

    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

    private final KeycloakReachability keycloak;
    private final ApplicationEventPublisher events;

    SignInFailed(KeycloakReachability keycloak, ApplicationEventPublisher events) {
        this.keycloak = keycloak;
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        log.info("Sign-in failed: {}", reason(failure));
        if (!keycloak.reachable()) {
            events.publishEvent(new SignInRefused(true));
            SignInUnavailable.show(request, response);
            return;
        }
        events.publishEvent(new SignInRefused(false));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    /** The code alone: the description is whatever stood in the address that the browser came back to. */
    private static String reason(AuthenticationException failure) {
        var code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        return CODE.matcher(code).matches() ? code : "unknown";
    }
}
