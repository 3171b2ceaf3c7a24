package org.samklima.portal.indicators.web;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.ChartData;
import org.samklima.pages.ChartData.Series;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.indicators.Arithmetic;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.Indicator;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws a development and says in a sentence what it comes to. */
@Component
class DevelopmentChart {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FigureTexts figures;
    private final MessageSource messages;

    DevelopmentChart(FigureTexts figures, MessageSource messages) {
        this.figures = figures;
        this.messages = messages;
    }

    /** Stacked by sector where sectors are known, else a line; a year without figures stays empty. */
    ChartData of(Development development, YearlyFigures yearly, Indicator indicator, Tenant tenant, Locale language) {
        var text = figures.in(language);
        var name = measure(development, indicator, tenant, language);
        var sectors = development.sectors();
        var chart = (sectors.isEmpty()
                        ? ChartData.lines(language, finding(development, indicator, tenant, language))
                        : ChartData.stackedBars(language, finding(development, indicator, tenant, language)))
                .of(name, text.text(indicator.unit(), tenant.defaultLanguage()), decimals(development, indicator))
                .over(
                        word("indicators.year", language),
                        development.period().stream().map(String::valueOf).toList())
                .named(tenant.slug() + "-" + indicator.code());
        for (var line : sectors.isEmpty() ? List.of(development.whole()) : sectors) {
            chart = chart.with(Series.measured(
                    line.sector() == null ? name : text.text(line.sector().name(), tenant.defaultLanguage()),
                    development.period().stream()
                            .<@Nullable BigDecimal>map(line::in)
                            .toList()));
        }
        return chart.from(sources(development, yearly));
    }

    /** What has become of the whole over the period. */
    String finding(Development development, Indicator indicator, Tenant tenant, Locale language) {
        var name = measure(development, indicator, tenant, language);
        var from = String.valueOf(development.from());
        var to = String.valueOf(development.to());
        var change = development.whole().overPeriod();
        if (change == null) {
            return development.from() == development.to()
                    ? word("indicators.finding.year", language, name, to)
                    : word("indicators.finding.none", language, name, from, to);
        }
        var size = change.abs();
        var written = development.inPoints()
                ? word("indicators.points", language, figures.in(language).number(size))
                : figures.in(language).percent(size, size.multiply(HUNDRED).compareTo(BigDecimal.TEN) < 0 ? 1 : 0);
        var key = change.signum() < 0 ? "lower" : change.signum() > 0 ? "higher" : "same";
        return word("indicators.finding." + key, language, name, written, from, to);
    }

    /** As many decimals as the largest value needs to be worth reading; of the indicator itself, those it says. */
    int decimals(Development development, Indicator indicator) {
        if (!development.perInhabitant()) {
            return indicator.decimals();
        }
        return Arithmetic.worthwhileDecimals(development.lines().stream()
                .flatMap(line -> line.values().values().stream())
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::max));
    }

    private String measure(Development development, Indicator indicator, Tenant tenant, Locale language) {
        var name = figures.in(language).text(indicator.name(), tenant.defaultLanguage());
        return development.perInhabitant() ? word("indicators.finding.per-inhabitant", language, name) : name;
    }

    private static String sources(Development development, YearlyFigures yearly) {
        return yearly.rows().stream()
                .filter(row -> row.year() >= development.from() && row.year() <= development.to())
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> Figures.counting(cell.figures()).stream())
                .map(known -> known.observation().source().label())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining("; "));
    }

    private String word(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
