package org.samklima.portal.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored file without opening it.
 *
 * @param size in bytes
 * @param width of a picture, in pixels; null for what is none
 * @param height of a picture, in pixels; null for what is none
 */
public record StoredFile(
        UUID id,
        String name,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        String uploadedBy,
        Instant uploadedAt) {

    /** At least one. */
    public long kilobytes() {
        return Math.ceilDiv(size, 1000);
    }

    public boolean isPicture() {
        return width != null;
    }

    /** What sort of file it is, in the word that all languages share: PDF, XLSX. */
    public String kind() {
        return ContentKind.ofMediaType(mediaType)
                .map(kind -> kind == ContentKind.TEXT ? "TXT" : kind.name())
                .orElse("");
    }
}
