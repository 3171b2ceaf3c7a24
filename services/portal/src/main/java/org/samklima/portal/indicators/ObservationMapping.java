package org.samklima.portal.indicators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.NumberStyle;
import org.samklima.portal.tables.ReadingOptions;

/**
 * How a file of official statistics is to be understood. What is left out is guessed from the file, except where the figures
 * come from. The JSON of the API, of the page and of the database.
 *
 * @param reading encoding, delimiter, sheet and heading
 * @param columns from {@code member-code}, {@code member-name}, {@code year}, {@code sector}, {@code indicator} and
 *     {@code explanation} to a heading or a place such as {@code #3}
 * @param values the columns with figures: one, or for instance one for each year
 * @param indicator code of the indicator, where no column names it
 * @param year where neither a column nor the heading of the value's column names it
 * @param numbers how decimals are written
 * @param source where the figures come from
 * @param onExisting what to do with a figure that is there already and differs; {@code REPLACE} unless said otherwise
 * @param onUnknownMember what to do with a row about somebody else; {@code REPORT} unless said otherwise
 * @param conditions which rows to take; all unless said otherwise
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ObservationMapping(
        @Nullable ReadingOptions reading,
        Map<String, String> columns,
        List<ValueColumn> values,
        @Nullable String indicator,
        @Nullable Integer year,
        @Nullable NumberStyle numbers,
        @Nullable SourceDetails source,
        OnExisting onExisting,
        OnUnknownMember onUnknownMember,
        List<RowCondition> conditions) {

    static final String MEMBER_CODE = "member-code";
    static final String MEMBER_NAME = "member-name";
    static final String YEAR = "year";
    static final String SECTOR = "sector";
    static final String INDICATOR = "indicator";
    static final String VALUE = "value";
    static final String EXPLANATION = "explanation";

    /** What a column can be, the value's column included. */
    static final List<ColumnRole> ROLES = List.of(
            new ColumnRole(MEMBER_CODE, ColumnRole.Content.CODE),
            new ColumnRole(MEMBER_NAME, ColumnRole.Content.TEXT),
            new ColumnRole(YEAR, ColumnRole.Content.YEAR),
            new ColumnRole(SECTOR, ColumnRole.Content.TEXT),
            new ColumnRole(INDICATOR, ColumnRole.Content.TEXT),
            new ColumnRole(VALUE, ColumnRole.Content.NUMBER),
            new ColumnRole(EXPLANATION, ColumnRole.Content.TEXT));

    static final ObservationMapping EMPTY =
            new ObservationMapping(null, null, null, null, null, null, null, null, null, null);

    @SuppressWarnings("NullAway") // JSON may leave out what a caller in Java may not
    ObservationMapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        values = values == null ? List.of() : List.copyOf(values);
        onExisting = Objects.requireNonNullElse(onExisting, OnExisting.REPLACE);
        onUnknownMember = Objects.requireNonNullElse(onUnknownMember, OnUnknownMember.REPORT);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    /**
     * A column with figures.
     *
     * @param column heading or place
     * @param year of all its figures, where no column names the year
     * @param sector code of the sector of all its figures, where no column names it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueColumn(
            String column, @Nullable Integer year, @Nullable String sector) {}

    /**
     * Takes a row only if what stands in a column is, or is not, this text; case and punctuation do not count.
     *
     * @param column heading or place
     */
    record RowCondition(String column, Comparison comparison, String text) {

        enum Comparison {
            IS,
            IS_NOT
        }
    }

    enum OnExisting {
        REPLACE,
        /** Report it as a problem. */
        REPORT
    }

    enum OnUnknownMember {
        /** Report it as a problem. */
        REPORT,
        /** Leave the row out, and say how many were. */
        LEAVE_OUT
    }

    /** Whether a column plays the role. */
    boolean names(String role) {
        return columns.containsKey(role);
    }

    ReadingOptions readingOrAutomatic() {
        return Objects.requireNonNullElse(reading, ReadingOptions.AUTOMATIC);
    }

    ObservationMapping with(ReadingOptions reading, Map<String, String> columns, List<ValueColumn> values) {
        return new ObservationMapping(
                reading, columns, values, indicator, year, numbers, source, onExisting, onUnknownMember, conditions);
    }

    ObservationMapping withIndicator(@Nullable String indicator) {
        return new ObservationMapping(
                reading, columns, values, indicator, year, numbers, source, onExisting, onUnknownMember, conditions);
    }
}
