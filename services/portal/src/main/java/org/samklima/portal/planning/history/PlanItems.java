package org.samklima.portal.planning.history;

import java.util.List;

/** A bean by which a part of the plan tells all that it holds, for freezing and comparing. */
public interface PlanItems {

    /** Everything of its kind in the bound tenant, in the order in which it is read; asked in a transaction. */
    List<PlanItem> all();
}
