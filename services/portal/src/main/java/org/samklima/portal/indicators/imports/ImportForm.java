package org.samklima.portal.indicators.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.imports.ObservationMapping.OnExisting;
import org.samklima.portal.indicators.imports.ObservationMapping.OnUnknownMember;
import org.samklima.portal.indicators.imports.ObservationMapping.RowCondition;
import org.samklima.portal.indicators.imports.ObservationMapping.Totals;
import org.samklima.portal.indicators.imports.ObservationMapping.Totals.Whole;
import org.samklima.portal.indicators.imports.ObservationMapping.ValueColumn;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.Delimiter;
import org.samklima.portal.tables.Encoding;
import org.samklima.portal.tables.NumberStyle;
import org.samklima.portal.tables.ReadingOptions;
import org.samklima.portal.tables.Table;
import org.springframework.util.MultiValueMap;

/** The page on which a file is matched, as it was filled in. Repeated fields stand in the order of columns or conditions. */
record ImportForm(MultiValueMap<String, String> fields) {

    /**
     * What the form says. Where it reads the file otherwise than before, the columns are others too, and are guessed anew.
     *
     * @param before the mapping that the form showed, complete
     * @param table as that mapping read it; null where it could not be read
     * @throws Problem if a field holds what no page offers
     */
    ObservationMapping mapping(ObservationMapping before, @Nullable Table table) {
        var reading = reading();
        boolean readOtherwise = table == null || !reading.equals(before.reading());
        var columns = readOtherwise ? Map.<String, String>of() : columns(table);
        return new ObservationMapping(
                reading,
                columns,
                readOtherwise ? List.of() : values(table, columns),
                readOtherwise && before.indicator() == null
                        ? null
                        : text("indicator").orElse(null),
                text("year").map(ImportForm::number).orElse(null),
                constant("numbers", NumberStyle.class).orElse(null),
                new SourceDetails(
                        fields.getFirst("sourceName"), fields.getFirst("sourceVersion"), fields.getFirst("sourceUrl")),
                constant("onExisting", OnExisting.class).orElse(OnExisting.REPLACE),
                constant("onUnknownMember", OnUnknownMember.class).orElse(null),
                readOtherwise ? List.of() : conditions(),
                constant("origin", Origin.class).orElse(null),
                totals(),
                text("place").orElse(null),
                text("comment").orElse(null));
    }

    private Totals totals() {
        return new Totals(
                text("totalWords").stream()
                        .flatMap(words -> Arrays.stream(words.split("[,;]")))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList(),
                constant("whole", Whole.class).orElse(Whole.TAKE));
    }

    private ReadingOptions reading() {
        return new ReadingOptions(
                constant("encoding", Encoding.class).orElse(null),
                constant("delimiter", Delimiter.class).orElse(null),
                text("sheet").orElse(null),
                text("headerRow").map(ImportForm::number).orElse(null),
                text("headerRows").map(ImportForm::number).orElse(null));
    }

    private Map<String, String> columns(Table table) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (var column : table.columns()) {
            var role = role(column);
            boolean known =
                    ObservationMapping.ROLES.stream().anyMatch(one -> one.name().equals(role));
            if (known && !role.equals(ObservationMapping.VALUE) && columns.put(role, column.reference()) != null) {
                throw Problem.invalid("indicators.import.role-twice");
            }
        }
        return columns;
    }

    /** Where no column names the year, a value's heading may; and so its sector. */
    private List<ValueColumn> values(Table table, Map<String, String> columns) {
        boolean yearsInHeadings =
                !columns.containsKey(ObservationMapping.YEAR) && text("year").isEmpty();
        return table.columns().stream()
                .filter(column -> role(column).equals(ObservationMapping.VALUE))
                .map(column -> new ValueColumn(
                        column.reference(),
                        yearsInHeadings && column.year().isPresent()
                                ? column.year().getAsInt()
                                : null,
                        null))
                .toList();
    }

    private String role(Column column) {
        var roles = fields.getOrDefault("role", List.of());
        return column.index() < roles.size() ? roles.get(column.index()) : "";
    }

    private List<RowCondition> conditions() {
        var columns = fields.getOrDefault("conditionColumn", List.of());
        var comparisons = fields.getOrDefault("conditionComparison", List.of());
        var texts = fields.getOrDefault("conditionText", List.of());
        List<RowCondition> conditions = new ArrayList<>();
        for (int i = 0; i < Math.min(columns.size(), Math.min(comparisons.size(), texts.size())); i++) {
            if (!columns.get(i).isBlank()) {
                conditions.add(new RowCondition(
                        columns.get(i), constant(comparisons.get(i), RowCondition.Comparison::valueOf), texts.get(i)));
            }
        }
        return conditions;
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.getFirst(field)).filter(text -> !text.isBlank());
    }

    private <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        return text(field).map(name -> constant(name, text -> Enum.valueOf(type, text)));
    }

    private static <E> E constant(String name, Function<String, E> read) {
        try {
            return read.apply(name);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("indicators.import.not-a-choice", name);
        }
    }

    private static int number(String text) {
        return constant(text.strip(), Integer::valueOf);
    }
}
