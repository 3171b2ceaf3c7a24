package org.samklima.portal.evaluation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every member of a round with its state: whoever has not reported is there as well, and stays there when the deadline is
 * past.
 *
 * @param rows by name
 */
record Board(ReceivedRound round, List<BoardRow> rows) {

    static Board of(ReceivedRound round, Instant now) {
        var scores = new ScoreTable(round.reports(Basis.SUBMITTED));
        return new Board(
                round,
                round.members().stream()
                        .map(member -> BoardRow.of(member, round, scores, now))
                        .toList());
    }

    /** How many members are in each state. */
    Map<BoardState, Long> counts() {
        var counts = new EnumMap<BoardState, Long>(BoardState.class);
        for (var state : BoardState.values()) {
            counts.put(state, count(state));
        }
        return counts;
    }

    public long count(BoardState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    public long accepted() {
        return count(BoardState.ACCEPTED);
    }

    public long overdue() {
        return rows.stream().filter(BoardRow::overdue).count();
    }

    /** How many have submitted at all, whatever became of it. */
    public long submitted() {
        return rows.stream().filter(row -> row.version() > 0).count();
    }
}
