package org.samklima.portal.reporting.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.forms.AnswerError;
import org.samklima.portal.problem.Problem;

/** What came of an attempt to answer a question. */
public sealed interface Answered {

    /** It stands now, or stood so already. */
    record Saved(GivenAnswer given) implements Answered {}

    /** It does not suit the question; what stood there before still stands. */
    record Refused(List<AnswerError> errors) implements Answered {

        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Somebody else changed the answer in the meantime; theirs still stands.
     *
     * @param theirs null if they took it back to nothing at all
     */
    record Overtaken(@Nullable GivenAnswer theirs) implements Answered {}

    /** @throws Problem unless it was saved */
    default GivenAnswer orProblem() {
        return switch (this) {
            case Saved(var given) -> given;
            case Refused(var errors) ->
                throw Problem.invalid(
                        errors.getFirst().key(), errors.getFirst().arguments().toArray());
            case Overtaken(var theirs) ->
                throw theirs == null
                        ? Problem.conflict("problem.changed-meanwhile")
                        : Problem.conflict("reporting.answer.overtaken", theirs.changedBy(), theirs.revision());
        };
    }
}
