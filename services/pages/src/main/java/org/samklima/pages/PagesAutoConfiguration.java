package org.samklima.pages;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
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

    @Bean
    PagesDialect pagesDialect(Assets assets) {
        return new PagesDialect(assets);
    }

    @Bean
    WebMvcConfigurer pageAssets() {
        return new AssetConfiguration();
    }

    @Bean
    WebMvcConfigurer pageShell(LocaleResolver localeResolver, ObjectProvider<ShellCustomizer> customizers) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                if (localeResolver instanceof CookieLanguage chosen) {
                    registry.addInterceptor(new LanguageSwitch(chosen)).excludePathPatterns("/api/**", "/assets/**");
                }
                registry.addInterceptor(new ShellInterceptor(
                                localeResolver, customizers.orderedStream().toList()))
                        .excludePathPatterns("/assets/**");
            }
        };
    }

    /** A word missing in a template fails the page instead of showing its key to the reader. */
    @Bean
    SmartInitializingSingleton strictMessages(SpringTemplateEngine templates, MessageSource messageSource) {
        return () -> templates.setTemplateEngineMessageSource(new StrictMessages(messageSource));
    }
}
