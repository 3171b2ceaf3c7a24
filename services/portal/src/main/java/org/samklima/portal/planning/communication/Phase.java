package org.samklima.portal.planning.communication;

/** Which of its two tables a row of the communication plan stands in. */
public enum Phase {
    LAUNCH,
    IMPLEMENTATION
}
