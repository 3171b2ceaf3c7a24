package org.samklima.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address a reader sees, as path and query: the page of a request, or the page that failed while its error is shown.
 * Links to the same page with another language, order or part are made from it.
 *
 * @param path starts with exactly one slash, still encoded
 * @param query parameters as they came, still encoded
 */
public record PageAddress(String path, List<String> query) {

    /** Leading slashes are made one: "//elsewhere" would lead a browser to another site. */
    public PageAddress {
        path = "/" + path.replaceFirst("^[/\\\\]+", "");
        query = List.copyOf(query);
    }

    public static PageAddress of(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return of(failed, (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING));
        }
        return of(request.getRequestURI(), request.getQueryString());
    }

    public static PageAddress of(String path, @Nullable String query) {
        return new PageAddress(path, query == null || query.isEmpty() ? List.of() : Arrays.asList(query.split("&")));
    }

    /** The first value of a parameter, decoded; empty also if it is not properly encoded. */
    public Optional<String> value(String parameter) {
        return query.stream()
                .filter(pair -> pair.startsWith(parameter + "="))
                .findFirst()
                .flatMap(pair -> decoded(pair.substring(parameter.length() + 1)));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** This address with the parameter set to this value only. */
    public PageAddress with(String parameter, String value) {
        var parameters = new ArrayList<>(without(parameter).query);
        parameters.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        return new PageAddress(path, parameters);
    }

    public PageAddress without(String parameter) {
        return new PageAddress(
                path,
                query.stream()
                        .filter(pair -> !pair.equals(parameter) && !pair.startsWith(parameter + "="))
                        .toList());
    }

    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
