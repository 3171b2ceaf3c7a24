package org.samklima.keycloak;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** The way back from Keycloak failed: because it went away meanwhile, or because the attempt was stale or cancelled. */
class SignInFailed implements AuthenticationFailureHandler {

    static final String PAGE = "/sign-in-failed";

    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

    private final KeycloakReachability keycloak;

    SignInFailed(KeycloakReachability keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        log.info("Sign-in failed: {}", failure.getMessage());
        if (!keycloak.reachable()) {
            SignInUnavailable.show(request, response);
            return;
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
