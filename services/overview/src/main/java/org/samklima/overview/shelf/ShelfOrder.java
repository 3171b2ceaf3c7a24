package org.samklima.overview.shelf;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.samklima.overview.reading.EditionId;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.shelf.PublishedDocuments.Key;
import org.samklima.published.NetworkProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts documents in order by network. A network of which nothing changed stays the same object. */
class ShelfOrder {

    private static final Logger LOG = LoggerFactory.getLogger(ShelfOrder.class);

    private final Map<UUID, Map<Key, Optional<Object>>> before = new HashMap<>();
    private final Map<UUID, Network> networks = new HashMap<>();
    private long stamps;

    Shelf of(Map<Key, Optional<Object>> documents) {
        var byNetwork = new HashMap<UUID, Map<Key, Optional<Object>>>();
        documents.forEach((key, document) ->
                byNetwork.computeIfAbsent(key.network(), _ -> new HashMap<>()).put(key, document));
        networks.keySet().retainAll(byNetwork.keySet());
        byNetwork.forEach((id, own) -> {
            if (!own.equals(before.put(id, own))) {
                network(id, own).ifPresentOrElse(network -> networks.put(id, network), () -> networks.remove(id));
            }
        });
        before.keySet().retainAll(byNetwork.keySet());
        return new Shelf(Collections.unmodifiableMap(bySlug()), ++stamps);
    }

    /** Empty where neither a profile nor an edition says how the network presents itself. */
    private Optional<Network> network(UUID id, Map<Key, Optional<Object>> documents) {
        var editions = new TreeMap<EditionId, ReadableEdition>();
        documents
                .values()
                .forEach(document -> document.filter(ReadableEdition.class::isInstance)
                        .map(ReadableEdition.class::cast)
                        .ifPresent(edition -> editions.put(edition.id(), edition)));
        return documents.entrySet().stream()
                .filter(document -> document.getValue().orElse(null) instanceof NetworkProfile)
                .max(Comparator.comparing(document -> document.getKey().version()))
                .map(document -> (NetworkProfile) document.getValue().orElseThrow())
                .or(() -> Optional.ofNullable(editions.lastEntry())
                        .map(newest -> newest.getValue().network()))
                .map(profile -> new Network(id, profile, Collections.unmodifiableNavigableMap(editions), ++stamps));
    }

    /** A slug belongs to one tenant; should two claim it, the one whose tenant is older keeps it. */
    private Map<String, Network> bySlug() {
        var bySlug = new TreeMap<String, Network>();
        networks.values().stream().sorted(Comparator.comparing(Network::id)).forEach(network -> {
            if (bySlug.putIfAbsent(network.slug(), network) != null) {
                LOG.error("Left out because another network has its slug: {}", network.id());
            }
        });
        return bySlug;
    }
}
