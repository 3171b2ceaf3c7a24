package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samklima.published.MemberKind;

/** What must hold of scores for any points and any answers: tried on many, the same ones every time. */
class ScoringPropertyTests {

    private static final int SEEDS = 10;
    private static final int TRIES = 50;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, SEEDS);
    }

    /** A form of choices with points from -3 to 3, and answers to some of its questions. */
    record Case(ReportForm form, Answers answers) {

        FilledForm filled() {
            return new FilledForm(form, 2026, MemberKind.MUNICIPALITY, answers);
        }
    }

    private static void forMany(int seed, Consumer<SplittableRandom> property) {
        Stream.generate(new SplittableRandom(seed)::split).limit(TRIES).forEach(property);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void points_never_exceed_the_maximum_and_the_maximum_is_never_negative(int seed) {
        forMany(seed, random -> {
            for (var section : Scoring.of(some(random).filled()).sections()) {
                assertThat(section.maximum()).isNotNegative();
                assertThat(section.points()).isLessThanOrEqualTo(section.maximum());
                assertThat(section.questions())
                        .allSatisfy(question -> assertThat(question.points()).isLessThanOrEqualTo(question.maximum()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_sections_add_up_to_the_whole(int seed) {
        forMany(seed, random -> {
            var scores = Scoring.of(some(random).filled());
            assertThat(scores.points())
                    .isEqualByComparingTo(scores.sections().stream()
                            .map(Scores.SectionScore::points)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            scores.total()
                    .ifPresent(total -> assertThat(total.times(Fraction.of(scores.maximum())))
                            .isEqualTo(Fraction.of(scores.points())));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answering_not_applicable_takes_the_question_out_of_both(int seed) {
        forMany(seed, random -> {
            var some = some(random);
            var questions = some.form().questions();
            var question = questions.get(random.nextInt(questions.size()));
            var before = Scoring.of(some.filled());
            var after = Scoring.of(
                    new Case(some.form(), some.answers().with(question.code(), new Answer.NotApplicable(""))).filled());
            assertThat(after.maximum())
                    .isEqualByComparingTo(before.maximum().subtract(Points.maximum(question.kind())));
            var earned = some.filled()
                    .answer(question.code())
                    .map(answer -> Points.earned(question.kind(), answer))
                    .orElse(BigDecimal.ZERO);
            assertThat(after.points()).isEqualByComparingTo(before.points().subtract(earned));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fractions_keep_to_the_laws_of_arithmetic(int seed) {
        forMany(seed, random -> {
            var one = fraction(random);
            var other = fraction(random);
            assertThat(one.plus(other)).isEqualTo(other.plus(one));
            assertThat(one.plus(other).compareTo(one)).isEqualTo(other.compareTo(Fraction.ZERO));
            if (other.compareTo(Fraction.ZERO) != 0) {
                assertThat(one.dividedBy(other).times(other)).isEqualTo(one);
            }
            var shown = Fraction.of(one.rounded(3));
            var half = Fraction.of(new BigDecimal("0.0005"));
            assertThat(shown.plus(half)).isGreaterThanOrEqualTo(one);
            assertThat(one.plus(half)).isGreaterThanOrEqualTo(shown);
        });
    }

    /** Often one at an edge. */
    private static Fraction fraction(SplittableRandom random) {
        int numerator = random.nextInt(4) == 0 ? random.nextInt(-1, 2) : random.nextInt(-999, 1000);
        int denominator = random.nextInt(4) == 0 ? 1 : random.nextInt(1, 100);
        return Fraction.of(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    private static Case some(SplittableRandom random) {
        return assembled(Stream.generate(() -> new Answered(
                        IntStream.generate(() -> random.nextInt(-3, 4))
                                .limit(4)
                                .boxed()
                                .toList(),
                        random.nextInt(16),
                        random.nextInt(4)))
                .limit(random.nextInt(1, 7))
                .toList());
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
