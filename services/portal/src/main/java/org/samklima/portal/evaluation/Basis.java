package org.samklima.portal.evaluation;

/** Which version of a member's report counts. */
public enum Basis {
    /** The newest that was accepted; a member whose report has not been accepted has none. */
    ACCEPTED,
    /** The newest that was submitted, whatever has become of it. */
    SUBMITTED
}
