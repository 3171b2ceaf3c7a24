package org.samklima.portal.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.tenancy.Allowed;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.TenantApi;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The board of a round, as data. */
@TenantApi
@Allowed({Role.MANAGER, Role.STAFF, Role.BOARD})
class BoardApi {

    private final ReceivedRounds rounds;
    private final Reminding reminding;
    private final Clock clock;

    BoardApi(ReceivedRounds rounds, Reminding reminding, Clock clock) {
        this.rounds = rounds;
        this.reminding = reminding;
        this.clock = clock;
    }

    /**
     * A round's board.
     *
     * @param counts how many of all members are in each state
     * @param overdue how many of all members are
     * @param rows of the members that were asked for
     */
    record RoundBoard(
            UUID round,
            String name,
            int year,
            RoundState state,
            LocalDate deadline,
            int members,
            Map<BoardState, Long> counts,
            long overdue,
            List<BoardLine> rows) {}

    /**
     * One member on the board.
     *
     * @param version the newest submitted; 0 if there is none
     * @param deadline of this member; the day counts in full
     * @param total of the newest submitted version, as a fraction
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BoardLine(
            UUID member,
            String name,
            @Nullable String officialCode,
            @Nullable String peerGroup,
            BoardState state,
            boolean overdue,
            int version,
            @Nullable Instant lastActivity,
            LocalDate deadline,
            boolean extended,
            @Nullable BigDecimal total) {

        static BoardLine of(BoardRow row) {
            var scores = row.scores();
            return new BoardLine(
                    row.member().id(),
                    row.member().name(),
                    row.member().officialCode(),
                    row.member().peerGroup(),
                    row.state(),
                    row.overdue(),
                    row.version(),
                    row.lastActivity(),
                    row.deadline().day(),
                    row.extended(),
                    scores == null
                            ? null
                            : scores.total().map(ScoreSummary::rounded).orElse(null));
        }
    }

    /** Every member of a round with its state; filtered and sorted by the same parameters as the page. */
    @GetMapping("/rounds/{round}/board")
    RoundBoard board(@PathVariable UUID round, BoardView view) {
        var board = Board.of(rounds.get(round), clock.instant());
        var of = board.round().round();
        return new RoundBoard(
                of.id(),
                of.name(),
                of.year(),
                of.state(),
                of.deadline(),
                board.rows().size(),
                board.counts(),
                board.overdue(),
                view.of(board.rows()).stream().map(BoardLine::of).toList());
    }

    /** How many members are reminded. */
    record Reminded(int members) {}

    /**
     * Reminds those of the members asked for that have not submitted and still can; each person once a day at most. 409 if
     * there is nobody to remind.
     */
    @PostMapping("/rounds/{round}/reminders")
    @Allowed({Role.MANAGER, Role.STAFF})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reminded remind(@PathVariable UUID round, BoardView view) {
        return new Reminded(reminding.remind(round, view));
    }
}
