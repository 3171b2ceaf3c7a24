package org.samklima.portal.planning.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.NumberReading;

/**
 * Reads the cells of a row over what is there already. A blank cell leaves things as they are, a dash empties them; what cannot
 * be understood is noted, and the rest is read on, so that everything wrong in a row is said at once.
 */
public final class RowCells {

    private final ListRow row;
    private final List<Problem> problems = new ArrayList<>();

    public RowCells(ListRow row) {
        this.row = row;
    }

    /** What cannot be understood. */
    public List<Problem> problems() {
        return problems;
    }

    public String value(String role) {
        return row.value(role);
    }

    /** A text; one that stands there already is none to read, though it may be a dash. */
    public void text(String role, String now, Consumer<String> write) {
        if (!row.value(role).equals(now)) {
            cell(role, write, () -> write.accept(""));
        }
    }

    /**
     * @param write gets what stands there, and may refuse it with a {@link Problem}
     * @param empty for a dash
     */
    public void cell(String role, Consumer<String> write, Runnable empty) {
        var value = row.value(role);
        if (value.isEmpty()) {
            return;
        }
        try {
            if (NumberReading.MISSING_MARKS.contains(value)) {
                empty.run();
            } else {
                write.accept(value);
            }
        } catch (Problem problem) {
            problems.add(problem);
        }
    }
}
