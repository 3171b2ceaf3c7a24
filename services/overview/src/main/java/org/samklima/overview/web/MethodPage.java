package org.samklima.overview.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.samklima.overview.answers.Answer;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.published.Indicator;
import org.samklima.published.NotationKey;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the figures come from, how they are reckoned, what was corrected, and the data to take along. */
@NetworkPages
class MethodPage {

    @GetMapping("/method")
    Answer method(Visit visit) {
        return visit.page(visit.address(List.of("method"), List.of()), "overview/method", () -> model(visit));
    }

    /** An indicator and where its figures come from. */
    record Described(Indicator indicator, String sources) {}

    private static Map<String, Object> model(Visit visit) {
        ReadableEdition edition = visit.edition();
        var model = new HashMap<String, Object>();
        model.put(
                "indicators",
                edition.indicators().stream()
                        .map(indicator -> new Described(indicator, Sources.of(edition, indicator, visit)))
                        .toList());
        model.put("notationKeys", List.of(NotationKey.values()));
        model.put(
                "versions",
                visit.network().editions().values().stream()
                        .filter(other -> other.id().year() == edition.id().year())
                        .toList()
                        .reversed());
        return model;
    }
}
