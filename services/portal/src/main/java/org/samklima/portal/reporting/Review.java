package org.samklima.portal.reporting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The network's word on one version of a report: the content of {@value #KIND} on the members' shelf, addressed to the
 * member, with {@link #subject} as subject and the submission's version as version.
 *
 * @param message to the member as a whole; may be empty
 * @param reasons by question code, why it is returned
 * @param decidedBy the name of a person of the secretariat
 * @param scores what the report is worth, in the shape that evaluation gives them; null if there are none to tell
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Review(
        Outcome outcome,
        String message,
        Map<String, String> reasons,
        String decidedBy,
        Instant decidedAt,
        @Nullable JsonNode scores) {

    public static final String KIND = "review";

    public enum Outcome {
        ACCEPTED,
        RETURNED
    }

    public Review {
        reasons = Map.copyOf(reasons);
    }

    public static String subject(UUID roundId, UUID memberId) {
        return roundId + ":" + memberId;
    }

    public boolean isReturn() {
        return outcome == Outcome.RETURNED;
    }
}
