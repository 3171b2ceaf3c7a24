package org.samklima.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the browser with every answer, whatever became of the request, what it may make of it: load and run only what is ours,
 * show it in no other page, share nothing with other sites, and come back by https only once it came so. Whoever
 * answers may still set a narrower {@code Content-Security-Policy}.
 */
final class SecurityHeaders extends OncePerRequestFilter {

    static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** For what a program reads: were a browser to take it for a page, that page could do nothing. */
    static final String NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/calendar/", "/v3/api-docs", "/actuator/");

    private static final String A_YEAR_BY_HTTPS = "max-age=31536000; includeSubDomains";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");

    private final String ofPages;

    /** @param formTargets sites beside our own that a form may lead to */
    SecurityHeaders(List<URI> formTargets) {
        ofPages = Shell.CONTENT_SECURITY_POLICY + "; form-action "
                + Stream.concat(Stream.of("'self'"), formTargets.stream().map(SecurityHeaders::origin))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ALWAYS.forEach(response::setHeader);
        response.setHeader(CONTENT_SECURITY_POLICY, isForPrograms(request.getRequestURI()) ? NO_PAGE : ofPages);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR_BY_HTTPS);
        }
        chain.doFilter(request, response);
    }

    private static boolean isForPrograms(String path) {
        return FOR_PROGRAMS.stream().anyMatch(path::startsWith);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
