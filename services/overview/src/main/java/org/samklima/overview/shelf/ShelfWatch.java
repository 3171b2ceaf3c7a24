package org.samklima.overview.shelf;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.shelf.PublishedDocuments.Key;
import org.samklima.published.Edition;
import org.samklima.published.NetworkProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Looks at the shelf once before the first request and every few seconds from then on, and reads what is new. While the
 * database is away the shelf stays as it was last seen. A document that cannot be read is left out and told in the log;
 * the others are shown.
 */
@Component
class ShelfWatch implements Publications, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ShelfWatch.class);

    private final PublishedDocuments documents;
    private final Clock clock;
    private final ShelfOrder order = new ShelfOrder();
    private volatile Map<Key, Optional<Object>> known = Map.of();
    private volatile @Nullable Shelf shelf;
    private volatile @Nullable Instant lastSeen;
    private volatile boolean away;

    ShelfWatch(PublishedDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Optional<Shelf> shelf() {
        return Optional.ofNullable(shelf);
    }

    /** How many documents there are; of how many networks; and how many of them cannot be read. */
    record Extent(int documents, int networks, int unreadable) {}

    Extent extent() {
        var documents = known.values();
        return new Extent(documents.size(), shelf == null ? 0 : shelf.networks().size(), (int)
                documents.stream().filter(Optional::isEmpty).count());
    }

    /** When the database last answered. */
    Optional<Instant> lastSeen() {
        return Optional.ofNullable(lastSeen);
    }

    boolean isDatabaseAway() {
        return away;
    }

    @Override
    public void afterSingletonsInstantiated() {
        look();
    }

    @Scheduled(
            fixedDelayString = "${samklima.overview.look-every}",
            initialDelayString = "${samklima.overview.look-every}")
    synchronized void look() {
        try {
            lookOrFail();
            lastSeen = clock.instant();
            if (away) {
                LOG.info("The database is back");
                away = false;
            }
        } catch (DataAccessException failure) {
            if (!away) {
                LOG.warn("The database is away; showing what was seen last", failure);
                away = true;
            }
        }
    }

    private void lookOrFail() {
        var present = documents.keys();
        if (shelf != null && present.equals(known.keySet())) {
            return;
        }
        var read = new HashMap<Key, Optional<Object>>();
        for (Key key : present) {
            Optional<Object> before = known.get(key);
            read.put(key, before == null ? read(key) : before);
        }
        known = read;
        shelf = order.of(read);
        LOG.info(
                "The shelf has {} documents of {} networks",
                read.size(),
                shelf.networks().size());
    }

    private Optional<Object> read(Key key) {
        try {
            return switch (key.kind()) {
                case NetworkProfile.KIND -> Optional.of(documents.read(key, NetworkProfile.class));
                case Edition.KIND -> Optional.of(edition(key));
                default -> throw new IllegalStateException("Nobody asked for " + key);
            };
        } catch (EmptyResultDataAccessException withdrawnMeanwhile) {
            return Optional.empty();
        } catch (JacksonException | IllegalArgumentException faulty) {
            LOG.error("Left out because it cannot be read: {}", key, faulty);
            return Optional.empty();
        }
    }

    private ReadableEdition edition(Key key) {
        Edition edition = documents.read(key, Edition.class);
        if (edition.format() > Edition.FORMAT) {
            throw new IllegalArgumentException("Written by a newer portal: format " + edition.format());
        }
        if (!key.subject().equals(String.valueOf(edition.year())) || key.version() != edition.version()) {
            throw new IllegalArgumentException("Its content is edition " + edition.year() + "." + edition.version());
        }
        return new ReadableEdition(edition);
    }
}
