package org.samklima.portal.indicators.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The list of indicators as a table to take along. */
@Component
class SummaryTable {

    private static final List<String> HEADINGS = List.of(
            "indicators.definition.code",
            "indicators.name",
            "indicators.unit",
            "indicators.latest",
            "indicators.year",
            "indicators.baseline",
            "indicators.baseline.value",
            "indicators.change.since-baseline");

    private final FigureTexts figures;
    private final MessageSource messages;

    SummaryTable(FigureTexts figures, MessageSource messages) {
        this.figures = figures;
        this.messages = messages;
    }

    List<String> headings(Locale language) {
        return HEADINGS.stream()
                .map(key -> messages.getMessage(key, null, language))
                .toList();
    }

    List<List<@Nullable Object>> rows(List<IndicatorSummary> summaries, Tenant tenant, Locale language) {
        var text = figures.in(language);
        return summaries.stream()
                .map(summary -> Arrays.<@Nullable Object>asList(
                        summary.indicator().code(),
                        text.text(summary.indicator().name(), tenant.defaultLanguage()),
                        text.text(summary.indicator().unit(), tenant.defaultLanguage()),
                        value(summary.latest()),
                        summary.year(),
                        summary.baseline(),
                        summary.baselineValue(),
                        summary.change()))
                .toList();
    }

    private static @Nullable Object value(@Nullable Figure latest) {
        return switch (latest) {
            case null -> null;
            case Figure.Value(var amount) -> amount;
            case Figure.Noted noted -> noted.key();
        };
    }
}
