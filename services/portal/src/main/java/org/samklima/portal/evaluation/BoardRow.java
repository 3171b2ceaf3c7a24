package org.samklima.portal.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.Scores;
import org.samklima.portal.network.Member;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.RoundState;

/**
 * Where one member stands in a round.
 *
 * @param version the newest submitted; 0 if there is none
 * @param lastActivity of the member or the secretariat; null if nothing has happened
 * @param extended whether the member has a later deadline than the others
 * @param overdue whether the round still waits for the member though its deadline is past
 * @param accepting whether the member can hand in at this moment
 * @param scores of the newest submitted version
 */
record BoardRow(
        Member member,
        BoardState state,
        int version,
        @Nullable Instant lastActivity,
        Deadline deadline,
        boolean extended,
        boolean overdue,
        boolean accepting,
        @Nullable Scores scores) {

    static BoardRow of(Member member, ReceivedRound round, ScoreTable scores, Instant now) {
        var newest = round.newest(member.id());
        var state = state(newest, round.started().containsKey(member.id()));
        var deadline = round.deadlines().of(member.id());
        var extended = round.deadlines().extended().containsKey(member.id());
        var open =
                round.round().is(RoundState.OPEN) || extended && round.round().is(RoundState.CLOSED);
        return new BoardRow(
                member,
                state,
                newest == null ? 0 : newest.version(),
                newest == null ? round.started().get(member.id()) : activity(newest),
                deadline,
                extended,
                state.isAwaited() && deadline.isPast(now),
                open && !deadline.isPast(now),
                scores.of(member.id()).orElse(null));
    }

    boolean canBeReminded() {
        return state.isAwaited() && accepting;
    }

    private static BoardState state(@Nullable Received newest, boolean started) {
        if (newest == null) {
            return started ? BoardState.STARTED : BoardState.NOT_STARTED;
        }
        if (newest.review() == null) {
            return BoardState.SUBMITTED;
        }
        return newest.isAccepted() ? BoardState.ACCEPTED : BoardState.RETURNED;
    }

    private static Instant activity(Received newest) {
        return newest.review() == null ? newest.receivedAt() : newest.review().at();
    }
}
