package org.samklima.overview.shelf;

import java.util.Optional;

/** The shelf as it was last seen. Never waits and never asks the database. */
public interface Publications {

    /** Empty until the database was reached for the first time. */
    Optional<Shelf> shelf();
}
