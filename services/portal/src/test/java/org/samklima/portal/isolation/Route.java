package org.samklima.portal.isolation;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method and a pattern that something is mapped to. */
public record Route(HttpMethod method, String pattern, HandlerMethod handler) {

    private static final Set<HttpMethod> ONLY_LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Everything that is mapped; a mapping that names no method is tried with two. */
    public static List<Route> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(
                                        mapping.getKey().getMethodsCondition().getMethods())
                                .map(method -> new Route(method, pattern, mapping.getValue()))))
                .toList();
    }

    private static Stream<HttpMethod> methods(Set<RequestMethod> named) {
        return named.isEmpty()
                ? Stream.of(HttpMethod.GET, HttpMethod.POST)
                : named.stream().map(RequestMethod::asHttpMethod);
    }

    public boolean isOfTenant() {
        return pattern.startsWith("/{tenant}") || pattern.startsWith("/api/v1/{tenant}");
    }

    public boolean isApi() {
        return pattern.startsWith("/api/");
    }

    public boolean changes() {
        return !ONLY_LOOKING.contains(method);
    }

    /** The route in one tenant, with an id that nothing has. */
    public URI in(String tenant) {
        return with(tenant, UUID.randomUUID().toString());
    }

    /** The route in one tenant, with this in the place of everything that varies. */
    public URI with(String tenant, String id) {
        return URI.create(pattern.replace("{tenant}", tenant)
                .replace("{hex:[0-9a-fA-F]{6}}", "0b5d4b")
                .replaceAll("\\{[^}]*}", id));
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
