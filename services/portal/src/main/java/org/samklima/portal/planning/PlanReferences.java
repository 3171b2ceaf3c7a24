package org.samklima.portal.planning;

import java.util.Set;
import java.util.UUID;

/** A bean by which another module says that it refers to parts of the plan, which then cannot be removed. */
public interface PlanReferences {

    /** Those of the goals and activities that something in the bound tenant refers to that must stay true. */
    Set<UUID> referredTo(Set<UUID> goalsAndActivities);
}
