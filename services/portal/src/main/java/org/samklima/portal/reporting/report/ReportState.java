package org.samklima.portal.reporting.report;

/** Where a member's report stands. */
public enum ReportState {
    /** Being answered: before the first submission, or for the next. */
    DRAFT,
    /** A decision-maker stands behind the answers as they are; they are locked until submitted or reopened. */
    SIGNED_OFF,
    /** The network has it; nothing has been decided. */
    SUBMITTED,
    /** The network sent it back with reasons; being answered again. */
    RETURNED,
    /** The network accepted it. */
    ACCEPTED;

    /** Whether answers may change. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether the network waits for nothing from the member. */
    public boolean isHandedIn() {
        return this == SUBMITTED || this == ACCEPTED;
    }
}
