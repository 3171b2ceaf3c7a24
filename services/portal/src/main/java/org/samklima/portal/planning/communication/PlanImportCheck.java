package org.samklima.portal.planning.communication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Line;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.communication.schedule.Schedule;
import org.samklima.portal.planning.communication.schedule.ScheduleReading;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;

/** One look at a list of rows of the communication plan: what each would do. */
final class PlanImportCheck {

    private final List<Entry> entries;
    private final Set<String> columns;
    private final PhaseNames phases;
    private final Phase otherwise;

    private final List<Line> lines = new ArrayList<>();
    private final List<Wanted> added = new ArrayList<>();
    private final Map<UUID, Wanted> changed = new LinkedHashMap<>();
    private final Map<Object, Integer> rowOf = new HashMap<>();
    private final Map<String, Long> reached;

    /**
     * @param columns roles of the columns that the list has
     * @param otherwise the phase of rows that name none
     */
    PlanImportCheck(List<Entry> entries, Set<String> columns, PhaseNames phases, Phase otherwise, List<ListRow> rows) {
        this.entries = entries;
        this.columns = columns;
        this.phases = phases;
        this.otherwise = otherwise;
        this.reached = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> reached(row.value(PlanImport.PHASE), row.value(PlanImport.STAKEHOLDER)),
                        Collectors.counting()));
        rows.forEach(this::row);
    }

    /** What a row is to say from now on. */
    record Wanted(EntryText text, Schedule schedule) {}

    private void row(ListRow row) {
        var what = row.value(PlanImport.STAKEHOLDER);
        try {
            lines.add(line(row, what.isEmpty() ? row.value(PlanImport.MESSAGE) : what));
        } catch (Problem problem) {
            lines.add(Line.of(row, what, Outcome.WRONG, problem.messageKey(), problem.argumentTexts()));
        }
    }

    ListReport report() {
        return ListReport.tried(lines);
    }

    /** In the order of the list. */
    List<Wanted> added() {
        return added;
    }

    Map<UUID, Wanted> changed() {
        return changed;
    }

    private Line line(ListRow row, String what) {
        var phase = phase(row.value(PlanImport.PHASE));
        var entry = find(phase, row);
        var text = text(phase, row, entry);
        var twin = rowOf.putIfAbsent(entry == null ? key(text) : entry.id(), row.number());
        if (twin != null) {
            throw Problem.invalid("lists.duplicate", String.valueOf(twin));
        }
        var wanted = new Wanted(text, schedule(row, text, entry));
        if (entry == null) {
            added.add(wanted);
            return remarked(row, what, Outcome.NEW, wanted);
        }
        if (wanted.equals(new Wanted(entry.text(), entry.schedule()))) {
            return Line.of(row, what, Outcome.SAME);
        }
        changed.put(entry.id(), wanted);
        return remarked(row, what, Outcome.CHANGED, wanted);
    }

    private static Line remarked(ListRow row, String what, Outcome outcome, Wanted wanted) {
        return wanted.schedule.asksForDays()
                ? Line.of(row, what, outcome, "communication.import.when-not-understood", wanted.text.when())
                : Line.of(row, what, outcome);
    }

    private Phase phase(String name) {
        return name.isEmpty()
                ? otherwise
                : phases.find(name).orElseThrow(() -> Problem.invalid("communication.import.phase-unknown", name));
    }

    private EntryText text(Phase phase, ListRow row, @Nullable Entry entry) {
        var before = entry == null ? null : entry.text();
        return new EntryText(
                phase,
                row.value(PlanImport.STAKEHOLDER),
                value(row, PlanImport.MESSAGE, before == null ? "" : before.message()),
                value(row, PlanImport.CHANNEL, before == null ? "" : before.channel()),
                value(row, PlanImport.EFFECT, before == null ? "" : before.effect()),
                value(row, PlanImport.WHEN, before == null ? "" : before.when()),
                value(row, PlanImport.RESPONSIBLE, before == null ? "" : before.responsible()));
    }

    private String value(ListRow row, String role, String otherwise) {
        return columns.contains(role) ? row.value(role) : otherwise;
    }

    private Schedule schedule(ListRow row, EntryText text, @Nullable Entry entry) {
        boolean same = entry != null && entry.text().when().equals(text.when());
        var read = same && !entry.schedule().byHand() ? entry.schedule() : ScheduleReading.of(text.when());
        if (!columns.contains(PlanImport.DAYS)) {
            return same ? entry.schedule() : read;
        }
        var codes = Arrays.stream(row.value(PlanImport.DAYS).split("[;,\\s]+"))
                .filter(code -> !code.isEmpty())
                .toList();
        if (codes.isEmpty()) {
            return read;
        }
        if (same && entry.schedule().byHand() && entry.schedule().codes().equals(codes)) {
            return entry.schedule();
        }
        try {
            return Schedule.byCodes(codes, read);
        } catch (IllegalArgumentException noCode) {
            throw Problem.invalid("communication.import.days-unreadable", row.value(PlanImport.DAYS));
        }
    }

    /** By whom it reaches and with what; else by whom alone, if both the plan and the row leave no doubt. */
    private @Nullable Entry find(Phase phase, ListRow row) {
        var stakeholder = Spelling.fold(row.value(PlanImport.STAKEHOLDER));
        var reaching = entries.stream()
                .filter(entry -> entry.text().phase() == phase)
                .filter(entry -> Spelling.fold(entry.text().stakeholder()).equals(stakeholder))
                .toList();
        var message = Spelling.fold(row.value(PlanImport.MESSAGE));
        return reaching.stream()
                .filter(entry -> Spelling.fold(entry.text().message()).equals(message))
                .findFirst()
                .orElse(reaching.size() == 1 && isOnly(row) ? reaching.getFirst() : null);
    }

    private boolean isOnly(ListRow row) {
        return reached.getOrDefault(reached(row.value(PlanImport.PHASE), row.value(PlanImport.STAKEHOLDER)), 0L) == 1;
    }

    private static String reached(String phase, String stakeholder) {
        return Spelling.fold(phase) + "/" + Spelling.fold(stakeholder);
    }

    private static List<Object> key(EntryText text) {
        return List.of(text.phase(), Spelling.fold(text.stakeholder()), Spelling.fold(text.message()));
    }
}
