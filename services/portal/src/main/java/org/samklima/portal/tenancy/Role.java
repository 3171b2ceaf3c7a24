package org.samklima.portal.tenancy;

/** What a person may do in one tenant. A person may have several roles, and others in other tenants. */
public enum Role {
    /** Looks after the tenant itself: people, settings, the audit trail. */
    MANAGER,
    /** Keeps the climate work alive and hands in the yearly report. */
    COORDINATOR,
    /** Answers the questions that are theirs. */
    CONTRIBUTOR,
    /** Sees where the municipality stands and signs the report off. */
    DECISION_MAKER,
    /** An association's secretariat: members, rounds, reviews, editions. */
    STAFF,
    /** An association's board: sees what the secretariat sees, changes nothing. */
    BOARD
}
