package org.samklima.portal.planning.activities;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Ids;

/**
 * Something on the way that can be said to be reached.
 *
 * @param id null for a new one
 * @param dueOn null where it was left out, which is a flaw
 */
public record Milestone(
        @Nullable UUID id,
        String title,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate reachedOn) {

    static final int LONGEST_TITLE = 300;

    public Milestone {
        title = Cleaned.line(title);
    }

    /**
     * Each with an id of its own: the one it brings, else that of one called the same before, else a new one. So a list that
     * knows no ids changes milestones instead of making them anew.
     */
    static List<Milestone> identified(List<Milestone> milestones, List<Milestone> before) {
        var free = new HashMap<String, UUID>();
        before.forEach(milestone -> free.put(milestone.title, milestone.id));
        milestones.forEach(milestone -> free.values().remove(milestone.id));
        var taken = new HashSet<@Nullable UUID>();
        return milestones.stream()
                .map(milestone -> {
                    var id = milestone.id == null ? free.remove(milestone.title) : milestone.id;
                    var own = id == null || !taken.add(id) ? Ids.next() : id;
                    return new Milestone(own, milestone.title, milestone.dueOn, milestone.reachedOn);
                })
                .toList();
    }

    /** @throws Problem if it is reached already, or the day is still to come */
    Milestone reached(LocalDate on, LocalDate today) {
        if (reachedOn != null) {
            throw Problem.conflict("activities.milestone.reached-already", title, reachedOn);
        }
        if (on.isAfter(today)) {
            throw Problem.invalid("activities.flaw.reached-in-future");
        }
        return new Milestone(id, title, dueOn, on);
    }

    /** @throws Problem if it is not reached */
    Milestone reopened() {
        if (reachedOn == null) {
            throw Problem.conflict("activities.milestone.not-reached", title);
        }
        return new Milestone(id, title, dueOn, null);
    }

    public boolean isLate(LocalDate today) {
        return reachedOn == null && dueOn != null && dueOn.isBefore(today);
    }

    /** As the history tells it, in any language: {@code Title (2026-05-01 → 2026-05-12)}. */
    String told() {
        return title + " (" + dueOn + (reachedOn == null ? "" : " → " + reachedOn) + ")";
    }
}
