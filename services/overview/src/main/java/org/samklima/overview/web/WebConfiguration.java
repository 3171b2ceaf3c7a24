package org.samklima.overview.web;

import java.util.List;
import org.samklima.overview.shelf.Publications;
import org.samklima.pages.Languages;
import org.samklima.pages.PageAddress;
import org.samklima.pages.ShellCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final Publications publications;

    WebConfiguration(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitArgument(publications));
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new PathLanguage();
    }

    /** For pages that nobody here made: what went wrong on our side. All others bring their shell along. */
    @Bean
    static ShellCustomizer shellOfFailures() {
        return (shell, _) -> Shells.of(
                shell.language(), PageAddress.of("/" + shell.language().getLanguage(), null));
    }

    /** People add slashes when they type an address. */
    @Bean
    static UrlHandlerFilter withoutTrailingSlash() {
        return UrlHandlerFilter.trailingSlashHandler(Languages.SUPPORTED.stream()
                        .map(language -> "/" + language.getLanguage() + "/**")
                        .toArray(String[]::new))
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
    }
}
