package org.samklima.portal.indicators.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.NumberStyle;
import org.samklima.portal.tables.ReadingOptions;

/**
 * How a file of figures is to be understood. What is left out is guessed from the file, except where the figures come from,
 * which is known only of reports that are recognised. The JSON of the API, of the page and of the database.
 *
 * @param reading encoding, delimiter, sheet and heading
 * @param columns from {@code member-code}, {@code member-name}, {@code county}, {@code year}, {@code sector}, {@code
 *     sub-sector}, {@code indicator}, {@code explanation}, {@code origin}, {@code source}, {@code source-version} and {@code
 *     source-url} to a heading or a place such as {@code #3}
 * @param values the columns with figures: one, or for instance one for each year
 * @param indicator code of the indicator, where no column names it
 * @param year where neither a column nor the heading of the value's column names it
 * @param numbers how decimals are written
 * @param source where the figures come from, if their rows do not say it
 * @param onExisting what to do with a figure that is there already and differs; {@code REPLACE} unless said otherwise
 * @param onUnknownMember what to do with a row about somebody else; {@code REPORT} unless said otherwise or the report is
 *     known to be about everybody. Where a municipality or region imports, such rows are always left out
 * @param conditions which rows to take; all unless said otherwise
 * @param origin whether the figures are official statistics or the tenant's own; an association's are official. Otherwise the
 *     tenant's own, unless a report is recognised or said otherwise
 * @param totals what to do with rows that are totals of others
 * @param place what the file calls the importing municipality or region, where its name is not enough
 * @param comment on every figure whose row has none
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
        @Nullable OnUnknownMember onUnknownMember,
        List<RowCondition> conditions,
        @Nullable Origin origin,
        Totals totals,
        @Nullable String place,
        @Nullable String comment) {

    static final String MEMBER_CODE = "member-code";
    static final String MEMBER_NAME = "member-name";
    static final String COUNTY = "county";
    static final String YEAR = "year";
    static final String SECTOR = "sector";
    static final String SUB_SECTOR = "sub-sector";
    static final String INDICATOR = "indicator";
    static final String VALUE = "value";
    static final String EXPLANATION = "explanation";
    static final String ORIGIN = "origin";
    static final String SOURCE = "source";
    static final String SOURCE_VERSION = "source-version";
    static final String SOURCE_URL = "source-url";

    /** What a column can be, the value's column included. */
    static final List<ColumnRole> ROLES = List.of(
            new ColumnRole(MEMBER_CODE, ColumnRole.Content.CODE),
            new ColumnRole(MEMBER_NAME, ColumnRole.Content.TEXT),
            new ColumnRole(COUNTY, ColumnRole.Content.TEXT),
            new ColumnRole(YEAR, ColumnRole.Content.YEAR),
            new ColumnRole(SECTOR, ColumnRole.Content.TEXT),
            new ColumnRole(SUB_SECTOR, ColumnRole.Content.TEXT),
            new ColumnRole(INDICATOR, ColumnRole.Content.TEXT),
            new ColumnRole(VALUE, ColumnRole.Content.NUMBER),
            new ColumnRole(EXPLANATION, ColumnRole.Content.TEXT),
            new ColumnRole(ORIGIN, ColumnRole.Content.TEXT),
            new ColumnRole(SOURCE, ColumnRole.Content.TEXT),
            new ColumnRole(SOURCE_VERSION, ColumnRole.Content.TEXT),
            new ColumnRole(SOURCE_URL, ColumnRole.Content.TEXT));

    static final ObservationMapping EMPTY =
            new ObservationMapping(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    @SuppressWarnings("NullAway") // JSON may leave out what a caller in Java may not
    ObservationMapping {
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        values = values == null ? List.of() : List.copyOf(values);
        onExisting = Objects.requireNonNullElse(onExisting, OnExisting.REPLACE);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        totals = totals == null ? Totals.AUTOMATIC : totals;
        place = place == null || place.isBlank() ? null : place.strip();
        comment = comment == null || comment.isBlank() ? null : comment.strip();
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

    /**
     * Rows that are totals of others. They are recognised by a word in the place of a place, a sector or a sub-sector. What is
     * in them is never counted beside what they are the totals of.
     *
     * @param words that stand for all; those that are usual where none is given
     * @param whole what to do with a row about all sectors
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Totals(List<String> words, Whole whole) {

        static final Totals AUTOMATIC = new Totals(List.of(), Whole.TAKE);

        enum Whole {
            /** It is the figure of the whole. */
            TAKE,
            LEAVE_OUT
        }

        @SuppressWarnings("NullAway") // JSON may leave out what a caller in Java may not
        Totals {
            words = words == null ? List.of() : List.copyOf(words);
            whole = Objects.requireNonNullElse(whole, Whole.TAKE);
        }
    }

    /** Whether a column plays the role. */
    boolean names(String role) {
        return columns.containsKey(role);
    }

    ReadingOptions readingOrAutomatic() {
        return Objects.requireNonNullElse(reading, ReadingOptions.AUTOMATIC);
    }

    OnUnknownMember onUnknownMemberOrReport() {
        return Objects.requireNonNullElse(onUnknownMember, OnUnknownMember.REPORT);
    }

    ObservationMapping with(ReadingOptions reading, Map<String, String> columns, List<ValueColumn> values) {
        return with(reading, columns, values, indicator, source, onUnknownMember, origin);
    }

    ObservationMapping withIndicator(@Nullable String indicator) {
        return with(reading, columns, values, indicator, source, onUnknownMember, origin);
    }

    /** What is not said yet as it is best said of such a file. */
    ObservationMapping orElse(@Nullable SourceDetails source, OnUnknownMember onUnknownMember, Origin origin) {
        return with(
                reading,
                columns,
                values,
                indicator,
                this.source == null || this.source.name() == null ? source : this.source,
                Objects.requireNonNullElse(this.onUnknownMember, onUnknownMember),
                Objects.requireNonNullElse(this.origin, origin));
    }

    private ObservationMapping with(
            @Nullable ReadingOptions reading,
            Map<String, String> columns,
            List<ValueColumn> values,
            @Nullable String indicator,
            @Nullable SourceDetails source,
            @Nullable OnUnknownMember onUnknownMember,
            @Nullable Origin origin) {
        return new ObservationMapping(
                reading,
                columns,
                values,
                indicator,
                year,
                numbers,
                source,
                onExisting,
                onUnknownMember,
                conditions,
                origin,
                totals,
                place,
                comment);
    }
}
