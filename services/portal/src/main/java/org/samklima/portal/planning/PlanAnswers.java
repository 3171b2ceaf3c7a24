package org.samklima.portal.planning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A bean by which a part of the plan offers itself as the answer to a question of a report. Asked in a transaction. */
public interface PlanAnswers {

    /** Which part of the plan. */
    enum Part {
        /** One goal at a time. */
        GOAL,
        /** One or several activities together. */
        ACTIVITIES
    }

    /**
     * Something to choose.
     *
     * @param about what helps to choose it: its field of action, its state
     */
    record Choice(UUID id, String title, String about) {}

    Part part();

    /** Everything that can be chosen in the bound tenant, in the order in which it is read. */
    List<Choice> choices(Locale language);

    /**
     * What these say now.
     *
     * @param year of the report: what was logged in it belongs to the answer
     * @return empty if one of them is gone
     */
    Optional<PlanAnswer> answer(List<UUID> items, int year, Locale language);
}
