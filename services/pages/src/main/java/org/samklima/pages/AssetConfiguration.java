package org.samklima.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Serves our own assets and the few library files we use, under {@code /assets/}, to be cached for ever. */
final class AssetConfiguration implements WebMvcConfigurer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(
                registry.addResourceHandler(Assets.PATH + "bootstrap/*"),
                library("org.webjars/bootstrap", "/webjars/bootstrap/%s/css/"));
        serve(
                registry.addResourceHandler(Assets.PATH + "htmx/*"),
                library("org.webjars.npm/htmx.org", "/webjars/htmx.org/%s/dist/"));
        serve(
                registry.addResourceHandler(Assets.PATH + "echarts/*"),
                library("org.mvnpm/echarts", "/_static/echarts/%s/dist/"));
        serve(registry.addResourceHandler(Assets.PATH + "**"), "classpath:/assets/");
    }

    private static void serve(ResourceHandlerRegistration handler, String location) {
        handler.addResourceLocations(location)
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Where a library's jar keeps its files; the version in that path is the one its Maven metadata tells. */
    private static String library(String artifact, String path) {
        var metadata = new ClassPathResource("META-INF/maven/" + artifact + "/pom.properties");
        var properties = new Properties();
        try (var in = metadata.getInputStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "classpath:/META-INF/resources" + path.formatted(properties.getProperty("version"));
    }
}
