package org.samklima.portal.indicators;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.ImportPlan.PlannedValue;
import org.samklima.portal.indicators.ObservationMapping.OnExisting;
import org.samklima.portal.indicators.ObservationMapping.OnUnknownMember;
import org.samklima.portal.network.MemberMatcher;
import org.samklima.portal.tables.NumberReading;
import org.samklima.portal.tables.TableRow;

/**
 * Goes through a file row by row and says what importing it would do: which figures it brings, and everything that speaks
 * against it. Changes nothing.
 */
final class ImportCheck {

    private static final int MEMBERS_NAMED = 50;

    private final ImportPlan plan;
    private final RowReading reading;
    private final Map<ObservationKey, Figure> present;
    private final Consumer<RowProblem> problems;

    private final Map<ObservationKey, Integer> rowByKey = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<RowProblem> firstProblems = new ArrayList<>();
    private final List<RowProblem> firstNotes = new ArrayList<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<String> bent = new HashSet<>();
    private int problemCount;
    private int noteCount;
    private int rows;
    private int leftOut;
    private int aboutOthers;
    private int blank;
    private int added;
    private int same;
    private int replaced;

    /** A figure to be imported. */
    record Entry(
            ObservationKey key, Figure figure, @Nullable String explanation) {

        Observation observation(Source source, @Nullable UUID by, Instant at) {
            return new Observation(
                    key.subject(),
                    key.indicator(),
                    key.sector().isEmpty() ? null : key.sector(),
                    key.year(),
                    figure,
                    explanation,
                    Origin.OFFICIAL,
                    source,
                    by,
                    at);
        }
    }

    /**
     * @param present the official figures that are there already
     * @param problems hears of every problem, also of those that the report has no room for
     */
    ImportCheck(
            ImportPlan plan,
            Catalogue catalogue,
            MemberMatcher members,
            Map<ObservationKey, Figure> present,
            int lastYear,
            Consumer<RowProblem> problems) {
        this.plan = plan;
        this.reading = new RowReading(plan, catalogue, members, lastYear);
        this.present = present;
        this.problems = problems;
    }

    void row(TableRow row) {
        rows++;
        if (!plan.takes(row)) {
            leftOut++;
            return;
        }
        if (plan.table().isLong(row)) {
            problem(
                    row,
                    null,
                    "too-many-fields",
                    row.cells().size(),
                    plan.table().columns().size());
            return;
        }
        if (plan.table().isShort(row)) {
            note(
                    row,
                    null,
                    "too-few-fields",
                    row.cells().size(),
                    plan.table().columns().size());
        }
        var filled =
                plan.values().stream().filter(value -> hasFigure(row, value)).toList();
        if (filled.isEmpty()) {
            return;
        }
        try {
            var subject = reading.subject(row);
            reading.bentName(row)
                    .filter(bent::add)
                    .ifPresent(name -> note(row, null, "taken-for", name, subject.name()));
            for (var value : filled) {
                figure(row, subject, value);
            }
        } catch (RowReading.AboutSomebodyElse stranger) {
            if (plan.onUnknownMember() == OnUnknownMember.LEAVE_OUT) {
                aboutOthers++;
                others.add(stranger.name());
            } else {
                report(stranger.problem());
            }
        } catch (RowReading.Misread misread) {
            report(misread.problem());
        }
    }

    private void figure(TableRow row, MemberMatcher.Known subject, PlannedValue value) {
        try {
            add(row, value, reading.entry(row, subject, value));
        } catch (RowReading.Misread misread) {
            report(misread.problem());
        }
    }

    /** A figure that is in the file twice is a problem even if both agree: one of the rows means something else. */
    private void add(TableRow row, PlannedValue value, Entry entry) {
        var earlier = rowByKey.putIfAbsent(entry.key(), row.number());
        if (earlier != null) {
            problem(row, value, "duplicate", earlier);
            return;
        }
        var before = present.get(entry.key());
        if (before == null) {
            added++;
        } else if (isSame(before, entry.figure())) {
            same++;
        } else if (plan.onExisting() == OnExisting.REPORT) {
            problem(row, value, "would-replace", shown(before), shown(entry.figure()));
            return;
        } else {
            replaced++;
        }
        entries.add(entry);
    }

    private boolean hasFigure(TableRow row, PlannedValue value) {
        var cell = row.cell(value.column().index());
        return switch (NumberReading.of(cell, value.style())) {
            case NumberReading.Blank nothing -> {
                blank++;
                yield false;
            }
            case NumberReading.Missing(var mark) -> {
                blank++;
                note(row, value, "missing", mark);
                yield false;
            }
            default -> true;
        };
    }

    private static boolean isSame(Figure one, Figure other) {
        return one instanceof Figure.Value(var before) && other instanceof Figure.Value(var after)
                ? before.compareTo(after) == 0
                : one.equals(other);
    }

    private static String shown(Figure figure) {
        return switch (figure) {
            case Figure.Value(var amount) -> amount.toPlainString();
            case Figure.Noted noted -> noted.key().name();
        };
    }

    private void problem(TableRow row, @Nullable PlannedValue value, String code, Object... arguments) {
        report(RowReading.problem(row, value == null ? null : value.column(), code, arguments));
    }

    private void report(RowProblem problem) {
        if (problemCount++ < ImportReport.SHOWN) {
            firstProblems.add(problem);
        }
        problems.accept(problem);
    }

    private void note(TableRow row, @Nullable PlannedValue value, String code, Object... arguments) {
        if (noteCount++ < ImportReport.SHOWN) {
            firstNotes.add(RowReading.problem(row, value == null ? null : value.column(), code, arguments));
        }
    }

    /** What is to be imported, if the report says that it can be. */
    List<Entry> entries() {
        return entries;
    }

    SourceDetails source() {
        return plan.source();
    }

    int rows() {
        return rows;
    }

    ImportReport report() {
        var indicators = new TreeSet<String>();
        var years = new TreeSet<Integer>();
        for (var entry : entries) {
            indicators.add(entry.key().indicator());
            years.add(entry.key().year());
        }
        return new ImportReport(
                null,
                new ImportReport.Counts(rows, leftOut, aboutOthers, blank, added, same, replaced),
                problemCount,
                List.copyOf(firstProblems),
                noteCount,
                List.copyOf(firstNotes),
                others.stream().filter(Objects::nonNull).limit(MEMBERS_NAMED).toList(),
                indicators,
                years);
    }
}
