package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.samklima.published.MemberKind;

/** What must hold of scores for any points and any answers. */
class ScoringPropertyTests {

    /** A form of choices with points from -3 to 3, and answers to some of its questions. */
    record Case(ReportForm form, Answers answers) {

        FilledForm filled() {
            return new FilledForm(form, 2026, MemberKind.MUNICIPALITY, answers);
        }
    }

    @Property(tries = 500)
    void points_never_exceed_the_maximum_and_the_maximum_is_never_negative(@ForAll("cases") Case some) {
        for (var section : Scoring.of(some.filled()).sections()) {
            assertThat(section.maximum()).isNotNegative();
            assertThat(section.points()).isLessThanOrEqualTo(section.maximum());
            assertThat(section.questions())
                    .allSatisfy(question -> assertThat(question.points()).isLessThanOrEqualTo(question.maximum()));
        }
    }

    @Property(tries = 500)
    void the_sections_add_up_to_the_whole(@ForAll("cases") Case some) {
        var scores = Scoring.of(some.filled());
        assertThat(scores.points())
                .isEqualByComparingTo(scores.sections().stream()
                        .map(Scores.SectionScore::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        scores.total()
                .ifPresent(total ->
                        assertThat(total.times(Fraction.of(scores.maximum()))).isEqualTo(Fraction.of(scores.points())));
    }

    @Property(tries = 500)
    void answering_not_applicable_takes_the_question_out_of_both(
            @ForAll("cases") Case some, @ForAll @IntRange(max = 5) int pick) {
        var question =
                some.form().questions().get(pick % some.form().questions().size());
        var before = Scoring.of(some.filled());
        var after = Scoring.of(
                new Case(some.form(), some.answers().with(question.code(), new Answer.NotApplicable(""))).filled());
        assertThat(after.maximum()).isEqualByComparingTo(before.maximum().subtract(Points.maximum(question.kind())));
        var earned = some.filled()
                .answer(question.code())
                .map(answer -> Points.earned(question.kind(), answer))
                .orElse(BigDecimal.ZERO);
        assertThat(after.points()).isEqualByComparingTo(before.points().subtract(earned));
    }

    @Property(tries = 500)
    void fractions_keep_to_the_laws_of_arithmetic(
            @ForAll @IntRange(min = -999, max = 999) int a,
            @ForAll @IntRange(min = 1, max = 99) int b,
            @ForAll @IntRange(min = -999, max = 999) int c,
            @ForAll @IntRange(min = 1, max = 99) int d) {
        var one = Fraction.of(BigDecimal.valueOf(a), BigDecimal.valueOf(b));
        var other = Fraction.of(BigDecimal.valueOf(c), BigDecimal.valueOf(d));
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(other).compareTo(one)).isEqualTo(other.compareTo(Fraction.ZERO));
        if (c != 0) {
            assertThat(one.dividedBy(other).times(other)).isEqualTo(one);
        }
        var shown = Fraction.of(one.rounded(3));
        var half = Fraction.of(new BigDecimal("0.0005"));
        assertThat(shown.plus(half)).isGreaterThanOrEqualTo(one);
        assertThat(one.plus(half)).isGreaterThanOrEqualTo(shown);
    }

    @Provide
    Arbitrary<Case> cases() {
        var points = Arbitraries.integers().between(-3, 3).list().ofSize(4);
        var ticks = Arbitraries.integers().between(0, 15);
        return Combinators.combine(points, ticks, Arbitraries.of(0, 1, 2, 3))
                .as((p, t, kind) -> new Answered(p, t, kind))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(ScoringPropertyTests::assembled);
    }

    /** A question by its points, and which of its options are ticked, as bits. */
    record Answered(List<Integer> points, int ticks, int kind) {}

    private static Case assembled(List<Answered> questions) {
        var asked = new ArrayList<Ask>();
        var answers = Answers.NONE;
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var code = "q" + i;
            var options = new ArrayList<Option>();
            for (int o = 0; o < 3; o++) {
                options.add(Ask.option("o" + o, question.points.get(o).toString()));
            }
            options.add(Ask.noneOfThese(question.points.get(3).toString()));
            var ticked = IntStream.range(0, options.size())
                    .filter(option -> (question.ticks >> option & 1) == 1)
                    .mapToObj(option -> options.get(option).code())
                    .toList();
            switch (question.kind) {
                case 0 -> {
                    asked.add(Ask.yesNo(code, question.points.getFirst().toString())
                            .orNotApplicable());
                    answers = answers.with(code, new Answer.YesNo(question.ticks % 2 == 0));
                }
                case 1 -> {
                    asked.add(Ask.oneOf(code, options.subList(0, 3).toArray(Option[]::new))
                            .orNotApplicable());
                    answers = answers.with(code, new Answer.OneOf("o" + question.ticks % 4));
                }
                case 2 -> {
                    asked.add(Ask.number(
                                    code,
                                    Ask.band("2", question.points.get(0).toString()),
                                    Ask.band("8", question.points.get(1).toString()))
                            .orNotApplicable());
                    answers = answers.with(code, new Answer.Amount(BigDecimal.valueOf(question.ticks)));
                }
                default -> {
                    asked.add(
                            Ask.severalOf(code, options.toArray(Option[]::new)).orNotApplicable());
                    answers = answers.with(code, new Answer.SeveralOf(ticked));
                }
            }
        }
        return new Case(Ask.form(asked.toArray(Ask[]::new)), answers);
    }
}
