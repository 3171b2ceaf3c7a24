package org.samklima.portal.indicators;

/** Whose figure it is. An official one and the member's own of the same year stand side by side. */
public enum Origin {
    /** Official statistics, imported by an association. */
    OFFICIAL,
    /** Entered by the tenant that it is about. */
    OWN
}
