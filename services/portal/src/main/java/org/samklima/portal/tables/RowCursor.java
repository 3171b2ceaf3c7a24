package org.samklima.portal.tables;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** Rows one after the other, without holding more than the one at hand. Faults surface as {@link UnreadableTable}. */
interface RowCursor extends Closeable {

    /** The next row that is not blank, or null after the last. */
    @Nullable TableRow next();

    @Override
    default void close() {}
}
