package org.samklima.portal.indicators.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.tables.CsvStyle;
import org.samklima.portal.tables.TableExport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Figures as a table to take along. Its headings are among those that an import understands: what we export we import. */
@Component
class FigureExport {

    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "indicator",
            "year",
            "sector",
            "value",
            "explanation",
            "origin",
            "source",
            "version",
            "url");

    private final MessageSource messages;

    FigureExport(MessageSource messages) {
        this.messages = messages;
    }

    /** Whom a figure is about, as the table names it. */
    record Subject(@Nullable String code, String name) {}

    void csv(OutputStream out, List<Observation> figures, Map<UUID, Subject> subjects, Locale language)
            throws IOException {
        TableExport.csv(out, style(language), headings(language), rows(figures, subjects, language));
    }

    void xlsx(OutputStream out, String title, List<Observation> figures, Map<UUID, Subject> subjects, Locale language)
            throws IOException {
        TableExport.xlsx(out, title, headings(language), rows(figures, subjects, language));
    }

    /** Spreadsheets in English expect commas, the others semicolons and decimal commas. */
    private static CsvStyle style(Locale language) {
        return language.getLanguage().equals("en") ? CsvStyle.OPEN_DATA : CsvStyle.SPREADSHEET;
    }

    private List<String> headings(Locale language) {
        return COLUMNS.stream()
                .map(column -> word("heading." + column, language))
                .toList();
    }

    private List<List<@Nullable Object>> rows(List<Observation> figures, Map<UUID, Subject> subjects, Locale language) {
        return figures.stream()
                .flatMap(figure -> Stream.ofNullable(subjects.get(figure.subject()))
                        .map(subject -> row(figure, subject, language)))
                .toList();
    }

    private List<@Nullable Object> row(Observation figure, Subject subject, Locale language) {
        var noted = figure.figure() instanceof Figure.Noted of ? of : null;
        return Arrays.asList(
                subject.code(),
                subject.name(),
                figure.indicator(),
                figure.year(),
                figure.sector(),
                noted == null ? figure.figure().value().orElse(null) : noted.key(),
                noted == null ? figure.explanation() : noted.explanation(),
                word("origin." + figure.origin().name().toLowerCase(Locale.ROOT), language),
                figure.source().name(),
                figure.source().version(),
                Objects.requireNonNullElse(figure.source().url(), ""));
    }

    private String word(String key, Locale language) {
        return messages.getMessage("indicators.export." + key, null, language);
    }
}
