package org.samklima.portal.tables;

/**
 * What a column may be to its reader.
 *
 * @param name in {@link ColumnMapping} and of its headings in {@code tables/headings.properties}, as in {@code member-code}
 * @param content what its cells must look like
 */
public record ColumnRole(String name, Content content) {

    public enum Content {
        /** Anything. */
        TEXT,
        /** Short and without spaces: a key of a register. */
        CODE,
        /** Figures. */
        NUMBER,
        /** Four digits of a year. */
        YEAR
    }
}
