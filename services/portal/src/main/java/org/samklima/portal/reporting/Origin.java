package org.samklima.portal.reporting;

/**
 * Where an answer was taken from, if it was not typed in.
 *
 * @param from the network whose report it stood in, or the source of the figure
 * @param year of that report, or of the figure
 */
public record Origin(Source source, String from, int year) {

    /** What sort of place an answer was taken from. */
    public enum Source {
        /** The member's earlier report to the same network. */
        EARLIER_REPORT,
        /** The member's report to another network, by a shared question. */
        OTHER_NETWORK,
        /** Official statistics that the network published for the member. */
        OFFICIAL_FIGURE,
        /** What the member observed itself. */
        OWN_FIGURE
    }
}
