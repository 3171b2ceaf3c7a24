package org.samklima.portal.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Section;
import org.samklima.portal.tables.TableDownload;
import org.springframework.context.MessageSource;

/**
 * Scores as a file: for each section the points and the most there could have been.
 *
 * @param fallback the language to name a section in that has no name in the reader's
 */
record ScoreFile(ScoreList list, String fallback, MessageSource messages, Locale language) {

    TableDownload download() {
        return TableDownload.of(
                word("scores.file", list.round().year()),
                headings(),
                list.rows().stream().map(this::row).toList());
    }

    private List<String> headings() {
        var headings = new ArrayList<String>();
        for (var column : List.of("rank", "code", "member", "version", "accepted", "points", "maximum", "total")) {
            headings.add(word("column." + column));
        }
        for (Section section : list.sections()) {
            var title = section.title().in(language.getLanguage(), fallback);
            headings.add(word("column.section-points", title));
            headings.add(word("column.section-maximum", title));
        }
        return headings;
    }

    private List<@Nullable Object> row(ScoreList.Row row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.rank());
        cells.add(row.member().officialCode());
        cells.add(row.member().name());
        cells.add(row.version());
        cells.add(word(row.accepted() ? "yes" : "no"));
        cells.add(row.scores().points());
        cells.add(row.scores().maximum());
        cells.add(row.scores().total().map(total -> total.percent(1)).orElse(null));
        row.sections().forEach(score -> {
            cells.add(score == null ? null : score.points());
            cells.add(score == null ? null : score.maximum());
        });
        return cells;
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage("evaluation." + key, arguments, language);
    }
}
