package org.samklima.overview.shelf;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.EditionId;
import org.samklima.overview.reading.ReadableEdition;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What the address of a request names, as it is written there.
 *
 * @param edition a year, a year and a version, or null for the newest
 */
public record Addressed(
        @Nullable String language,
        @Nullable String network,
        @Nullable String edition) {

    public static Addressed by(WebRequest request) {
        var named =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof Map<?, ?> variables
                        ? variables
                        : Map.of();
        return new Addressed(
                (String) named.get("language"), (String) named.get("network"), (String) named.get("edition"));
    }

    public Optional<Network> networkOn(Shelf shelf) {
        return Optional.ofNullable(network).flatMap(shelf::network);
    }

    public Optional<ReadableEdition> editionOf(Network of) {
        if (edition == null) {
            return of.newest();
        }
        return edition.matches("\\d{4}")
                ? of.newestOf(Integer.parseInt(edition))
                : EditionId.parse(edition).flatMap(of::edition);
    }
}
