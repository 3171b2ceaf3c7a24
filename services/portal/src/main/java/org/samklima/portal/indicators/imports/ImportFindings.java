package org.samklima.portal.indicators.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.imports.ImportPlan.PlannedValue;
import org.samklima.portal.tables.TableRow;

/** What a check of a file finds, as it goes on: rows and figures counted, problems and remarks noted, the first of them kept. */
final class ImportFindings {

    private static final int MEMBERS_NAMED = 50;

    private final Consumer<RowProblem> everyProblem;
    private final Map<RowKind, Integer> kinds = new EnumMap<>(RowKind.class);
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> notes = new ArrayList<>();
    private final Set<String> others = new LinkedHashSet<>();
    private int problemCount;
    private int noteCount;
    private int rows;
    private int blank;
    private int added;
    private int same;
    private int replaced;

    /** @param everyProblem hears of every problem, also of those that the report has no room for */
    ImportFindings(Consumer<RowProblem> everyProblem) {
        this.everyProblem = everyProblem;
    }

    void row(RowKind kind) {
        rows++;
        kinds.merge(kind, 1, Integer::sum);
    }

    int rows() {
        return rows;
    }

    void blank() {
        blank++;
    }

    void added() {
        added++;
    }

    void same() {
        same++;
    }

    void replaced() {
        replaced++;
    }

    void leftOut(String name) {
        if (others.size() < MEMBERS_NAMED) {
            others.add(name);
        }
    }

    void problem(TableRow row, @Nullable PlannedValue value, String code, Object... arguments) {
        problem(Misread.problem(row, value == null ? null : value.column(), code, arguments));
    }

    void problem(RowProblem problem) {
        if (problemCount++ < ImportReport.SHOWN) {
            problems.add(problem);
        }
        everyProblem.accept(problem);
    }

    int problemCount() {
        return problemCount;
    }

    void note(TableRow row, @Nullable PlannedValue value, String code, Object... arguments) {
        if (noteCount++ < ImportReport.SHOWN) {
            notes.add(Misread.problem(row, value == null ? null : value.column(), code, arguments));
        }
    }

    ImportReport report(SortedSet<String> indicators, SortedSet<Integer> years) {
        return new ImportReport(
                null,
                new ImportReport.Counts(
                        rows,
                        kinds.getOrDefault(RowKind.CONDITION, 0),
                        kinds.getOrDefault(RowKind.OTHER_PLACE, 0),
                        blank,
                        added,
                        same,
                        replaced),
                kinds,
                problemCount,
                List.copyOf(problems),
                noteCount,
                List.copyOf(notes),
                List.copyOf(others),
                indicators,
                years);
    }
}
