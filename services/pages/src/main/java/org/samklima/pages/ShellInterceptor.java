package org.samklima.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Puts the shell into the model of every page that is about to be rendered. */
final class ShellInterceptor implements HandlerInterceptor {

    static final String ATTRIBUTE = "shell";

    private final LocaleResolver locales;
    private final List<ShellCustomizer> customizers;

    ShellInterceptor(LocaleResolver locales, List<ShellCustomizer> customizers) {
        this.locales = locales;
        this.customizers = customizers;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && rendersTemplate(page) && !page.getModel().containsKey(ATTRIBUTE)) {
            page.addObject(ATTRIBUTE, shell(request));
        }
    }

    private static boolean rendersTemplate(ModelAndView page) {
        View view = page.getView();
        String name = page.getViewName();
        return view == null && name != null && !name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }

    private Shell shell(HttpServletRequest request) {
        var language = locales.resolveLocale(request);
        var address = PageAddress.of(request);
        var links = Languages.SUPPORTED.stream()
                .map(other -> Shell.LanguageLink.of(
                        other, address.with(LanguageSwitch.PARAMETER, other.getLanguage()), language))
                .toList();
        var shell = Shell.of(language, links);
        for (var customizer : customizers) {
            shell = customizer.customize(shell, request);
        }
        return shell;
    }
}
