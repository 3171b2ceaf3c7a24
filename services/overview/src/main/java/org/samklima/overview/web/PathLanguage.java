package org.samklima.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.Languages;
import org.samklima.pages.PageAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/** The language an address begins with, else the one the browser asks for, else Swedish. */
class PathLanguage implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String path = PageAddress.of(request)
                .path()
                .substring(request.getContextPath().length());
        return Languages.of(path.split("/", 3)[1])
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        .flatMap(Languages::accepted))
                .orElse(Languages.SUPPORTED.getFirst());
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        throw new UnsupportedOperationException("The language is part of the address");
    }
}
