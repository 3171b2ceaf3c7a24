package org.samklima.portal.planning.history;

import org.jspecify.annotations.Nullable;

/**
 * A fact that became different.
 *
 * @param before null where there was none
 * @param after null where there is none any more
 */
record FactChange(
        String fact, @Nullable Object before, @Nullable Object after) {}
