package org.samklima.pages;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart and its table, in the reader's language: what {@code shell/components :: chart(data)} shows and {@code charts.js}
 * draws, and what an address may answer for {@code data-chart-src}. Its JSON has the fields of this record. A missing value is
 * null and stays a gap. Built up from a factory method:
 *
 * <pre>{@code
 * ChartData.lines(language, "Emissions have fallen 34 % since 1990")
 *         .of("Emissions", "tonnes", 0)
 *         .over("Year", years)
 *         .with(Series.measured("Nyby", values))
 *         .with(Series.target("Path to 2030", path))
 *         .from("National emissions database, 2026")
 *         .named("nyby-emissions");
 * }</pre>
 *
 * @param kind how it is drawn
 * @param language code of the language the texts are in and the figures are written in
 * @param title the finding, as a sentence
 * @param measure what is shown
 * @param unit of the values; a percentage has the unit "%" and the value 79
 * @param decimals shown
 * @param categoryName what the categories are: "Year", "Municipality"
 * @param categories along the axis: years, or names
 * @param series each with a value, or null, for every category
 * @param highlighted categories that stand out, in {@link Kind#BARS} and {@link Kind#DOTS}
 * @param source where the figures come from, with its year
 * @param file name for what is downloaded, without ending
 */
public record ChartData(
        Kind kind,
        String language,
        String title,
        String measure,
        String unit,
        int decimals,
        String categoryName,
        List<String> categories,
        List<Series> series,
        List<String> highlighted,
        @Nullable String source,
        String file) {

    /** How a chart is drawn. */
    public enum Kind {
        /** Lines over years. */
        LINES,
        /** Parts of a whole over years, as areas: only where no year is missing. */
        STACKED_AREAS,
        /** Parts of a whole over years, as bars. */
        STACKED_BARS,
        /** One horizontal bar for each category, in their order, to compare. */
        BARS,
        /** One dot for each category along a line: where somebody stands among all. */
        DOTS;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a series is, which decides its look. */
    public enum Role {
        MEASURED,
        /** A goal or a path to it: dashed, and drawn through years without a value. */
        TARGET,
        /** Others to compare with, held back. */
        PEERS,
        /** How it may go on: a trend, a scenario. Each has its own dots and strokes. */
        OUTLOOK;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param values one for each category of the chart, null where there is none */
    public record Series(String name, Role role, List<@Nullable BigDecimal> values) {

        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        public static Series measured(String name, List<@Nullable BigDecimal> values) {
            return new Series(name, Role.MEASURED, values);
        }

        public static Series target(String name, List<@Nullable BigDecimal> values) {
            return new Series(name, Role.TARGET, values);
        }

        public static Series outlook(String name, List<@Nullable BigDecimal> values) {
            return new Series(name, Role.OUTLOOK, values);
        }

        public static Series peers(String name, List<@Nullable BigDecimal> values) {
            return new Series(name, Role.PEERS, values);
        }
    }

    /** A line of the chart's table. */
    public record Row(String category, List<@Nullable BigDecimal> values) {}

    public ChartData {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        highlighted = List.copyOf(highlighted);
        for (var one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("The series '%s' has %d values for %d categories"
                        .formatted(one.name(), one.values().size(), categories.size()));
            }
        }
    }

    public static ChartData lines(Locale language, String title) {
        return empty(Kind.LINES, language, title);
    }

    public static ChartData stackedAreas(Locale language, String title) {
        return empty(Kind.STACKED_AREAS, language, title);
    }

    public static ChartData stackedBars(Locale language, String title) {
        return empty(Kind.STACKED_BARS, language, title);
    }

    public static ChartData bars(Locale language, String title) {
        return empty(Kind.BARS, language, title);
    }

    public static ChartData dots(Locale language, String title) {
        return empty(Kind.DOTS, language, title);
    }

    private static ChartData empty(Kind kind, Locale language, String title) {
        return new ChartData(
                kind, language.getLanguage(), title, "", "", 0, "", List.of(), List.of(), List.of(), null, "chart");
    }

    /** What is shown, its unit and how many decimals are worth reading. */
    public ChartData of(String measure, String unit, int decimals) {
        return new ChartData(
                kind,
                language,
                title,
                measure,
                unit,
                decimals,
                categoryName,
                categories,
                series,
                highlighted,
                source,
                file);
    }

    /** @param categories years or names, written as they shall be read */
    public ChartData over(String categoryName, List<String> categories) {
        return new ChartData(
                kind,
                language,
                title,
                measure,
                unit,
                decimals,
                categoryName,
                categories,
                series,
                highlighted,
                source,
                file);
    }

    /** With one more series, over the last ones. */
    public ChartData with(Series another) {
        var all = new ArrayList<>(series);
        all.add(another);
        return new ChartData(
                kind,
                language,
                title,
                measure,
                unit,
                decimals,
                categoryName,
                categories,
                all,
                highlighted,
                source,
                file);
    }

    public ChartData highlighting(Collection<String> categories) {
        return new ChartData(
                kind,
                language,
                title,
                measure,
                unit,
                decimals,
                categoryName,
                this.categories,
                series,
                List.copyOf(categories),
                source,
                file);
    }

    public ChartData from(String source) {
        return new ChartData(
                kind,
                language,
                title,
                measure,
                unit,
                decimals,
                categoryName,
                categories,
                series,
                highlighted,
                source,
                file);
    }

    /** @param file what a downloaded picture or table is called, without ending */
    public ChartData named(String file) {
        return new ChartData(
                kind,
                language,
                title,
                measure,
                unit,
                decimals,
                categoryName,
                categories,
                series,
                highlighted,
                source,
                file);
    }

    /** The chart's table, a line for each category. */
    public List<Row> rows() {
        return IntStream.range(0, categories.size())
                .mapToObj(index -> new Row(
                        categories.get(index),
                        series.stream().map(one -> one.values().get(index)).toList()))
                .toList();
    }

    /** As {@code charts.js} reads it. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
