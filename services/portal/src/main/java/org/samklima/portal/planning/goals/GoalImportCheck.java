package org.samklima.portal.planning.goals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Line;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.fields.FieldNames;
import org.samklima.portal.planning.fields.FieldTree;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;

/** One look at a list of goals: what each row would do. */
final class GoalImportCheck {

    private final Known known;
    private final Map<String, List<Goal>> byTitle;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<GoalTerms> added = new ArrayList<>();
    private final Map<UUID, GoalTerms> changed = new LinkedHashMap<>();

    /**
     * What a list is read against, as it is now: asked once, however many rows there are.
     *
     * @param kinds by their names in all languages
     * @param heading what a column is called
     */
    record Known(
            List<Goal> goals,
            FieldTree tree,
            FieldNames fields,
            Measures measures,
            Map<String, GoalKind> kinds,
            Function<GoalColumn, String> heading) {

        MeasureNames names() {
            return new MeasureNames(measures.catalogue());
        }

        GoalKind kind(String word) {
            var kind = kinds.get(Spelling.fold(word));
            if (kind == null) {
                throw Problem.invalid("goals.import.kind-unknown", Shortened.of(word));
            }
            return kind;
        }
    }

    GoalImportCheck(Known known, List<ListRow> rows) {
        this.known = known;
        this.byTitle = known.goals().stream().collect(Collectors.groupingBy(goal -> Spelling.fold(goal.title())));
        rows.forEach(this::row);
    }

    ListReport report() {
        return ListReport.tried(lines);
    }

    /** Of new goals, in the order of the list, once the whole list is right. */
    List<GoalTerms> added() {
        return added;
    }

    Map<UUID, GoalTerms> changed() {
        return changed;
    }

    private void row(ListRow row) {
        var what = Shortened.of(row.value(GoalColumn.TITLE.role()));
        try {
            var before = find(row);
            var draft = before == null
                    ? GoalDraft.blank()
                    : GoalDraft.of(before, known.tree().path(before.terms().field()));
            var after = draft.copy();
            var problems = GoalRowReading.read(row, after, known);
            problems.forEach(problem -> wrong(row, what, problem));
            if (problems.isEmpty()) {
                lines.add(line(row, what, before, draft, after));
            }
        } catch (Problem problem) {
            wrong(row, what, problem);
        }
    }

    private void wrong(ListRow row, String what, Problem problem) {
        lines.add(Line.of(row, what, Outcome.WRONG, problem.messageKey(), problem.argumentTexts()));
    }

    private @Nullable Goal find(ListRow row) {
        var title = Spelling.fold(row.value(GoalColumn.TITLE.role()));
        if (title.isEmpty()) {
            throw Problem.invalid("goals.invalid.missing.title");
        }
        var twin = rowOf.putIfAbsent(title, row.number());
        if (twin != null) {
            throw Problem.invalid("lists.duplicate", String.valueOf(twin));
        }
        var called = byTitle.getOrDefault(title, List.of());
        if (called.size() > 1) {
            throw Problem.invalid("goals.import.title-ambiguous", called.size());
        }
        return called.isEmpty() ? null : called.getFirst();
    }

    private Line line(ListRow row, String what, @Nullable Goal before, GoalDraft draft, GoalDraft after) {
        var terms = after.input().terms();
        var field = after.field();
        boolean makesField = field != null && field.id() == null;
        if (before != null && !makesField && terms.equals(before.terms())) {
            return Line.of(row, what, Outcome.SAME);
        }
        GoalCheck.check(terms, known.measures());
        if (before == null) {
            added.add(terms);
            return field == null
                    ? Line.of(row, what, Outcome.NEW, "goals.import.new")
                    : Line.of(row, what, Outcome.NEW, "goals.import.new-in", field.path());
        }
        var seen = row.value(GoalColumn.VERSION.role());
        if (!seen.isEmpty() && !seen.equals(String.valueOf(before.lockVersion()))) {
            throw Problem.conflict("goals.import.changed-since");
        }
        changed.put(before.id(), terms);
        return Line.of(
                row,
                what,
                Outcome.CHANGED,
                "activityexchange.changes",
                draft.differencesTo(after).stream().map(known.heading()).collect(Collectors.joining(", ")));
    }
}
