package org.samklima.portal.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.network.Member;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.ReminderDue;
import org.samklima.portal.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminding members by hand, all that are looked at in one go. */
@Component
class Reminding {

    private final ReceivedRounds rounds;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminding(ReceivedRounds rounds, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.rounds = rounds;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reminds those of the members shown that the round still waits for and that can still hand in. Each person is written to
     * once a day at most.
     *
     * @return how many members
     * @throws Problem if there is nobody to remind
     */
    @Transactional
    int remind(UUID roundId, BoardView shown) {
        var board = Board.of(rounds.get(roundId), clock.instant());
        var reminded = shown.of(board.rows()).stream()
                .filter(BoardRow::canBeReminded)
                .map(BoardRow::member)
                .toList();
        if (reminded.isEmpty()) {
            throw Problem.conflict("evaluation.remind.nobody");
        }
        reminded.forEach(member -> events.publishEvent(new ReminderDue(member.id(), Tenancy.tenantId(), roundId)));
        audit.record(
                "round.reminded",
                "round",
                roundId,
                Map.of("round", board.round().round().name(), "members", names(reminded)));
        return reminded.size();
    }

    private static List<String> names(List<Member> members) {
        return members.stream().map(Member::name).toList();
    }
}
