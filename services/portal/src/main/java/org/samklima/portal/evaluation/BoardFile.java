package org.samklima.portal.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Scores;
import org.samklima.portal.tables.TableDownload;
import org.springframework.context.MessageSource;

/** The board as a file. */
record BoardFile(Board board, BoardView view, MessageSource messages, Locale language, ZoneId zone) {

    TableDownload download() {
        var round = board.round().round();
        return TableDownload.of(
                word("board.file", round.year()),
                Stream.of(
                                "code",
                                "member",
                                "group",
                                "state",
                                "overdue",
                                "version",
                                "activity",
                                "deadline",
                                "points",
                                "maximum",
                                "total")
                        .map(column -> word("column." + column))
                        .toList(),
                view.of(board.rows()).stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(BoardRow row) {
        var scores = row.scores();
        return Arrays.asList(
                row.member().officialCode(),
                row.member().name(),
                row.member().peerGroup(),
                word("state." + row.state().name()),
                word(row.overdue() ? "yes" : "no"),
                row.version() == 0 ? null : row.version(),
                day(row),
                row.deadline().day(),
                scores == null ? null : scores.points(),
                scores == null ? null : scores.maximum(),
                scores == null ? null : percent(scores));
    }

    private @Nullable LocalDate day(BoardRow row) {
        var activity = row.lastActivity();
        return activity == null ? null : activity.atZone(zone).toLocalDate();
    }

    private static @Nullable BigDecimal percent(Scores scores) {
        return scores.total().map(total -> total.percent(1)).orElse(null);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage("evaluation." + key, arguments, language);
    }
}
