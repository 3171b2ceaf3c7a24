package org.samklima.overview.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samklima.overview.reading.Change;
import org.samklima.overview.reading.Comparison;
import org.samklima.overview.reading.Figure;
import org.samklima.overview.reading.Grid;
import org.samklima.overview.reading.ReadableEdition;
import org.samklima.overview.reading.TargetPath;
import org.samklima.pages.ChartData;
import org.samklima.pages.ChartData.Series;
import org.samklima.published.Indicator;
import org.samklima.published.Sector;
import org.springframework.stereotype.Component;

/** One member's figures: the first indicator at length, every other in a line. */
@Component
class MemberFigures {

    private final Sentences sentences;

    MemberFigures(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * The first indicator.
     *
     * @param sentence where the member stands, in words
     * @param onTrack null where there is no path, or neither side of it is better
     * @param chart of the whole over time, with the path
     * @param sectors of the parts over time; null where the indicator is not divided or nobody divided it
     * @param years a line of the chart's table for each year with a column
     * @param line the indicator's own line, with rank and peers
     */
    record Leading(
            Indicator indicator,
            String sentence,
            @Nullable Boolean onTrack,
            @Nullable Integer targetYear,
            ChartData chart,
            @Nullable ChartData sectors,
            List<YearLine> years,
            @Nullable Line line) {}

    /** A year of the leading indicator; the figure may be a gap, and says then so. */
    record YearLine(int year, Figure figure, @Nullable BigDecimal perInhabitant) {}

    /**
     * An indicator's latest figure.
     *
     * @param ranked how many of the peers have a figure
     */
    record Line(
            Indicator indicator,
            int year,
            Figure figure,
            @Nullable BigDecimal perInhabitant,
            @Nullable Integer rank,
            int ranked,
            @Nullable BigDecimal median,
            @Nullable String source) {}

    /** Null where the edition has no indicator, or the member no figure of the first one. */
    @Nullable Leading leading(Visit visit, int member, Peers peers) {
        ReadableEdition edition = visit.edition();
        Indicator indicator = edition.indicators().stream().findFirst().orElse(null);
        Grid grid = indicator == null ? null : edition.grid(indicator.code(), null);
        if (grid == null || grid.latestYear(member) == null) {
            return null;
        }
        Change change = edition.change(indicator, new int[] {member});
        TargetPath path = edition.path(indicator, member);
        String sentence = change == null
                ? ""
                : (sentences.change(change, indicator, visit) + " " + sentences.path(change, path, visit)).strip();
        int latest = grid.latestYear(member);
        return new Leading(
                indicator,
                sentence,
                path == null ? null : path.isOnTrack(latest, grid.value(member, latest), indicator.direction()),
                path == null ? null : path.target().year(),
                chart(visit, indicator, grid, member, path),
                sectors(visit, indicator, member),
                Arrays.stream(grid.years())
                        .mapToObj(year -> new YearLine(
                                year,
                                edition.figure(indicator.code(), null, member, year),
                                edition.perInhabitant(indicator, null, member, year)))
                        .toList(),
                line(visit, indicator, member, peers));
    }

    private ChartData chart(Visit visit, Indicator indicator, Grid grid, int member, @Nullable TargetPath path) {
        List<Integer> years = years(grid, path);
        String name = visit.text(indicator.name());
        ChartData chart = ChartData.lines(visit.language(), title(visit, indicator, grid, member))
                .of(name, visit.text(indicator.unit()), indicator.decimals())
                .over(sentences.say("overview.year", visit.language()), written(years))
                .with(Series.measured(name, map(years, year -> grid.value(member, year))))
                .from(Sources.of(visit.edition(), indicator, null, member, visit))
                .named(visit.edition().members().get(member).key() + "-" + indicator.code());
        return path == null
                ? chart
                : chart.with(Series.target(
                        sentences.say(
                                "overview.path", visit.language(), path.target().year()),
                        map(years, path::in)));
    }

    /** "287,706 t CO₂e in 2024, 447,012 in 1990". */
    private String title(Visit visit, Indicator indicator, Grid grid, int member) {
        var figures = sentences.in(visit);
        int latest = grid.latestYear(member);
        String now = figures.number(grid.value(member, latest), indicator.decimals()) + "\u00a0"
                + visit.text(indicator.unit());
        Integer baselineYear = indicator.baselineYear();
        BigDecimal then = baselineYear == null ? null : grid.value(member, baselineYear);
        return then == null || baselineYear == latest
                ? sentences.say("overview.member.now", visit.language(), now, latest)
                : sentences.say(
                        "overview.member.nowAndThen",
                        visit.language(),
                        now,
                        latest,
                        figures.number(then, indicator.decimals()),
                        baselineYear);
    }

    /** Every year from the first to the last, observed or not, so that a gap looks as long as it was. */
    private static List<Integer> years(Grid grid, @Nullable TargetPath path) {
        int[] years = grid.years();
        int last = years[years.length - 1];
        int end = path == null ? last : Math.max(last, path.target().year());
        return IntStream.rangeClosed(years[0], end).boxed().toList();
    }

    private @Nullable ChartData sectors(Visit visit, Indicator indicator, int member) {
        ReadableEdition edition = visit.edition();
        List<Sector> sectors = edition.sectors(indicator).stream()
                .filter(sector -> edition.grid(indicator.code(), sector.code()).latestYear(member) != null)
                .toList();
        if (sectors.isEmpty()) {
            return null;
        }
        List<Integer> years = sectors.stream()
                .flatMapToInt(sector -> Arrays.stream(
                        edition.grid(indicator.code(), sector.code()).years()))
                .distinct()
                .sorted()
                .boxed()
                .toList();
        ChartData chart = ChartData.stackedBars(
                        visit.language(),
                        sentences.say("overview.member.sectors", visit.language(), visit.text(indicator.name())))
                .of(visit.text(indicator.name()), visit.text(indicator.unit()), indicator.decimals())
                .over(sentences.say("overview.year", visit.language()), written(years))
                .from(Sources.of(edition, indicator, sectors.getFirst().code(), member, visit))
                .named(edition.members().get(member).key() + "-" + indicator.code() + "-sectors");
        for (Sector sector : sectors) {
            Grid grid = edition.grid(indicator.code(), sector.code());
            chart = chart.with(
                    Series.measured(visit.text(sector.name()), map(years, year -> grid.value(member, year))));
        }
        return chart;
    }

    /** A line for every indicator of which the member has a figure. */
    List<Line> all(Visit visit, int member, Peers peers) {
        var lines = new ArrayList<Line>();
        for (Indicator indicator : visit.edition().indicators()) {
            Line line = line(visit, indicator, member, peers);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static @Nullable Line line(Visit visit, Indicator indicator, int member, Peers peers) {
        ReadableEdition edition = visit.edition();
        Grid grid = edition.grid(indicator.code(), null);
        Integer year = grid == null ? null : grid.latestYear(member);
        if (year == null) {
            return null;
        }
        Comparison comparison = edition.comparison(indicator, null, year, peers.members());
        Comparison.Entry own = comparison.entries().stream()
                .filter(entry -> entry.member() == edition.members().get(member))
                .findFirst()
                .orElseThrow();
        boolean perInhabitant = comparison.perInhabitant() != null;
        var summary = perInhabitant ? comparison.perInhabitant() : comparison.summary();
        return new Line(
                indicator,
                year,
                own.figure(),
                own.perInhabitant(),
                perInhabitant ? own.rankPerInhabitant() : own.rank(),
                summary.count(),
                summary.median(),
                own.figure().source() == null
                        ? null
                        : Sources.written(own.figure().source(), visit));
    }

    private static List<String> written(List<Integer> years) {
        return years.stream().map(String::valueOf).toList();
    }

    private static List<@Nullable BigDecimal> map(List<Integer> years, IntFunction<@Nullable BigDecimal> value) {
        var values = new ArrayList<@Nullable BigDecimal>(years.size());
        years.forEach(year -> values.add(value.apply(year)));
        return values;
    }
}
