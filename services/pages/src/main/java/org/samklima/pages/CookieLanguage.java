package org.samklima.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language a reader chose (a cookie), else the one the browser asks for, else the configured one. */
final class CookieLanguage implements LocaleResolver {

    static final String COOKIE = "language";

    /** By https only, and from this host only: no other site of the same domain can choose for the reader. */
    static final String COOKIE_BY_HTTPS = "__Host-" + COOKIE;

    private final Locale defaultLanguage;

    CookieLanguage(Locale defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request).or(() -> asked(request)).orElse(defaultLanguage);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request)))
                .flatMap(cookie -> Languages.of(cookie.getValue()));
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? COOKIE_BY_HTTPS : COOKIE;
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(Languages::accepted);
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        if (response == null || language == null) {
            throw new IllegalArgumentException("A language is chosen in a response, not forgotten");
        }
        var cookie = ResponseCookie.from(name(request), language.getLanguage())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
