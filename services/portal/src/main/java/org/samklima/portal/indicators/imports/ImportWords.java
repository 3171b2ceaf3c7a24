package org.samklima.portal.indicators.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.samklima.portal.tables.CsvStyle;
import org.samklima.portal.tables.TableExport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what an import found in the reader's language. */
@Component
class ImportWords {

    private final MessageSource messages;

    ImportWords(MessageSource messages) {
        this.messages = messages;
    }

    public String problem(RowProblem problem, Locale language) {
        return messages.getMessage(problem.key(), problem.arguments().toArray(), language);
    }

    public String refusal(ImportReport.Refusal refusal, Locale language) {
        return messages.getMessage(refusal.key(), refusal.arguments().toArray(), language);
    }

    /** As CSV for a spreadsheet program, to be gone through row by row. */
    void writeProblems(OutputStream out, List<RowProblem> problems, Locale language) throws IOException {
        TableExport.csv(
                out,
                CsvStyle.SPREADSHEET,
                List.of(word("row", language), word("column", language), word("problem", language)),
                problems.stream()
                        .map(problem -> Arrays.<Object>asList(
                                problem.row(),
                                Objects.requireNonNullElse(problem.column(), ""),
                                problem(problem, language)))
                        .toList());
    }

    private String word(String what, Locale language) {
        return messages.getMessage("indicators.import.problems." + what, null, language);
    }
}
