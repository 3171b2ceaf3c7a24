package org.samklima.portal.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the plan has to say where a report asks.
 *
 * @param items the goal or the activities that it says it of, in the order in which they are named
 * @param title names them shortly, for whoever wants to know where an answer comes from
 * @param text in whole sentences, a line for each item
 * @param day that a question for a day may be answered with: of the decision, or by which a milestone is due
 * @param link to the minutes of the decision
 */
public record PlanAnswer(
        List<UUID> items,
        String title,
        String text,
        @Nullable LocalDate day,
        @Nullable String link) {

    public PlanAnswer {
        items = List.copyOf(items);
    }
}
