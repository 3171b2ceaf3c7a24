package org.samklima.overview.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Comparison;
import org.samklima.overview.reading.Grid;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.reading.Summary;
import org.samklima.pages.ChartData;
import org.samklima.pages.ChartData.Series;
import org.samklima.published.Indicator;
import org.springframework.stereotype.Component;

/** The chart of a comparison: a line for each of a few members, a dot for each of many. */
@Component
class CompareCharts {

    private static final int PER_INHABITANT_DECIMALS = 2;

    private final Sentences sentences;

    CompareCharts(Sentences sentences) {
        this.sentences = sentences;
    }

    ChartData of(Visit visit, Compared whom, Measured what, Comparison comparison) {
        String title = title(visit, what, comparison);
        return whom.isSingle() ? lines(visit, whom, what, title) : dots(visit, what, comparison, title);
    }

    /** "Half of the 16 are at 3.50 t CO₂e per inhabitant or lower (2024)": a finding that puts nobody last. */
    private String title(Visit visit, Measured what, Comparison comparison) {
        Summary summary = what.perInhabitant() ? comparison.perInhabitant() : comparison.summary();
        if (summary.median() == null) {
            return measure(visit, what);
        }
        int decimals = what.perInhabitant()
                ? PER_INHABITANT_DECIMALS
                : what.indicator().decimals();
        return sentences.say(
                "overview.compare.finding",
                visit.language(),
                summary.count(),
                sentences.in(visit).number(summary.median(), decimals) + "\u00a0" + unit(visit, what),
                what.year());
    }

    private String unit(Visit visit, Measured what) {
        String unit = visit.text(what.indicator().unit());
        return what.perInhabitant() ? sentences.say("overview.perInhabitant.unit", visit.language(), unit) : unit;
    }

    private ChartData lines(Visit visit, Compared whom, Measured what, String title) {
        ReadableEdition edition = visit.edition();
        Indicator indicator = what.indicator();
        Grid grid = edition.grid(indicator.code(), what.sectorCode());
        int[] years = grid == null ? new int[] {what.year()} : grid.years();
        List<Integer> all =
                IntStream.rangeClosed(years[0], years[years.length - 1]).boxed().toList();
        ChartData chart = describe(ChartData.lines(visit.language(), title), visit, what)
                .over(
                        sentences.say("overview.year", visit.language()),
                        all.stream().map(String::valueOf).toList());
        for (int member : whom.members()) {
            var values = new ArrayList<@Nullable BigDecimal>(all.size());
            all.forEach(year -> values.add(value(edition, what, member, year)));
            chart = chart.with(Series.measured(edition.members().get(member).name(), values));
        }
        return chart;
    }

    private static @Nullable BigDecimal value(ReadableEdition edition, Measured what, int member, int year) {
        Indicator indicator = what.indicator();
        return what.perInhabitant()
                ? edition.perInhabitant(indicator, what.sectorCode(), member, year)
                : edition.figure(indicator.code(), what.sectorCode(), member, year)
                        .value();
    }

    private ChartData dots(Visit visit, Measured what, Comparison comparison, String title) {
        var names = new ArrayList<String>();
        var values = new ArrayList<@Nullable BigDecimal>();
        for (Comparison.Entry entry : what.ordered(comparison)) {
            names.add(entry.member().name());
            values.add(what.value(entry));
        }
        return describe(ChartData.dots(visit.language(), title), visit, what)
                .over(sentences.say("overview.member", visit.language()), names)
                .with(Series.measured(String.valueOf(what.year()), values));
    }

    private ChartData describe(ChartData chart, Visit visit, Measured what) {
        Indicator indicator = what.indicator();
        return chart.of(
                        measure(visit, what),
                        unit(visit, what),
                        what.perInhabitant() ? PER_INHABITANT_DECIMALS : indicator.decimals())
                .from(Sources.of(visit.edition(), indicator, visit))
                .named(visit.network().slug() + "-" + indicator.code());
    }

    private static String measure(Visit visit, Measured what) {
        String name = visit.text(what.indicator().name());
        return what.sector() == null
                ? name
                : name + ": " + visit.text(what.sector().name());
    }
}
