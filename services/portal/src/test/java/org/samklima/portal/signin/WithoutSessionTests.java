package org.samklima.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WithoutSessionTests {

    @ParameterizedTest
    @CsvSource({"http://localhost:8081, samklima", "https://portal.example.org, __Host-samklima"})
    void the_page_that_says_that_the_database_is_away_does_not_ask_it_who_reads(URI portal, String cookie)
            throws Exception {
        assertThat(cookiesSeen(portal, cookie, new SQLException("", "08006"))).containsExactly("language");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8081, samklima", "https://portal.example.org, __Host-samklima"})
    void every_other_page_knows_who_reads(URI portal, String cookie) throws Exception {
        assertThat(cookiesSeen(portal, cookie, new SQLException("", "42703"))).containsExactly(cookie, "language");
    }

    private static String[] cookiesSeen(URI portal, String cookie, Exception failure) throws Exception {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(cookie, "id"), new Cookie("language", "sv"));
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
        var chain = new MockFilterChain();

        new WithoutSession(SignInConfiguration.cookieName(portal, "samklima"))
                .doFilter(request, new MockHttpServletResponse(), chain);

        return Arrays.stream(((HttpServletRequest) chain.getRequest()).getCookies())
                .map(Cookie::getName)
                .toArray(String[]::new);
    }
}
