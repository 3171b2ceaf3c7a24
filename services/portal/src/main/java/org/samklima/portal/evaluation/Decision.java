package org.samklima.portal.evaluation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.reporting.Review;

/**
 * The association's word on one version of a member's report.
 *
 * @param reasons by question code
 * @param by the name of a person of the secretariat
 */
record Decision(
        UUID member,
        int version,
        Review.Outcome outcome,
        String message,
        Map<String, String> reasons,
        String by,
        Instant at) {

    Decision {
        reasons = Map.copyOf(reasons);
    }

    public boolean isReturn() {
        return outcome == Review.Outcome.RETURNED;
    }
}
