package org.samklima.portal.planning.activities;

import java.util.List;
import org.samklima.portal.planning.history.PlanItem;
import org.samklima.portal.planning.history.PlanItems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All activities, for freezing the plan and comparing it. */
@Component
class ActivityItems implements PlanItems {

    private final Activities activities;

    ActivityItems(Activities activities) {
        this.activities = activities;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<PlanItem> all() {
        var around = activities.surroundings();
        return activities.all().stream()
                .map(activity -> ActivityFacts.of(activity, around))
                .toList();
    }
}
