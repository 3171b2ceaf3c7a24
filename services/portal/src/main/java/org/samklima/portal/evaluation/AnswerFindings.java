package org.samklima.portal.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.evaluation.Finding.Measure;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Option;
import org.samklima.portal.forms.Question;
import org.samklima.portal.forms.Section;
import org.samklima.published.Texts;

/**
 * What the answers of a round say together: of a yes/no question the share of yes, of a choice each option's share, of
 * numbers their sum and mean, of percentages the mean alone.
 *
 * <p>Who answered is who gave an answer that stands. <em>Not applicable</em> is out of both those for whom it holds and
 * those who answered; a notation key is no number, and enters neither sum nor mean. A question that a member was not shown is
 * not answered by it.
 *
 * <p>Over time only the members are compared that answered in both years, and only where the question means the same: its
 * kind and unit are the same, and the option was there.
 */
public final class AnswerFindings {

    /** What one member contributes: a number, 1 or 0 for whom it holds or not, nothing if it did not answer. */
    private interface Reading extends Function<FilledForm, Optional<BigDecimal>> {}

    /** What is said of a question in one way. */
    private record Saying(
            String suffix,
            Measure measure,
            @Nullable String option,
            @Nullable Texts unit,
            Reading reading) {}

    private final AnsweredRound now;
    private final @Nullable AnsweredRound before;

    private AnswerFindings(AnsweredRound now, @Nullable AnsweredRound before) {
        this.now = now;
        this.before = before;
    }

    /**
     * Everything that can be said, in the form's order.
     *
     * @param before an earlier year's round of the same form, if there is one
     */
    public static List<Finding> of(AnsweredRound now, @Nullable AnsweredRound before) {
        var findings = new AnswerFindings(now, before);
        return now.form().sections().stream()
                .flatMap(section -> section.questions().stream().flatMap(question -> findings.about(section, question)))
                .toList();
    }

    private Stream<Finding> about(Section section, Question question) {
        return sayings(question).flatMap(saying -> finding(section, question, saying).stream());
    }

    private Stream<Saying> sayings(Question question) {
        var code = question.code();
        return switch (question.kind()) {
            case Kind.YesNo _ ->
                Stream.of(new Saying("", Measure.SHARE, null, null, holds(code, AnswerFindings::isYes)));
            case Kind.Choice choice -> choice.options().stream().map(option -> chosen(code, option));
            case Kind.Percentage _ -> Stream.of(new Saying(".mean", Measure.MEAN, null, percent(), amount(code)));
            case Kind.Number number -> numbers(code, number.unit());
            case Kind.Indicator indicator -> numbers(code, indicator.unit());
            case Kind.IndicatorTable _, Kind.FreeText _, Kind.Day _, Kind.Evidence _ -> Stream.empty();
        };
    }

    private Texts percent() {
        return Texts.of(now.form().languages().getFirst(), "%");
    }

    private static Saying chosen(String code, Option option) {
        return new Saying(
                "." + option.code(),
                Measure.SHARE,
                option.code(),
                null,
                holds(code, answer -> chose(answer, option.code())));
    }

    private static Stream<Saying> numbers(String code, Texts unit) {
        return Stream.of(
                new Saying(".sum", Measure.SUM, null, unit, amount(code)),
                new Saying(".mean", Measure.MEAN, null, unit, amount(code)));
    }

    private Optional<Finding> finding(Section section, Question question, Saying saying) {
        var read = read(now, saying.reading);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        var form = now.form().code();
        var code = form + "." + question.code() + saying.suffix;
        return Optional.of(new Finding(
                code,
                new Finding.About.OfQuestion(form, question.code(), saying.option),
                saying.measure,
                reckoned(saying.measure, read),
                saying.unit,
                saying.measure == Measure.SHARE ? sum(read).intValueExact() : null,
                read.size(),
                now.membersAsked(section, question),
                overTime(question, saying, read)));
    }

    private Finding.@Nullable OverTime overTime(Question question, Saying saying, Map<UUID, BigDecimal> read) {
        if (before == null
                || before.form()
                        .question(question.code())
                        .filter(old -> meansTheSame(question, old, saying))
                        .isEmpty()) {
            return null;
        }
        var then = read(before, saying.reading);
        var still = new HashMap<>(read);
        still.keySet().retainAll(then.keySet());
        then.keySet().retainAll(still.keySet());
        return still.isEmpty()
                ? null
                : new Finding.OverTime(
                        before.year(),
                        now.year(),
                        still.size(),
                        reckoned(saying.measure, then),
                        reckoned(saying.measure, still));
    }

    private static boolean meansTheSame(Question question, Question old, Saying saying) {
        return switch (question.kind()) {
            case Kind.Choice _ ->
                saying.option != null
                        && old.kind() instanceof Kind.Choice earlier
                        && earlier.name() == question.kind().name()
                        && earlier.option(saying.option).isPresent();
            case Kind.Number now ->
                old.kind() instanceof Kind.Number then && now.unit().equals(then.unit());
            case Kind.Indicator now ->
                old.kind() instanceof Kind.Indicator then
                        && now.indicator().equals(then.indicator())
                        && now.yearOffset() == then.yearOffset()
                        && Objects.equals(now.sector(), then.sector())
                        && now.unit().equals(then.unit());
            default -> old.kind().name() == question.kind().name();
        };
    }

    private static Map<UUID, BigDecimal> read(AnsweredRound round, Reading reading) {
        var read = new HashMap<UUID, BigDecimal>();
        round.reports()
                .forEach((member, filled) ->
                        reading.apply(filled).ifPresent(contribution -> read.put(member, contribution)));
        return read;
    }

    private static Fraction reckoned(Measure measure, Map<UUID, BigDecimal> read) {
        var sum = sum(read);
        return measure == Measure.SUM ? Fraction.of(sum) : Fraction.of(sum, BigDecimal.valueOf(read.size()));
    }

    private static BigDecimal sum(Map<UUID, BigDecimal> read) {
        return read.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Reading holds(String question, Function<Answer, Boolean> condition) {
        return filled -> filled.answer(question)
                .filter(answer -> !(answer instanceof Answer.NotApplicable))
                .map(answer -> condition.apply(answer) ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private static Reading amount(String question) {
        return filled -> filled.answer(question)
                .flatMap(answer ->
                        answer instanceof Answer.Amount(BigDecimal value) ? Optional.of(value) : Optional.empty());
    }

    private static boolean isYes(Answer answer) {
        return answer instanceof Answer.YesNo(boolean yes) && yes;
    }

    private static boolean chose(Answer answer, String option) {
        return switch (answer) {
            case Answer.OneOf(String chosen) -> chosen.equals(option);
            case Answer.SeveralOf(var chosen) -> chosen.contains(option);
            default -> false;
        };
    }
}
