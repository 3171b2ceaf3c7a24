package org.samklima.portal.lists;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListReport.Line;
import org.samklima.portal.lists.ListReport.Outcome;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.ColumnRole;
import org.springframework.http.HttpStatus;

/**
 * An import as its page shows it, by the fragments of {@code lists/import.html}.
 *
 * @param roles of the list's columns
 * @param upload what is being imported; null while there is nothing yet
 * @param report what would happen; null while there is nothing yet
 * @param refusal why there is no report
 */
public record ListPage(
        List<String> roles,
        @Nullable ListUpload upload,
        @Nullable ListReport report,
        @Nullable Refusal refusal) {

    /** Rows shown of each outcome; the rest is counted. */
    private static final int SHOWN = 500;

    /** What happened and what to do about it. */
    public record Refusal(String key, List<Object> arguments) {}

    public static ListPage blank(List<ColumnRole> roles) {
        return new ListPage(names(roles), null, null, null);
    }

    public static ListPage tried(List<ColumnRole> roles, ListUpload upload, ListReport report) {
        return new ListPage(names(roles), upload, report, null);
    }

    public static ListPage refused(List<ColumnRole> roles, Problem problem) {
        return new ListPage(names(roles), null, null, new Refusal(problem.messageKey(), List.of(problem.arguments())));
    }

    private static List<String> names(List<ColumnRole> roles) {
        return roles.stream().map(ColumnRole::name).toList();
    }

    public HttpStatus status() {
        return refusal != null || report != null && report.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    /** The reference of the column that plays a role, as {@code #3}; empty where none does. */
    public String column(String role) {
        var column = upload == null ? null : upload.columns().get(role);
        return column == null ? "" : "#" + (column + 1);
    }

    /**
     * The rows of one outcome.
     *
     * @param count of the rows
     * @param more how many lines there are besides those shown
     * @param lines the first of them
     * @param tone of the badge that counts them
     */
    public record Part(Outcome outcome, long count, long more, List<Line> lines, String tone) {

        public boolean isWrong() {
            return outcome == Outcome.WRONG;
        }
    }

    /** Every outcome that there is, what needs another look first. */
    public List<Part> parts() {
        return report == null
                ? List.of()
                : Stream.of(Outcome.WRONG, Outcome.NEW, Outcome.CHANGED, Outcome.SAME)
                        .filter(outcome -> report.count(outcome) > 0)
                        .map(outcome -> part(report, outcome))
                        .toList();
    }

    private static Part part(ListReport report, Outcome outcome) {
        var tone =
                switch (outcome) {
                    case WRONG -> "bad";
                    case NEW -> "good";
                    case CHANGED -> "running";
                    case SAME -> "neutral";
                };
        var lines = report.lines(outcome);
        return new Part(
                outcome,
                report.count(outcome),
                Math.max(0, lines.size() - SHOWN),
                lines.stream().limit(SHOWN).toList(),
                tone);
    }
}
