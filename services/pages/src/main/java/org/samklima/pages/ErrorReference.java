package org.samklima.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives a failure of ours a short reference that stands both on the reader's error page and in the log. */
final class ErrorReference extends DefaultErrorAttributes {

    static final String ATTRIBUTE = "reference";

    private static final Logger log = LoggerFactory.getLogger(ErrorReference.class);

    /** Without letters and digits that are mistaken for each other when read out. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String ROUTE = ErrorReference.class.getName() + ".ROUTE";

    private final SecureRandom random = new SecureRandom();

    /** Looks at what was asked for, before the error page takes its place. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        request.setAttribute(ROUTE, request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return super.resolveException(request, response, handler, failure);
    }

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            attributes.put(ATTRIBUTE, reference(request, attributes.get("path")));
        }
        return attributes;
    }

    private String reference(WebRequest request, @Nullable Object path) {
        var name = ErrorReference.class.getName();
        if (request.getAttribute(name, RequestAttributes.SCOPE_REQUEST) instanceof String given) {
            return given;
        }
        var reference = next() + "-" + next();
        request.setAttribute(name, reference, RequestAttributes.SCOPE_REQUEST);
        log.error("Reference {}: {} failed", reference, route(request, path), getError(request));
        return reference;
    }

    /** An address can be a secret, so the log names the route; what failed before one was found, by how its address begins. */
    private static Object route(WebRequest request, @Nullable Object path) {
        var route = request.getAttribute(ROUTE, RequestAttributes.SCOPE_REQUEST);
        return route != null ? route : String.valueOf(path).replaceFirst("^(/[^/]*/).+", "$1…");
    }

    private String next() {
        var signs = new StringBuilder();
        random.ints(4, 0, SIGNS.length()).forEach(index -> signs.append(SIGNS.charAt(index)));
        return signs.toString();
    }
}
