package org.samklima.portal.planning.activityexchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.samklima.portal.planning.activities.ActivityStatus;
import org.samklima.portal.tables.Spelling;

/**
 * What whoever imports a list decides about it.
 *
 * @param createFields whether fields of action that are missing are made
 * @param topRows what a row is that hangs on no other, in a list whose rows do
 * @param statuses what words of the list, or its colours, mean that the product does not know
 */
record ImportOptions(boolean createFields, TopRows topRows, Map<String, ActivityStatus> statuses) {

    static final ImportOptions NONE = new ImportOptions(false, TopRows.FIELDS, Map.of());

    private static final String CREATE_FIELDS = "create-fields";
    private static final String TOP_ROWS = "top-rows";
    private static final String WORD = "status-word-";
    private static final String MEANING = "status-of-";

    /** What a row is that hangs on no other. */
    enum TopRows {
        FIELDS,
        ACTIVITIES
    }

    ImportOptions {
        statuses = Map.copyOf(statuses);
    }

    /** From a page. */
    static ImportOptions of(Map<String, String> parameters) {
        var statuses = new LinkedHashMap<String, ActivityStatus>();
        parameters.forEach((name, word) -> {
            if (name.startsWith(WORD)) {
                status(parameters.getOrDefault(MEANING + name.substring(WORD.length()), ""))
                        .ifPresent(meaning -> statuses.put(word, meaning));
            }
        });
        return new ImportOptions(
                parameters.containsKey(CREATE_FIELDS),
                TopRows.ACTIVITIES.name().equals(parameters.get(TOP_ROWS)) ? TopRows.ACTIVITIES : TopRows.FIELDS,
                statuses);
    }

    private static Optional<ActivityStatus> status(String name) {
        for (var status : ActivityStatus.values()) {
            if (status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    Optional<ActivityStatus> status(String word, ExchangeWords words) {
        return statuses.entrySet().stream()
                .filter(meant -> Spelling.fold(meant.getKey()).equals(Spelling.fold(word)))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> words.status(word));
    }
}
