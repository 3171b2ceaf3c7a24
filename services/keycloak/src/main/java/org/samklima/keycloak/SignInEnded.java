package org.samklima.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends our session of whoever Keycloak lets in no more, and says so on a page of ours. */
class SignInEnded extends OncePerRequestFilter {

    static final String PAGE = "/sign-in-ended";

    private static final Logger LOG = LoggerFactory.getLogger(SignInEnded.class);

    private final AccountWatch accounts;

    SignInEnded(AccountWatch accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !hasEnded(signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        LOG.info("The session of {} ended: Keycloak closed or signed out the account", signedIn.getName());
        new SecurityContextLogoutHandler().logout(request, response, signedIn);
        if (BrowserSignIn.FROM_HTMX.matches(request)) {
            BrowserSignIn.reload(response);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            request.getRequestDispatcher(PAGE).forward(request, response);
        }
    }

    private boolean hasEnded(Authentication signedIn) {
        return signedIn.getPrincipal() instanceof OidcUser user
                && user.getIdToken().getIssuedAt() != null
                && accounts.hasEnded(
                        UUID.fromString(user.getSubject()),
                        signedIn.getAuthorities().contains(Roles.OPERATOR),
                        user.getIdToken().getIssuedAt());
    }
}
