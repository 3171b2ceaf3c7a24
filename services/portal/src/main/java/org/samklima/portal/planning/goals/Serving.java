package org.samklima.portal.planning.goals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which activities serve the bound tenant's goals. */
@Component
class Serving {

    private final ObjectProvider<ServingActivities> activities;

    Serving(ObjectProvider<ServingActivities> activities) {
        this.activities = activities;
    }

    /**
     * The activities that serve a goal.
     *
     * @param effect what those that were estimated save together, in tonnes of CO₂e a year
     * @param estimated how many those are
     */
    record Of(List<ServingActivity> activities, BigDecimal effect, int estimated) {}

    @Transactional(readOnly = true)
    Of of(UUID goal) {
        var all = activities.stream().flatMap(one -> one.of(goal).stream()).toList();
        var effects = all.stream()
                .map(ServingActivity::effectTonnes)
                .filter(Objects::nonNull)
                .toList();
        return new Of(all, effects.stream().reduce(BigDecimal.ZERO, BigDecimal::add), effects.size());
    }

    @Transactional(readOnly = true)
    Map<UUID, Integer> counts() {
        Map<UUID, Integer> counts = new HashMap<>();
        activities.forEach(one -> one.counts().forEach((goal, count) -> counts.merge(goal, count, Integer::sum)));
        return counts;
    }
}
