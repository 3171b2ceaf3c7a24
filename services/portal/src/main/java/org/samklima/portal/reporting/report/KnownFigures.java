package org.samklima.portal.reporting.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Range;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.reporting.Origin;
import org.samklima.published.Texts;
import org.springframework.stereotype.Component;

/**
 * What figures say to the questions that ask for an indicator: of the year that is asked for, in the unit that is asked for.
 * What counts comes first, as everywhere: the member's own correction before the official figure, also of a part of the whole. A
 * figure with more decimals than the question takes is rounded to those.
 */
@Component
class KnownFigures {

    private final Figures figures;

    KnownFigures(Figures figures) {
        this.figures = figures;
    }

    List<Proposal> to(ReportFile file) {
        var asked = file.form().questions().stream()
                .filter(question ->
                        question.kind() instanceof Kind.Indicator || question.kind() instanceof Kind.IndicatorTable)
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        var known = figures.overview();
        int year = file.report().year();
        return asked.stream()
                .flatMap(question -> proposals(question, year, known))
                .filter(proposal -> file.form()
                        .question(proposal.question())
                        .orElseThrow()
                        .errors(proposal.answer(), year)
                        .isEmpty())
                .toList();
    }

    private static Stream<Proposal> proposals(Question question, int year, Figures.Overview known) {
        return switch (question.kind()) {
            case Kind.Indicator kind
            when isSameUnit(kind.indicator(), kind.unit(), known) ->
                ofYear(question.code(), kind, year + kind.yearOffset(), known);
            case Kind.IndicatorTable kind
            when isSameUnit(kind.indicator(), kind.unit(), known) -> table(question.code(), kind, year, known).stream();
            default -> Stream.empty();
        };
    }

    /** What counts before all that was observed. */
    private static Stream<Proposal> ofYear(String question, Kind.Indicator kind, int year, Figures.Overview known) {
        var counting = known.counting(kind.indicator(), kind.sector(), year)
                .map(figure -> proposal(question, kind, figure.figure(), figure.from()));
        var observed = known.of(kind.indicator()).stream()
                .filter(figure -> figure.observation().year() == year
                        && Objects.equals(figure.observation().sector(), kind.sector()))
                .map(figure -> proposal(question, kind, figure.observation().figure(), List.of(figure)));
        return Stream.concat(counting.stream(), observed);
    }

    private static Proposal proposal(String question, Kind.Indicator kind, Figure figure, List<Figures.Known> from) {
        return new Proposal(question, answer(figure, kind.range()), origin(kind.indicator(), from));
    }

    private static Optional<Proposal> table(
            String question, Kind.IndicatorTable kind, int year, Figures.Overview known) {
        var cells = new ArrayList<Answer.Table.Cell>();
        var found = new ArrayList<Figures.Known>();
        for (var sector : kind.sectors()) {
            for (int offset : kind.yearOffsets()) {
                known.counting(kind.indicator(), sector.code(), year + offset).ifPresent(counting -> {
                    cells.add(new Answer.Table.Cell(
                            sector.code(), year + offset, answer(counting.figure(), kind.range())));
                    found.addAll(counting.from());
                });
            }
        }
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal(question, new Answer.Table(cells), origin(kind.indicator(), found)));
    }

    static Answer.Figure answer(Figure figure, Range range) {
        return switch (figure) {
            case Figure.Value(BigDecimal amount) ->
                new Answer.Amount(
                        amount.scale() > range.decimals()
                                ? amount.setScale(range.decimals(), RoundingMode.HALF_UP)
                                : amount);
            case Figure.Noted(var key, var explanation) -> new Answer.NoValue(key, explanation);
        };
    }

    /** Of several, all their sources and the latest year; one of the member's own makes all of it the member's own. */
    static Origin origin(String indicator, List<Figures.Known> figures) {
        return new Origin(
                figures.stream().allMatch(Figures.Known::isOfficial)
                        ? Origin.Source.OFFICIAL_FIGURE
                        : Origin.Source.OWN_FIGURE,
                figures.stream()
                        .map(figure -> figure.observation().source().label())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                figures.stream()
                        .mapToInt(figure -> figure.observation().year())
                        .max()
                        .orElseThrow(),
                List.of(indicator));
    }

    /** A figure in thousands of tonnes is no answer to a question in tonnes: the units must read alike. */
    static boolean isSameUnit(String indicator, Texts unit, Figures.Overview known) {
        return known.catalogue()
                .find(indicator)
                .filter(found -> readsAlike(unit, found.unit()))
                .isPresent();
    }

    private static boolean readsAlike(Texts one, Texts other) {
        var common = one.byLanguage().keySet().stream()
                .filter(other.byLanguage()::containsKey)
                .toList();
        return !common.isEmpty()
                && common.stream().allMatch(language -> one.in(language).equalsIgnoreCase(other.in(language)));
    }
}
