package org.samklima.portal.planning.activities;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's activities refer to and must not collide with, as it is now: asked once, however many activities are
 * looked at.
 *
 * @param today where the tenant is
 * @param fields of action by id, in the order of their tree, each by its path: "Transport / Cycling"
 * @param goals titles by id; also those that are archived
 * @param people names by id
 * @param references by which activities are called, and whose they are; grows while activities are added
 */
public record Surroundings(
        LocalDate today,
        Map<UUID, String> fields,
        Map<UUID, String> goals,
        Map<UUID, String> people,
        Map<String, UUID> references) {

    /** Whose reference it is; null if nobody's. */
    @Nullable UUID owner(String reference) {
        return references.get(reference);
    }

    /**
     * These activities give up references that they do not keep: for whoever changes many at once, so that two can exchange
     * theirs.
     *
     * @param before as they are
     * @param plans as they shall be, by id
     */
    public void givingUp(Collection<Activity> before, Map<UUID, ActivityPlan> plans) {
        for (var activity : before) {
            var reference = activity.plan().reference();
            var plan = plans.get(activity.id());
            if (plan != null && !plan.reference().equals(reference)) {
                references.remove(reference, activity.id());
            }
        }
    }

    /** The activity is one of them now: for whoever goes on with the next. */
    void joinedBy(Activity activity) {
        references.values().removeIf(activity.id()::equals);
        if (!activity.plan().reference().isEmpty()) {
            references.put(activity.plan().reference(), activity.id());
        }
    }
}
