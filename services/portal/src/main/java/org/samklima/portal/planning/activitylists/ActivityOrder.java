package org.samklima.portal.planning.activitylists;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.samklima.pages.Sorting;

/**
 * In which order activities stand, as SQL about {@code activity a}. What is missing comes last, whichever way; what is the same
 * stands by title.
 */
final class ActivityOrder {

    static final List<String> COLUMNS = List.of(
            "reference",
            "title",
            "field",
            "status",
            "start",
            "end",
            "responsible",
            "logged",
            "effect",
            "planned",
            "spent");

    /** Along the years. */
    static final String BY_TIME = "coalesce(a.starts_on, a.ends_on), a.ends_on, a.id";

    /** On the board: what is late first, then what ends soonest. */
    static final String BY_URGENCY = Condition.LATE + " DESC, a.ends_on, a.starts_on, a.id";

    /** Numbers in references by their size: T2 before T10. PostgreSQL's \d* leaves the group the last ten digits. */
    private static final String NATURAL =
            "nullif(regexp_replace(regexp_replace(a.reference, '(\\d+)', '0000000000\\1', 'g'),"
                    + " '\\d*(\\d{10})', '\\1', 'g'), '')";

    private static final Set<String> LANGUAGES = Set.of("sv", "da", "de", "en");

    private ActivityOrder() {}

    static String of(Sorting sorting, Locale language) {
        var collation = " COLLATE \"%s-x-icu\""
                .formatted(LANGUAGES.contains(language.getLanguage()) ? language.getLanguage() : "und");
        var reference = NATURAL + collation;
        var title = "a.title" + collation;
        var keys =
                switch (sorting.column()) {
                    case "title" -> List.of(title);
                    case "field" -> List.of("array_position(:order, a.field_id)", reference, title);
                    case "status" ->
                        List.of(
                                "array_position(ARRAY['NOT_STARTED', 'ONGOING', 'POSTPONED', 'COMPLETED', 'CANCELLED'], a.status)",
                                title);
                    case "start" -> List.of("a.starts_on", title);
                    case "end" -> List.of("a.ends_on", title);
                    case "responsible" -> List.of("nullif(a.responsible, '')" + collation, title);
                    case "logged" -> List.of("a.last_logged_on", title);
                    case "effect" -> List.of("a.effect_tonnes", title);
                    case "planned" -> List.of(ActivityRow.PLANNED, title);
                    case "spent" -> List.of(ActivityRow.SPENT, title);
                    default -> List.of(reference, title);
                };
        var direction = sorting.descending() ? " DESC NULLS LAST" : " NULLS LAST";
        var rest = keys.subList(1, keys.size());
        return keys.getFirst() + direction
                + rest.stream().map(key -> ", " + key + " NULLS LAST").collect(Collectors.joining()) + ", a.id";
    }
}
