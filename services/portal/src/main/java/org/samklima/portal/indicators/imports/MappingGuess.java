package org.samklima.portal.indicators.imports;

import static org.samklima.portal.indicators.imports.ObservationMapping.INDICATOR;
import static org.samklima.portal.indicators.imports.ObservationMapping.ROLES;
import static org.samklima.portal.indicators.imports.ObservationMapping.SECTOR;
import static org.samklima.portal.indicators.imports.ObservationMapping.VALUE;
import static org.samklima.portal.indicators.imports.ObservationMapping.YEAR;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.indicators.imports.ObservationMapping.OnUnknownMember;
import org.samklima.portal.indicators.imports.ObservationMapping.ValueColumn;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.ColumnMapping;
import org.samklima.portal.tables.ColumnRole;
import org.samklima.portal.tables.Spelling;
import org.samklima.portal.tables.Table;

/** Completes what was said about a file with what the file shows. Shown to its user before anything is done with it. */
final class MappingGuess {

    private static final int SAMPLE = 50;
    private static final int DECISIVE = 1_000;

    private final Table table;
    private final Map<String, String> guessed;

    private MappingGuess(Table table) {
        this.table = table;
        this.guessed = new LinkedHashMap<>(ColumnMapping.guess(table, ROLES).columns());
    }

    /** @param ourselves whether the figures are about the bound tenant alone */
    static ObservationMapping complete(ObservationMapping given, Table table, boolean ourselves) {
        var report = KnownReport.of(table);
        return new MappingGuess(table)
                .complete(given)
                .orElse(
                        report.map(KnownReport::source).orElse(null),
                        report.isPresent() || ourselves ? OnUnknownMember.LEAVE_OUT : OnUnknownMember.REPORT,
                        report.isPresent() || !ourselves ? Origin.OFFICIAL : Origin.OWN);
    }

    private ObservationMapping complete(ObservationMapping given) {
        boolean columnsGiven = !given.columns().isEmpty() || !given.values().isEmpty();
        var columns = columnsGiven ? given.columns() : columns(given);
        var values = given.values().isEmpty() ? values(given, columns) : given.values();
        var completed = given.with(table.reading(), columns, values);
        return given.indicator() != null || columns.containsKey(INDICATOR)
                ? completed
                : completed.withIndicator(indicator(columns, values).orElse(null));
    }

    private Map<String, String> columns(ObservationMapping given) {
        Map<String, String> columns = new LinkedHashMap<>(guessed);
        columns.remove(VALUE);
        if (given.indicator() != null) {
            columns.remove(INDICATOR);
        }
        return columns;
    }

    /** One column of figures; or, where no column names the year, every column of figures whose heading does. */
    private List<ValueColumn> values(ObservationMapping given, Map<String, String> columns) {
        var sample = table.firstRows(SAMPLE);
        var free = table.columns().stream()
                .filter(column ->
                        !columns.containsValue(column.reference()) && !columns.containsValue(column.heading()))
                .filter(column -> ColumnRole.Content.NUMBER.isIn(column, sample))
                .toList();
        if (!columns.containsKey(YEAR) && given.year() == null) {
            var ofYears = ofYears(free);
            if (!ofYears.isEmpty()) {
                return ofYears;
            }
        }
        var value = guessed.get(VALUE);
        return free.stream()
                .filter(column -> column.reference().equals(value))
                .findFirst()
                .or(() -> free.isEmpty() ? Optional.empty() : Optional.of(free.getLast()))
                .map(column -> List.of(new ValueColumn(column.reference(), null, null)))
                .orElse(List.of());
    }

    private static List<ValueColumn> ofYears(List<Column> columns) {
        List<ValueColumn> values = new ArrayList<>();
        var years = new HashSet<Integer>();
        for (var column : columns) {
            if (column.year().isPresent()) {
                values.add(new ValueColumn(column.reference(), column.year().getAsInt(), null));
                if (!years.add(column.year().getAsInt())) {
                    return List.of();
                }
            }
        }
        return values;
    }

    /**
     * The shared indicator that the headings speak of, or else what stands above them; the one by sector only if a column names
     * the sector.
     */
    private Optional<String> indicator(Map<String, String> columns, List<ValueColumn> values) {
        var headings = values.stream()
                .map(value -> table.column(value.column()).heading())
                .toList();
        boolean bySector = columns.containsKey(SECTOR);
        return spokenOf(bySector, entry -> score(entry, headings))
                .or(() -> spokenOf(bySector, entry -> longestWord(entry.decisive(), KnownReport.textsAbove(table))));
    }

    private static Optional<String> spokenOf(boolean bySector, ToIntFunction<SharedCatalogue.Entry> score) {
        return SharedCatalogue.shipped().entries().stream()
                .filter(entry -> bySector == (entry.indicator().sectorList() != null))
                .map(entry -> Map.entry(entry.indicator().code(), score.applyAsInt(entry)))
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    private static int score(SharedCatalogue.Entry entry, List<String> headings) {
        int decisive = longestWord(entry.decisive(), headings);
        return decisive > 0 ? DECISIVE + decisive : longestWord(entry.headings(), headings);
    }

    private static int longestWord(List<String> words, List<String> texts) {
        var folded = " " + Spelling.fold(String.join(" ", texts)) + " ";
        return words.stream()
                .map(Spelling::fold)
                .filter(word -> folded.contains(" " + word + " "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
