package org.samklima.portal.planning.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samklima.portal.planning.history.PlanItem;

/** A bean by which a part of the plan that is ordered by fields of action says what they hold; asked in a transaction. */
public interface FieldContents {

    /** What it holds: {@code fields.holds.<kind>} are its words. */
    PlanItem.Kind kind();

    /** The page below the tenant that lists them and takes a field's id as {@code field}, as in {@code goals}. */
    String page();

    /** By field, how many there are; a field without any is not there. */
    Map<UUID, Integer> counts();

    /** Their titles, as many as are worth reading. */
    List<String> titles(UUID field, int limit);

    /** Puts all that a field holds into another, and notes it in the history. */
    void move(UUID from, UUID to);
}
