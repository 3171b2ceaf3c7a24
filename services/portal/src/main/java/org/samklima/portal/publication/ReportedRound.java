package org.samklima.portal.publication;

import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.AnsweredRound;

/**
 * A round of the edition's year.
 *
 * @param formVersion the version of the form that it asked with
 * @param before the round of the same form a year earlier, if there was one
 */
record ReportedRound(
        int formVersion, AnsweredRound now, @Nullable AnsweredRound before) {

    String form() {
        return now.form().code();
    }
}
