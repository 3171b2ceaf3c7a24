package org.samklima.pages;

import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** Gives a failure of ours a short reference that stands both on the reader's error page and in the log. */
final class ErrorReference extends DefaultErrorAttributes {

    static final String ATTRIBUTE = "reference";

    private static final Logger log = LoggerFactory.getLogger(ErrorReference.class);

    /** Without letters and digits that are mistaken for each other when read out. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

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
        log.error("Reference {}: {} failed", reference, path, getError(request));
        return reference;
    }

    private String next() {
        var signs = new StringBuilder();
        random.ints(4, 0, SIGNS.length()).forEach(index -> signs.append(SIGNS.charAt(index)));
        return signs.toString();
    }
}
