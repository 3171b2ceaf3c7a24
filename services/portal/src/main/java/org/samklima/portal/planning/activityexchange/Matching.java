package org.samklima.portal.planning.activityexchange;

import static org.samklima.portal.planning.activityexchange.ActivityColumn.REFERENCE;
import static org.samklima.portal.planning.activityexchange.ActivityColumn.TITLE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.lists.ListRow;
import org.samklima.portal.planning.activities.Activity;
import org.samklima.portal.planning.lists.Shortened;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tables.Spelling;

/**
 * Which activity a row means: the one with its reference, else the one with its title. Where the list only exchanges the
 * references of activities, their titles say which is which.
 */
final class Matching {

    private final Map<String, Activity> byReference = new HashMap<>();
    private final Map<String, List<Activity>> byTitle;
    private final Map<UUID, Integer> rowOf = new HashMap<>();
    private final Map<String, Integer> rowOfNew = new HashMap<>();
    private final Map<ListRow, Activity> exchanged = new HashMap<>();

    Matching(List<Activity> activities, List<ListRow> rows) {
        activities.stream()
                .filter(activity -> !activity.plan().reference().isEmpty())
                .forEach(activity -> byReference.put(activity.plan().reference(), activity));
        byTitle = activities.stream().collect(Collectors.groupingBy(activity -> Spelling.fold(activity.title())));
        findExchanged(rows);
    }

    /** Rows that call one activity by the reference of another, as long as each of these gets a reference in the same way. */
    private void findExchanged(List<ListRow> rows) {
        rows.forEach(row -> {
            var referred = byReference.get(row.value(REFERENCE.role()));
            var titled = byTitle.getOrDefault(Spelling.fold(row.value(TITLE.role())), List.of());
            if (referred != null && titled.size() == 1 && titled.getFirst() != referred) {
                exchanged.put(row, titled.getFirst());
            }
        });
        while (exchanged.entrySet().removeIf(row -> !isExchanged(row.getKey(), row.getValue()))) {
            // One that falls out can take others along.
        }
    }

    private boolean isExchanged(ListRow row, Activity activity) {
        var referred = byReference.get(row.value(REFERENCE.role()));
        var own = activity.plan().reference();
        return exchanged.values().stream().filter(activity::equals).count() == 1
                && exchanged.containsValue(referred)
                && exchanged.keySet().stream()
                        .anyMatch(other -> other.value(REFERENCE.role()).equals(own));
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
        var reference = row.value(REFERENCE.role());
        var title = row.value(TITLE.role());
        var activity = exchanged.getOrDefault(row, reference.isEmpty() ? null : byReference.get(reference));
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
