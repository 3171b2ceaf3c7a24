package org.samklima.published;

import org.jspecify.annotations.Nullable;

/** A page may link what stands here without looking: it leads to the web and never runs as script. */
final class WebAddress {

    private WebAddress() {}

    static void check(@Nullable String address) {
        if (address != null && !address.matches("(?i)https?://\\S+")) {
            throw new IllegalArgumentException("A published address starts with http:// or https://");
        }
    }
}
