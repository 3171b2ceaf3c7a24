package org.samklima.portal.planning.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.samklima.portal.planning.history.PlanItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What uses the bound tenant's fields of action. */
@Component
class FieldUse {

    /** Whoever holds more than this can look at the list itself. */
    private static final int TITLES = 12;

    private final ObjectProvider<FieldContents> contents;

    FieldUse(ObjectProvider<FieldContents> contents) {
        this.contents = contents;
    }

    /**
     * How many things of a kind a field holds.
     *
     * @param page below the tenant that lists them
     */
    record Held(PlanItem.Kind kind, String page, int count) {}

    /** By kind, then by field. */
    record Counts(List<Kind> kinds) {

        record Kind(PlanItem.Kind kind, String page, Map<UUID, Integer> byField) {}

        public List<Held> of(UUID field) {
            return kinds.stream()
                    .flatMap(one -> Stream.ofNullable(one.byField().get(field))
                            .map(count -> new Held(one.kind(), one.page(), count)))
                    .toList();
        }
    }

    @Transactional(readOnly = true)
    Counts counts() {
        return new Counts(contents.orderedStream()
                .map(kind -> new Counts.Kind(kind.kind(), kind.page(), kind.counts()))
                .toList());
    }

    /** Some of the titles of what a field holds, of each kind. */
    @Transactional(readOnly = true)
    Map<PlanItem.Kind, List<String>> titles(UUID field) {
        var titles = new LinkedHashMap<PlanItem.Kind, List<String>>();
        contents.orderedStream().forEach(kind -> titles.put(kind.kind(), kind.titles(field, TITLES)));
        return titles;
    }
}
