package org.samklima.portal.planning.activityexchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samklima.portal.planning.activities.Activity;
import org.samklima.portal.planning.activities.Surroundings;
import org.samklima.portal.planning.fields.FieldNames;
import org.samklima.portal.tables.Spelling;

/**
 * What a list is read against, as it is now: asked once, however many rows there are.
 *
 * @param activities that are there
 * @param around what activities can refer to
 */
record Known(
        List<Activity> activities,
        Surroundings around,
        FieldNames fields,
        Responsibles responsibles,
        Map<String, UUID> goalsByTitle,
        ImportOptions options,
        ExchangeWords words) {

    Known(
            List<Activity> activities,
            Surroundings around,
            FieldNames fields,
            Responsibles responsibles,
            ImportOptions options,
            ExchangeWords words) {
        this(activities, around, fields, responsibles, byTitle(around.goals()), options, words);
    }

    private static Map<String, UUID> byTitle(Map<UUID, String> goals) {
        var byTitle = new HashMap<String, UUID>();
        goals.forEach((id, title) -> byTitle.putIfAbsent(Spelling.fold(title), id));
        return byTitle;
    }

    Optional<UUID> goal(String title) {
        return Optional.ofNullable(goalsByTitle.get(Spelling.fold(title)));
    }
}
