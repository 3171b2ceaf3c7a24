package org.samklima.published;

/** How much of a ranking a network shows: nobody stands on a public bottom rank unless the network chooses so. */
public enum Ranking {
    /** No ranks at all. */
    NONE,
    /** Ranks of the better half of those ranked. */
    BEST_HALF,
    /** Every rank, down to the last. */
    ALL
}
