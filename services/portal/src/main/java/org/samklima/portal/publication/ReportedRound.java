package org.samklima.portal.publication;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.AnsweredRound;

/**
 * A round of the edition's year.
 *
 * @param round its id
 * @param formVersion the version of the form that it asked with
 * @param before the round of the same form a year earlier, if there was one
 */
record ReportedRound(
        UUID round,
        int formVersion,
        AnsweredRound now,
        @Nullable AnsweredRound before) {

    String form() {
        return now.form().code();
    }
}
