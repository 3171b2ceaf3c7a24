package org.samklima.overview.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.samklima.published.FigureRow;
import org.samklima.published.FigureTable;
import org.samklima.published.Member;
import org.samklima.published.Remark;

/**
 * All figures of one indicator, or of one sector of it: a number for each member and year, held as whole units of the
 * last decimal that occurs. Eight bytes a figure, and exact: nothing is rounded on the way in or out.
 */
public final class Grid {

    private static final long GAP = Long.MIN_VALUE;
    private static final short NO_ROW = -1;

    private final int[] years;
    private final int scale;
    private final long[] values;
    private final short tableSource;
    private final short[] sources;
    private final Map<Integer, Remark> remarks = HashMap.newHashMap(0);

    Grid(FigureTable table, int members, ToIntFunction<String> memberIndex, ToIntFunction<String> sourceIndex) {
        years = table.years().stream().mapToInt(Integer::intValue).toArray();
        scale = table.rows().stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(value -> value == null ? 0 : value.scale())
                .max()
                .orElse(0);
        values = new long[members * years.length];
        Arrays.fill(values, GAP);
        tableSource = (short) sourceIndex.applyAsInt(table.source());
        sources = new short[members];
        Arrays.fill(sources, NO_ROW);
        for (FigureRow row : table.rows()) {
            int member = memberIndex.applyAsInt(row.member());
            sources[member] = row.source() == null ? tableSource : (short) sourceIndex.applyAsInt(row.source());
            fill(member, row.values());
            row.remarks().forEach(remark -> remarks.put(cell(member, column(remark.year())), remark));
        }
    }

    private void fill(int member, List<@Nullable BigDecimal> row) {
        for (int column = 0; column < row.size(); column++) {
            BigDecimal value = row.get(column);
            if (value != null) {
                values[cell(member, column)] =
                        value.setScale(scale).unscaledValue().longValueExact();
            }
        }
    }

    private int cell(int member, int column) {
        return member * years.length + column;
    }

    /** The years that have a column, ascending. */
    public int[] years() {
        return years.clone();
    }

    private int column(int year) {
        return Arrays.binarySearch(years, year);
    }

    /** Null for a gap, whether the year has no column or the member no figure. */
    public @Nullable BigDecimal value(int member, int year) {
        int column = column(year);
        if (column < 0 || values[cell(member, column)] == GAP) {
            return null;
        }
        return plain(values[cell(member, column)], scale);
    }

    /** Without the zeros that only the scale of other figures brings. */
    private static BigDecimal plain(long units, int scale) {
        while (scale > 0 && units % 10 == 0) {
            units /= 10;
            scale--;
        }
        return BigDecimal.valueOf(units, scale);
    }

    public @Nullable Remark remark(int member, int year) {
        int column = column(year);
        return column < 0 ? null : remarks.get(cell(member, column));
    }

    /** The table again that this grid was made of; rows in the order of the members. */
    FigureTable published(String indicator, @Nullable String sector, List<Member> members, List<String> sourceCodes) {
        var rows = new ArrayList<FigureRow>();
        for (int member = 0; member < sources.length; member++) {
            if (sources[member] != NO_ROW) {
                rows.add(row(member, members.get(member).key(), sourceCodes));
            }
        }
        return new FigureTable(
                indicator, sector, Arrays.stream(years).boxed().toList(), sourceCodes.get(tableSource), rows);
    }

    private FigureRow row(int member, String key, List<String> sourceCodes) {
        var row = new ArrayList<@Nullable BigDecimal>(years.length);
        var remarked = new ArrayList<Remark>();
        for (int year : years) {
            row.add(value(member, year));
            Remark remark = remark(member, year);
            if (remark != null) {
                remarked.add(remark);
            }
        }
        String source = sources[member] == tableSource ? null : sourceCodes.get(sources[member]);
        return new FigureRow(key, source, row, remarked);
    }

    /** Index of the source of the member's figures, single years aside; -1 if it has none. */
    int source(int member) {
        return sources[member];
    }

    /** The last year in which the member has a figure. */
    public @Nullable Integer latestYear(int member) {
        for (int column = years.length - 1; column >= 0; column--) {
            if (values[cell(member, column)] != GAP) {
                return years[column];
            }
        }
        return null;
    }

    /** The last year in which any of the members has a figure. */
    public @Nullable Integer latestYear(int[] members) {
        Integer latest = null;
        for (int member : members) {
            Integer year = latestYear(member);
            if (year != null && (latest == null || year > latest)) {
                latest = year;
            }
        }
        return latest;
    }
}
