package org.samklima.overview.web;

import org.jspecify.annotations.Nullable;
import org.samklima.overview.shelf.Network;

/** There is no such page. Says what was missing, so that the reader gets a helpful one instead. */
class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Network network;

    /** @param network where to search on, if the address named one */
    NotFound(@Nullable Network network) {
        super("No such page", null, false, false);
        this.network = network;
    }

    @Nullable Network network() {
        return network;
    }
}
