package org.samklima.portal.lists;

import java.util.Map;

/**
 * A row of a list, by what its columns mean.
 *
 * @param number where it stands in the file, counted from 1 as an editor or a spreadsheet shows it
 * @param values from the name of a column's role to what stands there; blank cells are left out
 */
public record ListRow(int number, Map<String, String> values) {

    public ListRow {
        values = Map.copyOf(values);
    }

    /** What stands in the column of that role; empty where nothing does or there is no such column. */
    public String value(String role) {
        return values.getOrDefault(role, "");
    }
}
