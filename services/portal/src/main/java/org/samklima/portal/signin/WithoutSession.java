package org.samklima.portal.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.DatabaseAway;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * The page that says that the database is away, or has too much to do, is made as for somebody who is not signed in: who they are is
 * in the database, and asking it once more would fail once more, after another wait.
 */
class WithoutSession extends HttpFilter {

    /** From the request that failed; it would be saved once more. */
    private static final String KEPT_BY_SPRING_SESSION =
            SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".CURRENT_SESSION";

    private final String sessionCookie;

    WithoutSession(String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean without = DatabaseAway.isReaderUnknown(request);
        if (without) {
            request.removeAttribute(KEPT_BY_SPRING_SESSION);
        }
        chain.doFilter(without ? new Anonymous(request, sessionCookie) : request, response);
    }

    private static final class Anonymous extends HttpServletRequestWrapper {

        private final String sessionCookie;

        Anonymous(HttpServletRequest request, String sessionCookie) {
            super(request);
            this.sessionCookie = sessionCookie;
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            var cookies = super.getCookies();
            return cookies == null
                    ? null
                    : Stream.of(cookies)
                            .filter(cookie -> !cookie.getName().equals(sessionCookie))
                            .toArray(Cookie[]::new);
        }
    }
}
