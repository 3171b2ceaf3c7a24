package org.samklima.pages;

import java.util.List;

/**
 * How a table is sorted, taken from its address: {@code ?sort=name}, or {@code ?sort=-name} from the end. Only named columns
 * count, so the column may be used to choose an ORDER BY, though never be pasted into one.
 *
 * @param column one of the columns the table can be sorted by
 * @param descending from the end
 * @param address of the page, to be kept by the links
 */
public record Sorting(String column, boolean descending, PageAddress address) {

    private static final String PARAMETER = "sort";

    /** @param columns that the table can be sorted by; the first one is the order when none or another is asked for */
    public static Sorting of(PageAddress address, List<String> columns) {
        var asked = address.value(PARAMETER).orElse("");
        boolean descending = asked.startsWith("-");
        var column = descending ? asked.substring(1) : asked;
        return columns.contains(column)
                ? new Sorting(column, descending, address)
                : new Sorting(columns.getFirst(), false, address);
    }

    /** Where the heading of a column leads: to its order, or to the reverse one if it is the order already. */
    public String href(String other) {
        boolean reverse = other.equals(column) && !descending;
        return address.without(Pagination.PARAMETER)
                .with(PARAMETER, reverse ? "-" + other : other)
                .toString();
    }

    /** The value of the heading's {@code aria-sort}. */
    public String aria(String other) {
        if (!other.equals(column)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }
}
