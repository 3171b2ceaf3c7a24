package org.samklima.pages;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Everything a web application needs to show our pages. An application replaces the choice of language by a bean named
 * {@code localeResolver} of its own, and says whose pages it shows by a {@link ShellCustomizer}.
 */
@AutoConfiguration(
        before = {MessageSourceAutoConfiguration.class, WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class
        })
@EnableConfigurationProperties(PagesProperties.class)
public class PagesAutoConfiguration {

    @Bean
    MessageSource messageSource(ApplicationContext resources) {
        return new MessageBundles(resources);
    }

    @Bean
    @ConditionalOnMissingBean(name = "localeResolver")
    LocaleResolver localeResolver(PagesProperties properties) {
        return new CookieLanguage(Languages.of(properties.defaultLanguage()).orElseThrow());
    }

    @Bean
    Assets assets(
            @Value("${server.servlet.context-path:}") String contextPath, ResourceUrlProvider mvcResourceUrlProvider) {
        return new Assets(contextPath, mvcResourceUrlProvider);
    }

    /**
     * Off, though Spring Boot would have it: it looks for every link of every page in all jars, to see whether it is a file whose
     * name wants a hash, which was a quarter of the work of a page. Templates name assets by {@link Assets}.
     */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> linksStayAsTheyAre() {
        var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FigureTexts figureTexts(MessageSource messageSource) {
        return new FigureTexts(messageSource);
    }

    @Bean
    PagesDialect pagesDialect(FigureTexts figureTexts, Assets assets) {
        return new PagesDialect(figureTexts, assets);
    }

    @Bean
    AccentController accentController() {
        return new AccentController();
    }

    @Bean
    @ConditionalOnMissingBean
    ErrorAttributes errorAttributes() {
        return new ErrorReference();
    }

    /** Behind the filter that finds out whether the browser came by https, and around everything else. */
    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(PagesProperties properties) {
        var registration = new FilterRegistrationBean<>(new SecurityHeaders(properties.formTargets()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    WebMvcConfigurer pageAssets() {
        return new AssetConfiguration();
    }

    @Bean
    Shells shells(LocaleResolver localeResolver, ObjectProvider<ShellCustomizer> customizers) {
        return new Shells(localeResolver, customizers.orderedStream().toList());
    }

    @Bean
    WebMvcConfigurer pageShell(LocaleResolver localeResolver, Shells shells) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                if (localeResolver instanceof CookieLanguage chosen) {
                    registry.addInterceptor(new LanguageSwitch(chosen)).excludePathPatterns("/api/**", "/assets/**");
                }
                registry.addInterceptor(new ShellInterceptor(shells)).excludePathPatterns("/assets/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageAddressArgument());
            }

            /** Numbers as people type them, dates as {@code <input type="date">} sends them. */
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addFormatter(new FigureFormatter());
                var dates = new DateTimeFormatterRegistrar();
                dates.setUseIsoFormat(true);
                dates.registerFormatters(registry);
            }
        };
    }

    /** A word missing in a template fails the page instead of showing its key to the reader. */
    @Bean
    SmartInitializingSingleton strictMessages(SpringTemplateEngine templates, MessageSource messageSource) {
        return () -> templates.setTemplateEngineMessageSource(new StrictMessages(messageSource));
    }
}
