package org.samklima.portal.planning.fields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListReport;
import org.samklima.portal.lists.ListReport.Line;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.lists.RowCells;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;

/** One look at a list of fields of action: what each row would do. */
final class FieldImportCheck {

    private final FieldTree tree;
    private final FieldNames names;
    private final SectorWords words;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();

    FieldImportCheck(FieldTree tree, SectorWords words, List<ListRow> rows) {
        this.tree = tree;
        this.names = new FieldNames(tree, true);
        this.words = words;
        rows.forEach(this::row);
    }

    /**
     * A field that is new, or gets other sectors.
     *
     * @param before null for a new one
     * @param path its names from the top
     */
    record Wanted(@Nullable Field before, List<String> path, SortedSet<FieldSector> sectors) {}

    ListReport report() {
        return ListReport.tried(lines);
    }

    /** In the order of the list, but each after what it is a part of. */
    List<Wanted> wanted() {
        return wanted.stream()
                .sorted(Comparator.comparingInt(one -> one.path().size()))
                .toList();
    }

    private void row(ListRow row) {
        var what = Shortened.of(row.value(FieldImport.PATH));
        try {
            lines.add(line(row, what));
        } catch (Problem problem) {
            lines.add(Line.of(row, what, Outcome.WRONG, problem.messageKey(), problem.argumentTexts()));
        }
    }

    private Line line(ListRow row, String what) {
        var path = FieldNames.steps(row.value(FieldImport.PATH));
        if (path.isEmpty()) {
            throw Problem.invalid("fields.nameless");
        }
        path.forEach(name -> new Field.Terms(name, null, List.of()));
        var named = names.atPath(path);
        var twin = rowOf.putIfAbsent(named.path(), row.number());
        if (twin != null) {
            throw Problem.invalid("lists.duplicate", String.valueOf(twin));
        }
        var before = named.id() == null ? null : tree.find(named.id()).orElseThrow();
        var sectors = sectors(row, before);
        if (before == null) {
            wanted.add(new Wanted(null, path, sectors));
            return Line.of(row, what, Outcome.NEW, "activityexchange.becomes-field");
        }
        if (before.sectors().equals(sectors)) {
            return Line.of(row, what, Outcome.SAME);
        }
        wanted.add(new Wanted(before, path, sectors));
        return Line.of(row, what, Outcome.CHANGED, "fields.import.other-sectors");
    }

    private SortedSet<FieldSector> sectors(ListRow row, @Nullable Field before) {
        var sectors = new TreeSet<>(before == null ? List.<FieldSector>of() : before.sectors());
        var cells = new RowCells(row);
        cells.cell(
                FieldImport.SECTORS,
                text -> {
                    var read = words.read(text, List.copyOf(sectors));
                    sectors.clear();
                    sectors.addAll(read);
                },
                sectors::clear);
        cells.problems().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        return sectors;
    }
}
