package org.samklima.portal.planning.goals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.samklima.pages.Choice;
import org.samklima.portal.indicators.Catalogue;
import org.samklima.portal.indicators.Indicator;

/** What a goal can be measured by, to choose from. */
record GoalChoices(Catalogue catalogue, Wording wording) {

    /** Each indicator, and where it is divided its sectors after it as {@code indicator/sector}. */
    List<Choice> measures() {
        var choices = new ArrayList<Choice>();
        for (var indicator : catalogue.indicators()) {
            var name = name(indicator);
            choices.add(Choice.of(indicator.code(), name + ", " + unit(indicator)));
            catalogue
                    .sectorListOf(indicator)
                    .ifPresent(list -> list.sectors()
                            .forEach(sector -> choices.add(Choice.of(
                                    indicator.code() + "/" + sector.code(),
                                    name + ": " + wording.figures().text(sector.name(), wording.fallback())))));
        }
        return choices;
    }

    /** The number of inhabitants first, which most intensities are taken by. */
    List<Choice> divisors() {
        return catalogue.indicators().stream()
                .filter(indicator -> !indicator.isPercentage())
                .sorted(Comparator.comparing(indicator -> !indicator.isPopulation()))
                .map(indicator -> Choice.of(indicator.code(), name(indicator)))
                .toList();
    }

    private String name(Indicator indicator) {
        return wording.figures().text(indicator.name(), wording.fallback());
    }

    private String unit(Indicator indicator) {
        return wording.figures().text(indicator.unit(), wording.fallback());
    }
}
