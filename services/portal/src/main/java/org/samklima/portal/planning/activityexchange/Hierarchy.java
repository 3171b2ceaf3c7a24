package org.samklima.portal.planning.activityexchange;

import static org.samklima.portal.planning.activityexchange.ActivityColumn.PARENT;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.REFERENCE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activityexchange.ImportOptions.TopRows;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;

/**
 * What the rows of a list are, by the rows that they name as their parents: fields of action at the top, activities below
 * them, entries of their logs below these. In a list without such a column every row is an activity.
 */
final class Hierarchy {

    /** What a row becomes. */
    enum Kind {
        FIELD,
        ACTIVITY,
        ENTRY
    }

    /**
     * Where a row hangs.
     *
     * @param parent the row that it names; null where it names none of the list
     * @param outside what it names instead: an activity or a field of action that is there already; empty for nothing
     */
    record Place(Kind kind, @Nullable ListRow parent, String outside) {}

    private static final int DEEPEST = 10;

    private final boolean hasParents;
    private final TopRows topRows;
    private final Set<String> activitiesThere;
    private final Map<String, ListRow> byReference = new HashMap<>();

    /** @param activitiesThere references of activities that a row may hang on without their being in the list */
    Hierarchy(boolean hasParents, TopRows topRows, Set<String> activitiesThere, List<ListRow> rows) {
        this.hasParents = hasParents;
        this.topRows = topRows;
        this.activitiesThere = activitiesThere;
        rows.forEach(row -> byReference.putIfAbsent(row.value(REFERENCE.role()), row));
        byReference.remove("");
    }

    /** The first row with this row's reference: another one, if that stands there twice. */
    ListRow owner(ListRow row) {
        return byReference.getOrDefault(row.value(REFERENCE.role()), row);
    }

    /** @throws Problem if the row hangs on itself, or on an entry */
    Place place(ListRow row) {
        return place(row, 0);
    }

    private Place place(ListRow row, int depth) {
        if (!hasParents) {
            return new Place(Kind.ACTIVITY, null, "");
        }
        var named = row.value(PARENT.role());
        if (named.isEmpty()) {
            return new Place(topRows == TopRows.FIELDS ? Kind.FIELD : Kind.ACTIVITY, null, "");
        }
        var parent = byReference.get(named);
        if (parent == null) {
            return new Place(activitiesThere.contains(named) ? Kind.ENTRY : Kind.ACTIVITY, null, named);
        }
        if (depth > DEEPEST) {
            throw Problem.invalid("activityexchange.parent-knot", Shortened.of(named));
        }
        return switch (place(parent, depth + 1).kind) {
            case FIELD -> new Place(Kind.ACTIVITY, parent, "");
            case ACTIVITY -> new Place(Kind.ENTRY, parent, "");
            case ENTRY -> throw Problem.invalid("activityexchange.parent-is-entry", Shortened.of(named));
        };
    }
}
