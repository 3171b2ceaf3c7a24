package org.samklima.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Puts the shell into the model of every page that is about to be rendered. */
final class ShellInterceptor implements HandlerInterceptor {

    static final String ATTRIBUTE = "shell";

    private static final Logger log = LoggerFactory.getLogger(ShellInterceptor.class);

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
            response.setHeader("Content-Security-Policy", Shell.CONTENT_SECURITY_POLICY);
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
                        other,
                        address.with(LanguageSwitch.PARAMETER, other.getLanguage())
                                .toString(),
                        language))
                .toList();
        var shell = Shell.of(language, links);
        for (var customizer : customizers) {
            shell = customized(shell, customizer, request);
        }
        return shell;
    }

    /** What keeps an error page from knowing whose it is must not keep it from being shown. */
    private static Shell customized(Shell shell, ShellCustomizer customizer, HttpServletRequest request) {
        try {
            return customizer.customize(shell, request);
        } catch (RuntimeException failed) {
            if (request.getDispatcherType() != DispatcherType.ERROR) {
                throw failed;
            }
            log.warn("An error page is shown without {}", customizer, failed);
            return shell;
        }
    }
}
