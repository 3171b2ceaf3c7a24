package org.samklima.portal.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.reporting.SubmittedReport;

/**
 * One version of a member's report as it was received.
 *
 * @param receipt the number that the member holds as well
 * @param review the association's word on it, once there is one
 */
record Received(
        UUID member,
        int version,
        String receipt,
        Instant receivedAt,
        SubmittedReport report,
        @Nullable Decision review) {

    public boolean isAccepted() {
        return review != null && !review.isReturn();
    }
}
