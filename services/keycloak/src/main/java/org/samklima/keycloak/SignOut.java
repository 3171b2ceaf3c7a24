package org.samklima.keycloak;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/**
 * Once our session is over, ends Keycloak's too; else the next person at the computer would be signed in by one click.
 * If Keycloak is away, says so: that session is still open.
 */
class SignOut implements LogoutSuccessHandler {

    private final OidcClientInitiatedLogoutSuccessHandler atKeycloak;
    private final KeycloakReachability keycloak;

    SignOut(ClientRegistrationRepository registrations, KeycloakReachability keycloak) {
        this.atKeycloak = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        this.atKeycloak.setPostLogoutRedirectUri("{baseUrl}/");
        this.keycloak = keycloak;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException, ServletException {
        if (authentication == null || keycloak.reachable()) {
            atKeycloak.onLogoutSuccess(request, response, authentication);
        } else {
            response.sendRedirect(request.getContextPath() + SignInUnavailable.PAGE + "?signed-out");
        }
    }
}
