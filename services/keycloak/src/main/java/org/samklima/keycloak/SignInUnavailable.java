package org.samklima.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows a page of ours that says what is wrong, instead of sending the browser to a Keycloak that does not answer. */
class SignInUnavailable extends OncePerRequestFilter {

    static final String PAGE = "/sign-in-unavailable";

    private static final RequestMatcher START =
            PathPatternRequestMatcher.withDefaults().matcher(BrowserSignIn.START);

    private final KeycloakReachability keycloak;
    private final ApplicationEventPublisher events;

    SignInUnavailable(KeycloakReachability keycloak, ApplicationEventPublisher events) {
        this.keycloak = keycloak;
        this.events = events;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !START.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (keycloak.reachable()) {
            chain.doFilter(request, response);
        } else {
            events.publishEvent(new SignInRefused(true));
            show(request, response);
        }
    }

    static void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}
