package org.samklima.portal.evaluation;

import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Round;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the bound association's rounds were answered. */
@Component
public class Evaluations {

    private final ReceivedRounds rounds;

    Evaluations(ReceivedRounds rounds) {
        this.rounds = rounds;
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public AnsweredRound answered(UUID round, Basis basis) {
        return rounds.get(round).answered(basis);
    }

    /** The last earlier round of the same form, if there was one. */
    @Transactional(readOnly = true)
    public Optional<AnsweredRound> before(Round round, Basis basis) {
        return rounds.before(round).map(earlier -> earlier.answered(basis));
    }
}
