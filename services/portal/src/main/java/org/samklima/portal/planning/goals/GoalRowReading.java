package org.samklima.portal.planning.goals;

import static org.samklima.portal.planning.goals.GoalColumn.BASELINE_VALUE;
import static org.samklima.portal.planning.goals.GoalColumn.BASELINE_YEAR;
import static org.samklima.portal.planning.goals.GoalColumn.DECIDED_BY;
import static org.samklima.portal.planning.goals.GoalColumn.DECIDED_ON;
import static org.samklima.portal.planning.goals.GoalColumn.DECISION_LINK;
import static org.samklima.portal.planning.goals.GoalColumn.DESCRIPTION;
import static org.samklima.portal.planning.goals.GoalColumn.DUE_ON;
import static org.samklima.portal.planning.goals.GoalColumn.FIELD;
import static org.samklima.portal.planning.goals.GoalColumn.INTERIM;
import static org.samklima.portal.planning.goals.GoalColumn.KIND;
import static org.samklima.portal.planning.goals.GoalColumn.MEASURE;
import static org.samklima.portal.planning.goals.GoalColumn.PER;
import static org.samklima.portal.planning.goals.GoalColumn.REACHED_ON;
import static org.samklima.portal.planning.goals.GoalColumn.SCENARIO;
import static org.samklima.portal.planning.goals.GoalColumn.TARGET_VALUE;
import static org.samklima.portal.planning.goals.GoalColumn.TARGET_YEAR;
import static org.samklima.portal.planning.goals.GoalColumn.TITLE;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.goals.GoalInput.Point;
import org.samklima.portal.planning.goals.MeasureNames.Measure;
import org.samklima.portal.planning.lists.RowCells;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.planning.lists.WrittenAmount;
import org.samklima.portal.planning.lists.WrittenDay;
import org.samklima.portal.planning.lists.YearsCell;
import org.samklima.portal.problem.Problem;

/** Writes what a row says over a goal, as {@link RowCells} do. */
final class GoalRowReading {

    private final RowCells cells;
    private final GoalDraft draft;
    private final GoalImportCheck.Known known;

    private GoalRowReading(ListRow row, GoalDraft draft, GoalImportCheck.Known known) {
        this.cells = new RowCells(row);
        this.draft = draft;
        this.known = known;
    }

    /** @return what cannot be understood */
    static List<Problem> read(ListRow row, GoalDraft draft, GoalImportCheck.Known known) {
        var reading = new GoalRowReading(row, draft, known);
        reading.read();
        return reading.cells.problems();
    }

    private void read() {
        List.of(TITLE, DESCRIPTION, DECIDED_BY, DECISION_LINK)
                .forEach(column -> cells.text(column.role(), draft.text(column), text -> draft.put(column, text)));
        cell(FIELD, known.fields()::find);
        cell(KIND, known::kind);
        cell(MEASURE, this::measure);
        cell(PER, text -> text.equals(draft.text(PER)) ? text : known.names().readIndicator(text));
        cell(BASELINE_YEAR, GoalRowReading::year);
        cell(BASELINE_VALUE, WrittenAmount::read);
        cell(TARGET_YEAR, GoalRowReading::year);
        cell(TARGET_VALUE, text -> WrittenAmount.read(text.replaceAll("\\s*%$", "")));
        cell(INTERIM, GoalRowReading::points);
        cell(SCENARIO, GoalRowReading::points);
        cell(DUE_ON, WrittenDay::last);
        cell(REACHED_ON, WrittenDay::last);
        cell(DECIDED_ON, WrittenDay::last);
    }

    private void cell(GoalColumn column, Function<String, @Nullable Object> meaning) {
        cells.cell(column.role(), text -> draft.put(column, meaning.apply(text)), () -> draft.put(column, null));
    }

    /** What a goal is measured by now may be something that nobody knows any more. */
    private Measure measure(String text) {
        var now = draft.measure();
        return now != null && now.written().equals(text) ? now : known.names().read(text);
    }

    private static Integer year(String text) {
        if (!text.matches("\\d{4}")) {
            throw Problem.invalid("planning.typed.not-a-year", Shortened.of(text));
        }
        return Integer.valueOf(text);
    }

    private static List<Point> points(String text) {
        return YearsCell.read(text).stream()
                .map(value -> new Point(value.year(), value.value()))
                .toList();
    }
}
