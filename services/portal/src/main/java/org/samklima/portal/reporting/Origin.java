package org.samklima.portal.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer was taken from, if it was not typed in.
 *
 * @param from the network whose report it stood in, the source of the figure, or what the goal or activities are called
 * @param year of that report, or of the figure
 * @param items ids of the goal or activities, or the code of the indicator (with a sector as in {@code ghg-sector/transport}):
 *     what it is taken from again when it is refreshed. Empty for other reports
 */
public record Origin(
        Source source,
        String from,
        int year,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> items) {

    /** What sort of place an answer was taken from. */
    public enum Source {
        /** The member's earlier report to the same network. */
        EARLIER_REPORT,
        /** The member's report to another network, by a shared question. */
        OTHER_NETWORK,
        /** Official statistics that the network published for the member. */
        OFFICIAL_FIGURE,
        /** What the member observed itself. */
        OWN_FIGURE,
        /** A goal of the member's plan. */
        GOAL,
        /** Activities of the member's plan. */
        ACTIVITIES;

        /** Whether the answer can be taken from there once more, as it is by then. */
        public boolean isRefreshable() {
            return this != EARLIER_REPORT && this != OTHER_NETWORK;
        }
    }

    /** Older answers were stored without items. */
    public Origin(Source source, String from, int year, @Nullable List<String> items) {
        this.source = source;
        this.from = from;
        this.year = year;
        this.items = items == null ? List.of() : List.copyOf(items);
    }

    public static Origin ofReport(Source source, String from, int year) {
        return new Origin(source, from, year, List.of());
    }
}
