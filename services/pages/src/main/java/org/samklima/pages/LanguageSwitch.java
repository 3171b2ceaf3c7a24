package org.samklima.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Remembers the language of {@code ?lang=sv} and leads back to the same address without it, so that an address sent to
 * somebody else does not carry the sender's language.
 */
final class LanguageSwitch implements HandlerInterceptor {

    static final String PARAMETER = "lang";

    private final LocaleResolver languages;

    LanguageSwitch(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (request.getQueryString() == null || !HttpMethod.GET.matches(request.getMethod())) {
            return true;
        }
        var asked = Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Languages::of);
        if (asked.isEmpty()) {
            return true;
        }
        languages.setLocale(request, response, asked.get());
        response.setHeader(
                HttpHeaders.LOCATION, PageAddress.of(request).without(PARAMETER).toString());
        response.setStatus(HttpStatus.SEE_OTHER.value());
        return false;
    }
}
