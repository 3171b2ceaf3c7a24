package org.samklima.portal.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.published.Edition;
import tools.jackson.databind.json.JsonMapper;

/**
 * The edition as it would be published at this moment.
 *
 * @param edition exactly what the public would get, but for the moment of publication; null where none can be made
 * @param obstacles what stands in the way of publishing it
 * @param warnings what a careful secretariat would look at first
 * @param fingerprint of what it says: publishing with it fails if anything has changed since it was looked at
 */
record Preview(@Nullable Edition edition, List<Obstacle> obstacles, List<Obstacle> warnings, String fingerprint) {

    /** Key of a message and its arguments. */
    record Obstacle(String key, List<Object> arguments) {

        static Obstacle of(String reason, Object... arguments) {
            return new Obstacle("publication.obstacle." + reason, Arrays.asList(arguments));
        }

        public Object[] argumentArray() {
            return arguments.toArray();
        }
    }

    static String fingerprint(Edition edition, JsonMapper json) {
        try {
            var content = json.writeValueAsString(EditionChanges.content(edition));
            var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
