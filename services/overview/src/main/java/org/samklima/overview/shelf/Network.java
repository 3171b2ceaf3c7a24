package org.samklima.overview.shelf;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.samklima.overview.reading.EditionId;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.NetworkProfile;

/**
 * A network and its editions as they stand on the shelf. Whenever anything about it changes it becomes another network
 * with another {@link #stamp}, so that whatever was made of it can be kept by that stamp.
 *
 * @param editions ascending; may be empty before the first is published
 * @param stamp unique in this process
 */
public record Network(UUID id, NetworkProfile profile, NavigableMap<EditionId, ReadableEdition> editions, long stamp) {

    public String slug() {
        return profile.slug();
    }

    public Optional<ReadableEdition> newest() {
        return Optional.ofNullable(editions.lastEntry()).map(NavigableMap.Entry::getValue);
    }

    public Optional<ReadableEdition> edition(EditionId id) {
        return Optional.ofNullable(editions.get(id));
    }

    /** The newest version of a year's edition. */
    public Optional<ReadableEdition> newestOf(int year) {
        return Optional.ofNullable(editions.floorEntry(new EditionId(year, Integer.MAX_VALUE)))
                .map(NavigableMap.Entry::getValue)
                .filter(edition -> edition.id().year() == year);
    }

    /** The newest version of every year, latest year first. */
    public List<ReadableEdition> newestOfEachYear() {
        var byYear = new TreeMap<Integer, ReadableEdition>(Comparator.reverseOrder());
        editions.values().forEach(edition -> byYear.put(edition.id().year(), edition));
        return List.copyOf(byYear.values());
    }
}
