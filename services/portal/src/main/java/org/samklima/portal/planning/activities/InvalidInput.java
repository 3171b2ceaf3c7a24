package org.samklima.portal.planning.activities;

import java.util.List;
import org.samklima.portal.problem.Problem;
import org.springframework.validation.BindingResult;

/** What makes no sense, with every reason why; whoever hears of one reason only hears the first. */
final class InvalidInput extends Problem {

    private final transient List<Flaw> flaws;

    InvalidInput(List<Flaw> flaws) {
        super(Kind.INVALID, flaws.getFirst().key(), flaws.getFirst().arguments().toArray());
        this.flaws = List.copyOf(flaws);
    }

    List<Flaw> flaws() {
        return flaws;
    }

    /** Tells what is wrong at the field where it is wrong. */
    void reject(BindingResult errors) {
        for (var flaw : flaws) {
            errors.rejectValue(flaw.field(), flaw.key(), flaw.arguments().toArray(), null);
        }
    }
}
