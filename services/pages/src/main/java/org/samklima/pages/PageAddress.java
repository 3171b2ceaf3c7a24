package org.samklima.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address a reader sees, as path and query: the page of a request, or the page that failed while its error is shown.
 *
 * @param path starts with exactly one slash, still encoded
 * @param query parameters as they came, still encoded
 */
record PageAddress(String path, List<String> query) {

    static PageAddress of(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return of(failed, (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING));
        }
        return of(request.getRequestURI(), request.getQueryString());
    }

    /** Leading slashes are made one: "//elsewhere" would lead a browser to another site. */
    private static PageAddress of(String path, @Nullable String query) {
        return new PageAddress(
                "/" + path.replaceFirst("^[/\\\\]+", ""),
                query == null || query.isEmpty() ? List.of() : Arrays.asList(query.split("&")));
    }

    String with(String parameter, String value) {
        var parameters = others(parameter);
        parameters.add(parameter + "=" + value);
        return written(parameters);
    }

    String without(String parameter) {
        return written(others(parameter));
    }

    private List<String> others(String parameter) {
        var others = new ArrayList<>(query);
        others.removeIf(pair -> pair.equals(parameter) || pair.startsWith(parameter + "="));
        return others;
    }

    private String written(List<String> parameters) {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
