package org.samklima.portal.planning.goals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A bean by which the activities say which of them serve a goal; asked in a transaction. */
public interface ServingActivities {

    /** Of one goal, in the order in which they are read. */
    List<ServingActivity> of(UUID goal);

    /** By goal, how many serve it; a goal that none serves is not there. */
    Map<UUID, Integer> counts();
}
