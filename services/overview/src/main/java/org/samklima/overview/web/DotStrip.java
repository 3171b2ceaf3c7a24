package org.samklima.overview.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Change;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.reading.Selection;
import org.samklima.pages.ChartData;
import org.samklima.pages.ChartData.Series;
import org.samklima.published.Indicator;
import org.springframework.stereotype.Component;

/** Where every member stands by the edition's first indicator: its own change since the baseline, a dot for each. */
@Component
class DotStrip {

    private final Sentences sentences;

    DotStrip(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Null where the first indicator has no baseline, or nobody a figure for it. */
    @Nullable ChartData of(Visit visit) {
        ReadableEdition edition = visit.edition();
        if (edition.indicators().isEmpty()) {
            return null;
        }
        Indicator indicator = edition.indicators().getFirst();
        int[] members = edition.members(new Selection(edition.leadingKind(), null));
        Change all = edition.change(indicator, members);
        if (all == null) {
            return null;
        }
        var names = new ArrayList<String>(members.length);
        var values = new ArrayList<@Nullable BigDecimal>(members.length);
        for (int member : members) {
            Change own = edition.change(indicator, new int[] {member});
            names.add(edition.members().get(member).name());
            values.add(
                    own == null || own.latestYear() != all.latestYear()
                            ? null
                            : own.share().movePointRight(2));
        }
        return ChartData.dots(
                        visit.language(),
                        sentences.say("overview.strip.title", visit.language(), fallen(values), counted(values)))
                .of(
                        sentences.say(
                                "overview.strip.measure",
                                visit.language(),
                                visit.text(indicator.name()),
                                all.baselineYear(),
                                all.latestYear()),
                        "%",
                        1)
                .over(sentences.say("overview.member", visit.language()), names)
                .with(Series.measured(
                        sentences.say("overview.change.since", visit.language(), all.baselineYear()), values))
                .from(Sources.of(edition, indicator, visit))
                .named(visit.network().slug() + "-" + indicator.code());
    }

    private static long fallen(List<@Nullable BigDecimal> values) {
        return values.stream()
                .filter(value -> value != null && value.signum() < 0)
                .count();
    }

    private static long counted(List<@Nullable BigDecimal> values) {
        return values.stream().filter(value -> value != null).count();
    }
}
