package org.samklima.portal.lists;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListReport.Outcome;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What a program is told about its import.
 *
 * @param imported whether anything was done
 * @param rows of the list, in the file's order
 */
public record ListAnswer(
        boolean dryRun, boolean imported, long added, long changed, long same, long wrong, List<Row> rows) {

    /**
     * @param row its number in the file
     * @param code of the message; null where there is none
     * @param message in the language that the request asks for
     */
    public record Row(
            int row,
            String what,
            Outcome outcome,
            @Nullable String code,
            @Nullable String message) {}

    /** Puts reports into words. */
    @Component
    public static class Words {

        private final MessageSource messages;

        Words(MessageSource messages) {
            this.messages = messages;
        }

        /** 422 where a row is wrong and the list was to be imported. */
        public ResponseEntity<ListAnswer> answer(ListReport report, boolean dryRun, Locale language) {
            var answer = new ListAnswer(
                    dryRun,
                    report.imported(),
                    report.count(Outcome.NEW),
                    report.count(Outcome.CHANGED),
                    report.count(Outcome.SAME),
                    report.count(Outcome.WRONG),
                    report.lines().stream().map(line -> row(line, language)).toList());
            return ResponseEntity.status(dryRun || !report.isWrong() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                    .body(answer);
        }

        private Row row(ListReport.Line line, Locale language) {
            return line.messageKey().isEmpty()
                    ? new Row(line.row(), line.what(), line.outcome(), null, null)
                    : new Row(
                            line.row(),
                            line.what(),
                            line.outcome(),
                            line.messageKey(),
                            messages.getMessage(
                                    line.messageKey(), line.arguments().toArray(), language));
        }
    }
}
