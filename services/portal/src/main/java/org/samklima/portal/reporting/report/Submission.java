package org.samklima.portal.reporting.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.reporting.Review;

/**
 * The member's own record of one version that it submitted.
 *
 * @param receipt the number that the network holds as well
 * @param review the network's word on it; null until it came
 */
public record Submission(
        int version,
        String receipt,
        String submittedBy,
        Instant submittedAt,
        @Nullable Review review) {}
