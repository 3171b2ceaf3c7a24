package org.samklima.overview.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the query of an address in a fixed order, leaving out what is not set: equal questions, equal addresses. */
final class Query {

    private final List<String> parameters = new ArrayList<>();

    Query with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.add(name + "=" + encode(value));
        }
        return this;
    }

    Query with(String name, List<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    List<String> parameters() {
        return List.copyOf(parameters);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
