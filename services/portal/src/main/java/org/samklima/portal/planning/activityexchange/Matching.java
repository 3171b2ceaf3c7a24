package org.samklima.portal.planning.activityexchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activities.Activity;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;

/** Which activity a row means: the one with its reference, else the one with its title. */
final class Matching {

    private final Map<String, Activity> byReference = new HashMap<>();
    private final Map<String, List<Activity>> byTitle;
    private final Map<UUID, Integer> rowOf = new HashMap<>();
    private final Map<String, Integer> rowOfNew = new HashMap<>();

    Matching(List<Activity> activities) {
        activities.stream()
                .filter(activity -> !activity.plan().reference().isEmpty())
                .forEach(activity -> byReference.put(activity.plan().reference(), activity));
        byTitle = activities.stream().collect(Collectors.groupingBy(activity -> Spelling.fold(activity.title())));
    }

    Set<String> references() {
        return byReference.keySet();
    }

    @Nullable Activity withReference(String reference) {
        return byReference.get(reference);
    }

    /**
     * Null for a row that means a new one.
     *
     * @throws Problem if several could be meant, or an earlier row means it
     */
    @Nullable Activity of(ListRow row) {
        var reference = row.value(ActivityColumn.REFERENCE.role());
        var title = row.value(ActivityColumn.TITLE.role());
        var activity = reference.isEmpty() ? null : byReference.get(reference);
        if (activity == null && !title.isEmpty()) {
            activity = titled(title, reference);
        }
        var earlier = activity != null
                ? rowOf.putIfAbsent(activity.id(), row.number())
                : reference.isEmpty() ? rowOfNew.putIfAbsent(Spelling.fold(title), row.number()) : null;
        if (earlier != null) {
            throw Problem.invalid("lists.duplicate", String.valueOf(earlier));
        }
        return activity;
    }

    /** Whatever has another reference is another one. */
    private @Nullable Activity titled(String title, String reference) {
        var titled = byTitle.getOrDefault(Spelling.fold(title), List.of()).stream()
                .filter(activity ->
                        reference.isEmpty() || activity.plan().reference().isEmpty())
                .toList();
        if (titled.size() > 1) {
            throw Problem.invalid("activityexchange.title-ambiguous", Shortened.of(title), titled.size());
        }
        return titled.isEmpty() ? null : titled.getFirst();
    }
}
