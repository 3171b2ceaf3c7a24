package org.samklima.published;

/**
 * Why there is no value, by the keys of the Global Protocol for Community-Scale Greenhouse Gas Inventories. A notation
 * key never enters a sum as zero.
 */
public enum NotationKey {
    /** Not occurring. Counts as complete. */
    NO,
    /** Not estimated. Does not count as complete. */
    NE,
    /** Included elsewhere. */
    IE,
    /** Confidential. */
    C
}
