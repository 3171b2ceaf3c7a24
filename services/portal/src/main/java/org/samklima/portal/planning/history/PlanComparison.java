package org.samklima.portal.planning.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of a plan between two moments. Parts are the same by their id, whatever they are called.
 *
 * @param same how many parts are as they were
 */
record PlanComparison(List<PlanItem> added, List<PlanItem> removed, List<Changed> changed, int same) {

    /** @param item as it is afterwards */
    record Changed(PlanItem item, List<FactChange> changes) {}

    static PlanComparison of(List<PlanItem> before, List<PlanItem> after) {
        var earlier = byId(before);
        var later = byId(after);
        var changed = after.stream()
                .filter(item -> earlier.containsKey(item.id()))
                .map(item -> new Changed(item, earlier.get(item.id()).changesTo(item)))
                .toList();
        return new PlanComparison(
                after.stream().filter(item -> !earlier.containsKey(item.id())).toList(),
                before.stream().filter(item -> !later.containsKey(item.id())).toList(),
                changed.stream().filter(item -> !item.changes().isEmpty()).toList(),
                (int) changed.stream().filter(item -> item.changes().isEmpty()).count());
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static Map<UUID, PlanItem> byId(List<PlanItem> items) {
        var byId = new LinkedHashMap<UUID, PlanItem>();
        items.forEach(item -> byId.put(item.id(), item));
        return byId;
    }
}
