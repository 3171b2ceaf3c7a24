package org.samklima.overview.web;

import org.jspecify.annotations.Nullable;
import org.samklima.overview.shelf.Network;

/** The page will be here: the network has published nothing yet, or the shelf was not seen since this process started. */
class NothingYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Network network;

    /** @param network null if not even the networks are known */
    NothingYet(@Nullable Network network) {
        super("Nothing published yet", null, false, false);
        this.network = network;
    }

    @Nullable Network network() {
        return network;
    }
}
