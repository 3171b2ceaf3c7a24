package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.NotationKey;
import org.samklima.published.Remark;

/**
 * Lays observations out as an edition holds them: a table for each indicator and sector, a row for each member, a column for
 * each year in which anybody has a figure. Where a member's own figure and the official one differ, the member's is shown
 * and the official one kept beside it; where they agree the figure is official. <em>Not estimated</em> does not put an
 * official figure aside.
 */
final class FigureTables {

    /** The two figures that one cell may have. */
    private record Cell(
            @Nullable Observed official, @Nullable Observed own) {

        Cell with(Observed observed) {
            return observed.own() ? new Cell(official, observed) : new Cell(observed, own);
        }

        Observed shown() {
            if (own == null || official == null) {
                return Objects.requireNonNull(own == null ? official : own);
            }
            return agree(own, official) || own.notation() == NotationKey.NE ? official : own;
        }

        @Nullable BigDecimal replaced() {
            return official == null || shown() == official ? null : published(official.value());
        }

        private static boolean agree(Observed one, Observed other) {
            return one.value() == null || other.value() == null
                    ? one.notation() == other.notation()
                    : one.value().compareTo(other.value()) == 0;
        }
    }

    private record TableKey(String indicator, @Nullable String sector) {}

    private final List<UUID> members;
    private final Function<UUID, String> memberKey;
    private final Map<TableKey, Map<UUID, SortedMap<Integer, Cell>>> tables = new LinkedHashMap<>();

    private FigureTables(List<UUID> members, Function<UUID, String> memberKey) {
        this.members = members;
        this.memberKey = memberKey;
    }

    /**
     * @param observations in the order in which the tables shall stand
     * @param members in the order in which the rows shall stand; figures of anyone else are left out
     */
    static List<FigureTable> of(Stream<Observed> observations, List<UUID> members, Function<UUID, String> memberKey) {
        var tables = new FigureTables(members, memberKey);
        observations.forEach(tables::add);
        return tables.tables.entrySet().stream()
                .map(table -> tables.table(table.getKey(), table.getValue()))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private void add(Observed observed) {
        tables.computeIfAbsent(new TableKey(observed.indicator(), observed.sector()), _ -> new LinkedHashMap<>())
                .computeIfAbsent(observed.member(), _ -> new TreeMap<>())
                .merge(observed.year(), new Cell(null, null).with(observed), (cell, _) -> cell.with(observed));
    }

    private FigureTable table(TableKey key, Map<UUID, SortedMap<Integer, Cell>> cells) {
        var present = members.stream().filter(cells::containsKey).toList();
        var years = present.stream()
                .flatMap(member -> cells.get(member).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var source = commonest(present.stream()
                .flatMap(member -> cells.get(member).values().stream())
                .toList());
        var rows = present.stream()
                .map(member -> row(member, cells.get(member), years, source))
                .toList();
        return new FigureTable(key.indicator, key.sector, List.copyOf(years), source, rows);
    }

    private FigureRow row(UUID member, SortedMap<Integer, Cell> cells, Collection<Integer> years, String ofTable) {
        var ofRow = commonest(cells.values());
        var values = new ArrayList<@Nullable BigDecimal>();
        var remarks = new ArrayList<Remark>();
        for (int year : years) {
            var cell = cells.get(year);
            values.add(cell == null ? null : published(cell.shown().value()));
            if (cell != null) {
                remark(year, cell, ofRow).ifPresent(remarks::add);
            }
        }
        return new FigureRow(memberKey.apply(member), ofRow.equals(ofTable) ? null : ofRow, values, remarks);
    }

    private static Optional<Remark> remark(int year, Cell cell, String ofRow) {
        var shown = cell.shown();
        var remark = new Remark(
                year,
                shown.notation(),
                shown.source().equals(ofRow) ? null : shown.source(),
                shown.explanation(),
                cell.replaced());
        return remark.equals(new Remark(year, null, null, null, null)) ? Optional.empty() : Optional.of(remark);
    }

    /** The source that most figures have; of equally common ones an official one, so that what deviates is the member's. */
    private static String commonest(Collection<Cell> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.shown().source(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(source -> !source.getKey().equals(ReportedFigures.SOURCE)))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** As exact as the contract of editions permits. */
    static @Nullable BigDecimal published(@Nullable BigDecimal value) {
        return value == null || value.scale() <= FigureRow.MAX_DECIMALS
                ? value
                : value.setScale(FigureRow.MAX_DECIMALS, RoundingMode.HALF_UP);
    }
}
