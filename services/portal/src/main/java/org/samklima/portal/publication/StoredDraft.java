package org.samklima.portal.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what is known of it.
 *
 * @param lockVersion rises with every change; 0 of a draft that nobody has saved yet
 * @param publishedVersion the highest version of the year ever published; 0 if there was none
 * @param changedBy null of a draft that nobody has saved yet
 */
record StoredDraft(
        int year,
        Draft draft,
        int lockVersion,
        int publishedVersion,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    StoredDraft with(Draft other) {
        return new StoredDraft(year, other, lockVersion, publishedVersion, changedBy, changedAt);
    }
}
