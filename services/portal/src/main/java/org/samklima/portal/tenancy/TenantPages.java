package org.samklima.portal.tenancy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages that a tenant's main navigation leads to: those marked {@link InNavigation}, found by their mapping. */
@Component
public class TenantPages implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping mapping;
    private List<Entry> entries = List.of();

    TenantPages(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * A page in the navigation.
     *
     * @param path from the root of the server
     * @param text key of the link's text
     */
    public record Page(String path, String text) {}

    private record Entry(String path, InNavigation navigation, HandlerMethod handler) {}

    /** Those that exist in this tenant and that the person may see, in their order. */
    public List<Page> of(Tenant tenant, Actor person) {
        return entries.stream()
                .filter(entry -> Set.of(entry.navigation.kinds()).contains(tenant.kind()))
                .filter(entry -> AllowedInterceptor.isAllowed(entry.handler, person))
                .map(entry -> new Page("/" + tenant.slug() + entry.path, entry.navigation.value()))
                .toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        entries = mapping.getHandlerMethods().entrySet().stream()
                .filter(handler -> handler.getValue().hasMethodAnnotation(InNavigation.class))
                .flatMap(handler ->
                        handler.getKey().getPatternValues().stream().map(pattern -> entry(pattern, handler.getValue())))
                .sorted(Comparator.comparingInt(entry -> entry.navigation.order()))
                .toList();
    }

    private static Entry entry(String pattern, HandlerMethod handler) {
        var path = pattern.substring(TenantPath.PAGES.length());
        if (!pattern.startsWith(TenantPath.PAGES) || path.contains("{")) {
            throw new IllegalStateException("Navigation cannot lead to " + pattern);
        }
        return new Entry(path, handler.getMethodAnnotation(InNavigation.class), handler);
    }
}
