package org.samklima.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Makes the shell of a request's page. Handlers need not ask: every page gets it; a page made by an exception handler
 * puts it into its model itself, under {@value #ATTRIBUTE}.
 */
public final class Shells {

    public static final String ATTRIBUTE = "shell";

    private static final Logger log = LoggerFactory.getLogger(Shells.class);

    private final LocaleResolver locales;
    private final List<ShellCustomizer> customizers;

    Shells(LocaleResolver locales, List<ShellCustomizer> customizers) {
        this.locales = locales;
        this.customizers = customizers;
    }

    public Shell of(HttpServletRequest request) {
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
