package org.samklima.portal.indicators.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param refusal why the file as a whole cannot be read, if so
 * @param counts of rows and figures
 * @param kinds how many rows there are of each kind; together they are all rows
 * @param problemCount how many problems there are; one is enough, and nothing is imported
 * @param problems the first of them
 * @param noteCount how many remarks there are that prevent nothing
 * @param notes the first of them
 * @param leftOutMembers whom rows were about that were left out because nobody here is called so; the first of them
 * @param indicators codes of the indicators in the file
 * @param years of the figures in the file
 */
record ImportReport(
        @Nullable Refusal refusal,
        Counts counts,
        Map<RowKind, Integer> kinds,
        int problemCount,
        List<RowProblem> problems,
        int noteCount,
        List<RowProblem> notes,
        List<String> leftOutMembers,
        SortedSet<String> indicators,
        SortedSet<Integer> years) {

    @SuppressWarnings("NullAway") // reports of earlier versions, kept as JSON, do not have everything
    ImportReport {
        var inOrder = new EnumMap<RowKind, Integer>(RowKind.class);
        if (kinds != null) {
            inOrder.putAll(kinds);
        }
        kinds = Collections.unmodifiableMap(inOrder);
    }

    /** How many problems and notes a report shows; all of them can be had as CSV. */
    static final int SHOWN = 200;

    /** A message about the whole file. */
    record Refusal(String key, List<String> arguments) {}

    /**
     * @param rows rows in the file, blank ones left out
     * @param leftOut rows that the conditions leave out
     * @param aboutOthers rows left out because they are about somebody who is no member
     * @param blank cells for figures in which nothing stands, or a mark for a missing one
     * @param added figures that were not there before
     * @param same figures that were there already
     * @param replaced figures that take the place of another
     */
    record Counts(int rows, int leftOut, int aboutOthers, int blank, int added, int same, int replaced) {

        public int figures() {
            return added + same + replaced;
        }
    }

    static ImportReport refused(Refusal refusal) {
        return new ImportReport(
                refusal,
                new Counts(0, 0, 0, 0, 0, 0, 0),
                Map.of(),
                0,
                List.of(),
                0,
                List.of(),
                List.of(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet());
    }

    /** Whether everything in the file can be imported, and there is something. */
    @JsonIgnore
    public boolean isImportable() {
        return refusal == null && problemCount == 0 && counts.figures() > 0;
    }
}
