package org.samklima.portal.indicators.imports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.TableRow;

/** Something in a row that cannot be understood. */
class Misread extends Exception {

    private static final String MESSAGES = "indicators.import.problem.";

    private final transient RowProblem problem;

    Misread(RowProblem problem) {
        super(problem.key(), null, false, false);
        this.problem = problem;
    }

    RowProblem problem() {
        return problem;
    }

    /** @param code of the message; {@code indicators.import.problem.<code>} is its text */
    static RowProblem problem(TableRow row, @Nullable Column column, String code, Object... arguments) {
        return new RowProblem(
                row.number(),
                column == null ? null : column.letter(),
                MESSAGES + code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
