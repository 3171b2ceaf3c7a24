package org.samklima.portal.tables;

import java.util.Map;
import java.util.Optional;

/**
 * Which column plays which role, as guessed or as its user has decided. Also JSON, for the API.
 *
 * @param reading how the file is read
 * @param columns from the name of a {@link ColumnRole} to a heading or a reference such as {@code #5}
 */
public record ColumnMapping(ReadingOptions reading, Map<String, String> columns) {

    /** The mapping by which the table was read, with its columns guessed. */
    public static ColumnMapping guess(Table table, Iterable<ColumnRole> roles) {
        return new ColumnMapping(table.reading(), ColumnGuess.of(table, roles));
    }

    /**
     * The column of a role, if it has one.
     *
     * @throws UnreadableTable where the table has no such column
     */
    public Optional<Column> column(Table table, String role) {
        return Optional.ofNullable(columns.get(role))
                .filter(reference -> !reference.isBlank())
                .map(table::column);
    }
}
