package org.samklima.portal.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.tables.Spelling;

/**
 * Which members of a board are looked at, and in which order: the parameters of its address.
 *
 * @param state any of these; none is all
 * @param overdue only those who are
 * @param group code of a peer group
 * @param q part of a name however it is spelled, or an official code
 * @param sort one of {@link #COLUMNS}, with a minus before it from the end; names if it is none
 */
record BoardView(
        Set<BoardState> state,
        @Nullable Boolean overdue,
        @Nullable String group,
        @Nullable String q,
        @Nullable String sort) {

    /** What a board can be sorted by. What is missing comes last, whichever way. */
    static final List<String> COLUMNS = List.of("name", "state", "version", "activity", "deadline", "score");

    BoardView {
        state = state == null
                ? Set.of()
                : state.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        group = group == null || group.isBlank() ? null : group;
        q = q == null || q.isBlank() ? null : q.strip();
    }

    public boolean isOverdueOnly() {
        return Boolean.TRUE.equals(overdue);
    }

    /** @param byName all rows, in the order of names */
    List<BoardRow> of(List<BoardRow> byName) {
        var shown = byName.stream().filter(this::shows).collect(Collectors.toList());
        var descending = sort != null && sort.startsWith("-");
        switch (descending ? sort.substring(1) : String.valueOf(sort)) {
            case "state" -> shown.sort(by(BoardRow::state, descending));
            case "version" -> shown.sort(by(BoardRow::version, descending));
            case "activity" -> shown.sort(by(BoardRow::lastActivity, descending));
            case "deadline" -> shown.sort(by(BoardRow::deadline, descending));
            case "score" -> shown.sort(by(BoardView::total, descending));
            default -> {
                return descending ? shown.reversed() : shown;
            }
        }
        return shown;
    }

    private boolean shows(BoardRow row) {
        return (state.isEmpty() || state.contains(row.state()))
                && (!isOverdueOnly() || row.overdue())
                && (group == null || group.equals(row.member().peerGroup()))
                && (q == null || isMeant(row, q));
    }

    private static boolean isMeant(BoardRow row, String q) {
        return q.equals(row.member().officialCode())
                || Spelling.fold(row.member().name()).contains(Spelling.fold(q));
    }

    private static <T extends Comparable<? super T>> Comparator<BoardRow> by(
            Function<BoardRow, @Nullable T> column, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(column, Comparator.nullsLast(order));
    }

    private static @Nullable Fraction total(BoardRow row) {
        var scores = row.scores();
        return scores == null ? null : scores.total().orElse(null);
    }
}
