package org.samklima.overview.shelf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything published at one moment. Immutable: a reader keeps one shelf for the whole of a request.
 *
 * @param bySlug networks in the order of their slugs
 * @param stamp unique in this process
 */
public record Shelf(Map<String, Network> bySlug, long stamp) {

    public List<Network> networks() {
        return List.copyOf(bySlug.values());
    }

    public Optional<Network> network(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }
}
