package org.samklima.portal.indicators;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where figures come from.
 *
 * @param version of the statistics, or the method; empty if there is none to tell
 * @param url http or https
 * @param fileName of the file it was imported from
 * @param rowCount how many figures that import brought
 */
public record Source(
        UUID id,
        String name,
        String version,
        @Nullable String url,
        @Nullable String fileName,
        int rowCount,
        Instant importedAt) {

    /** As it stands under a figure. */
    public String label() {
        return version.isEmpty() ? name : name + ", " + version;
    }
}
