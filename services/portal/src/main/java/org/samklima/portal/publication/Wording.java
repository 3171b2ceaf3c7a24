package org.samklima.portal.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.samklima.pages.FigureText;
import org.samklima.pages.FigureTexts;
import org.samklima.portal.evaluation.Finding;
import org.samklima.portal.forms.Kind;
import org.samklima.published.Indicator;
import org.samklima.published.Source;
import org.samklima.published.Texts;
import org.springframework.context.MessageSource;

/** The sentences of an edition that nobody has to write, in each language of the network. */
final class Wording {

    private static final String PREFIX = "publication.";

    private final Material material;
    private final MessageSource messages;
    private final FigureTexts figures;
    private final List<String> languages;

    Wording(Material material, MessageSource messages, FigureTexts figures) {
        this.material = material;
        this.messages = messages;
        this.figures = figures;
        this.languages = material.network().languages();
    }

    /** What a finding says if the network has no words of its own; reads on after the figure. */
    Texts statement(Finding finding) {
        return switch (finding.about()) {
            case Finding.About.OfQuestion of -> ofQuestion(finding, of);
            case Finding.About.OfIndicator of -> ofIndicator(finding, of);
        };
    }

    private Texts ofQuestion(Finding finding, Finding.About.OfQuestion of) {
        var form = material.rounds().stream()
                .filter(round -> round.form().equals(of.form()))
                .findFirst()
                .orElseThrow()
                .now()
                .form();
        var question = form.question(of.question()).orElseThrow();
        var main = form.languages().getFirst();
        return switch (finding.measure()) {
            case SUM -> all("statement.sum", language -> List.of(question.text().in(language, main)));
            case MEAN ->
                all("statement.mean", language -> List.of(question.text().in(language, main)));
            default ->
                of.option() != null && question.kind() instanceof Kind.Choice choice
                        ? all(
                                "statement.option",
                                language -> List.of(
                                        question.text().in(language, main),
                                        choice.option(of.option())
                                                .orElseThrow()
                                                .text()
                                                .in(language, main)))
                        : all(
                                "statement.yes",
                                language -> List.of(question.text().in(language, main)));
        };
    }

    private Texts ofIndicator(Finding finding, Finding.About.OfIndicator of) {
        Indicator indicator = material.indicator(of.indicator()).orElseThrow();
        Function<String, List<Object>> arguments = language -> List.of(
                indicator.name().in(language, material.network().defaultLanguage()),
                of.year(),
                of.since() == null ? of.year() : of.since());
        return switch (finding.measure()) {
            case CHANGE -> all("statement.change", arguments);
            case MEAN_CHANGE -> all("statement.mean-change", arguments);
            case MEAN -> all("statement.figure-mean", arguments);
            case SUM, SHARE -> all("statement.figure-sum", arguments);
        };
    }

    Texts change(Change change) {
        return all(
                "change." + change.key(),
                language -> change.arguments().stream()
                        .map(argument -> written(argument, language))
                        .toList());
    }

    private Object written(Object argument, String language) {
        return switch (argument) {
            case Texts texts -> texts.in(language, material.network().defaultLanguage());
            case Change.Figure figure -> written(figure, figures.in(Locale.of(language)));
            default -> argument;
        };
    }

    private static String written(Change.Figure figure, FigureText in) {
        return switch (figure.style()) {
            case NUMBER -> in.number(figure.value(), figure.decimals());
            case PERCENT -> in.percent(figure.value(), figure.decimals());
        };
    }

    /** How the edition names what members reported themselves. */
    Source ownFigures() {
        return new Source(
                ReportedFigures.SOURCE, all("source.member", _ -> List.of()), false, null, material.year(), null);
    }

    /** The title of an edition that nobody has named yet. */
    public Texts title() {
        return all("title.proposed", _ -> List.of(material.network().name(), material.year()));
    }

    private Texts all(String key, Function<String, ? extends List<?>> arguments) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : languages) {
            texts.put(
                    language,
                    messages.getMessage(PREFIX + key, arguments.apply(language).toArray(), Locale.of(language)));
        }
        return new Texts(texts);
    }
}
