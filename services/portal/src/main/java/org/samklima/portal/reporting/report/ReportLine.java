package org.samklima.portal.reporting.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.PublishedRound;

/**
 * One line of the list of reports.
 *
 * @param id null while nobody began it
 * @param deadline the member's own
 * @param state null while nobody began it
 * @param isMember whether the tenant is a member of the network today
 * @param isTaken whether the network would take it now
 * @param completed questions answered, of those asked
 */
public record ReportLine(
        @Nullable UUID id,
        PublishedRound round,
        Deadline deadline,
        @Nullable ReportState state,
        int submittedVersion,
        boolean isMember,
        boolean isTaken,
        int completed,
        int asked) {

    /** Whether it is the member's turn: not begun, a draft, signed off or returned. */
    public boolean isDue() {
        return isTaken && (state == null || !state.isHandedIn());
    }

    /** How far it is, 0 to 100, rounded down: only a complete report has 100. */
    public int percent() {
        return asked == 0 ? 0 : completed * 100 / asked;
    }
}
