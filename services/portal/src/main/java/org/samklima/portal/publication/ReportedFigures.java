package org.samklima.portal.publication;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.AnsweredRound;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Question;

/** The figures that members gave in their reports, in answer to questions that are public. */
final class ReportedFigures {

    /** Code of the source of all of them. */
    static final String SOURCE = "member";

    /** What is larger than this is a slip of the pen, and the contract of editions has no room for it. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    private ReportedFigures() {}

    static boolean isPlausible(Observed observed) {
        return observed.value() == null || observed.value().abs().compareTo(LIMIT) < 0;
    }

    static Stream<Observed> of(AnsweredRound round, Predicate<Question> isPublic) {
        return round.reports().entrySet().stream()
                .flatMap(report -> round.form().questions().stream()
                        .filter(isPublic)
                        .flatMap(question -> of(report.getKey(), question, report.getValue())));
    }

    private static Stream<Observed> of(UUID member, Question question, FilledForm filled) {
        var answer = filled.answer(question.code()).orElse(null);
        return switch (question.kind()) {
            case Kind.Indicator asked
            when answer instanceof Answer.Figure figure ->
                Stream.of(observed(
                        member, asked.indicator(), asked.sector(), filled.year() + asked.yearOffset(), figure));
            case Kind.IndicatorTable asked
            when answer instanceof Answer.Table(var cells) ->
                cells.stream()
                        .map(cell -> observed(member, asked.indicator(), cell.sector(), cell.year(), cell.figure()));
            default -> Stream.empty();
        };
    }

    private static Observed observed(
            UUID member, String indicator, @Nullable String sector, int year, Answer.Figure figure) {
        return switch (figure) {
            case Answer.Amount(BigDecimal value) ->
                new Observed(member, indicator, sector, year, value, null, null, SOURCE, true);
            case Answer.NoValue(var key, var explanation) ->
                new Observed(member, indicator, sector, year, null, key, explanation, SOURCE, true);
        };
    }
}
