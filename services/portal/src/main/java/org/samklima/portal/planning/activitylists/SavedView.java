package org.samklima.portal.planning.activitylists;

import java.util.UUID;
import org.samklima.pages.PageAddress;

/**
 * A filter that somebody gave a name.
 *
 * @param forEverybody or else only for whoever saved it
 * @param query of the address
 */
record SavedView(UUID id, String name, boolean forEverybody, Shape shape, String query) {

    /** @param tenant slug */
    public PageAddress in(String tenant) {
        return PageAddress.of("/" + tenant + shape.path(), query);
    }
}
