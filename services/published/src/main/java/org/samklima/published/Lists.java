package org.samklima.published;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How every record of the contract treats its lists: absent is empty, and nobody alters them. */
final class Lists {

    private Lists() {}

    static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** For lists in which a gap is written as null. */
    static <T> List<@Nullable T> copyWithGaps(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
