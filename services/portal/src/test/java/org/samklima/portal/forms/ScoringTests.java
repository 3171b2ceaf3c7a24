package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.amount;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.band;
import static org.samklima.portal.forms.Ask.chose;
import static org.samklima.portal.forms.Ask.filled;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.meeting;
import static org.samklima.portal.forms.Ask.noneOfThese;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.oneOf;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.severalOf;
import static org.samklima.portal.forms.Ask.ticked;
import static org.samklima.portal.forms.Ask.weighted;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.MUNICIPALITY;
import static org.samklima.published.MemberKind.REGION;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samklima.portal.forms.Scores.GateOutcome;
import org.samklima.published.NotationKey;

class ScoringTests {

    private static final Answer NOT_APPLICABLE = new Answer.NotApplicable("");

    private final ReportForm choices = form(
            yesNo("plan", "2"),
            oneOf("target", option("none", "0"), option("some", "1.5"), option("worse", "-1")),
            severalOf("means", option("cars", "1"), option("heat", "2"), option("flights", "-1"), noneOfThese("0")));

    @Test
    void yes_gives_its_points_and_no_gives_none() {
        assertThat(points(choices, answers("plan", true))).isEqualByComparingTo("2");
        assertThat(points(choices, answers("plan", false))).isZero();
    }

    @Test
    void one_of_gives_the_options_points_which_may_be_a_penalty() {
        assertThat(points(choices, answers("target", chose("some")))).isEqualByComparingTo("1.5");
        assertThat(points(choices, answers("target", chose("worse")))).isEqualByComparingTo("-1");
    }

    @Test
    void several_of_gives_the_sum_of_the_ticked() {
        assertThat(points(choices, answers("means", ticked("cars", "heat", "flights"))))
                .isEqualByComparingTo("2");
    }

    @Test
    void the_maximum_sums_positive_options_and_takes_the_best_of_exclusive_ones() {
        assertThat(score(choices, Answers.NONE).maximum()).isEqualByComparingTo("6.5");
    }

    @Test
    void an_exclusive_option_worth_more_than_the_others_together_is_the_maximum() {
        var form = form(severalOf("harm", option("coal", "-2"), option("peat", "1"), noneOfThese("3")));
        assertThat(score(form, Answers.NONE).maximum()).isEqualByComparingTo("3");
    }

    @Test
    void a_question_that_can_only_cost_points_has_no_maximum_and_the_section_can_fall_below_zero() {
        var form = form(yesNo("good", "2"), yesNo("harm", "-3"));
        var scores = score(form, answers("good", true, "harm", true));
        assertThat(scores.maximum()).isEqualByComparingTo("2");
        assertThat(scores.points()).isEqualByComparingTo("-1");
        assertThat(scores.total()).contains(fraction(-1, 2));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "9.99,0", "10,1", "49.99,1", "50,3", "1000,3"})
    void a_band_holds_from_its_beginning_to_where_the_next_begins(String value, String points) {
        var form = form(number("cut", band("10", "1"), band("50", "3")));
        assertThat(points(form, answers("cut", amount(value)))).isEqualByComparingTo(points);
    }

    @Test
    void a_first_band_without_beginning_holds_for_all_that_is_smaller() {
        var form = form(number("emissions", band(null, "4"), band("2", "1"), band("5", "-1")));
        assertThat(points(form, answers("emissions", amount("0")))).isEqualByComparingTo("4");
        assertThat(points(form, answers("emissions", amount("7")))).isEqualByComparingTo("-1");
        assertThat(score(form, Answers.NONE).maximum()).isEqualByComparingTo("4");
    }

    @Test
    void a_notation_key_lies_in_no_band() {
        var form = form(number("emissions", band(null, "4")));
        var scores = score(form, answers("emissions", new Answer.NoValue(NotationKey.IE, "With the neighbours")));
        assertThat(scores.points()).isZero();
        assertThat(scores.maximum()).isEqualByComparingTo("4");
        assertThat(scores.unanswered()).isZero();
    }

    @Test
    void no_answer_gives_zero_and_is_counted() {
        var scores = score(choices, answers("plan", true));
        assertThat(scores.unanswered()).isEqualTo(2);
        assertThat(scores.maximum()).isEqualByComparingTo("6.5");
    }

    @Test
    void an_answer_with_errors_counts_as_none() {
        var scores = score(choices, answers("target", chose("unheard-of")));
        assertThat(scores.points()).isZero();
        assertThat(scores.unanswered()).isEqualTo(3);
    }

    @Test
    void not_applicable_is_out_of_both_points_and_maximum() {
        var form = form(yesNo("port", "4").orNotApplicable(), yesNo("plan", "1"));
        var scores = score(form, answers("port", NOT_APPLICABLE, "plan", true));
        assertThat(scores.maximum()).isEqualByComparingTo("1");
        assertThat(scores.total()).contains(fraction(1, 1));
        assertThat(scores.unanswered()).isZero();
    }

    @Test
    void what_depends_on_something_not_applicable_is_not_applicable_either() {
        var form = form(
                yesNo("port", "0").orNotApplicable(),
                yesNo("shore-power", "4").onlyIf(new Condition.Says("port", true)),
                yesNo("plan", "1"));
        assertThat(score(form, answers("port", NOT_APPLICABLE)).maximum()).isEqualByComparingTo("1");
    }

    @Test
    void a_no_does_not_shrink_the_maximum_by_hiding_what_follows() {
        var form = form(yesNo("plan", "1"), yesNo("costed", "2").onlyIf(new Condition.Says("plan", true)));
        var scores = score(form, answers("plan", false, "costed", true));
        assertThat(scores.maximum()).isEqualByComparingTo("3");
        assertThat(scores.points()).isZero();
        assertThat(scores.unanswered()).isZero();
    }

    @Test
    void what_is_not_put_to_this_kind_of_member_is_out_of_both() {
        var form = form(
                yesNo("schools", "3").of(MUNICIPALITY), yesNo("hospitals", "2").of(REGION), yesNo("plan", "1"));
        var region = Scoring.of(new FilledForm(form, 2026, REGION, answers("schools", true, "hospitals", true)));
        assertThat(region.maximum()).isEqualByComparingTo("3");
        assertThat(region.points()).isEqualByComparingTo("2");
    }

    @Test
    void a_section_of_which_nothing_concerns_the_member_is_absent() {
        var form = form(section("care", yesNo("hospitals", "2").of(REGION)), section("base", yesNo("plan", "1")));
        assertThat(score(form, Answers.NONE).sections())
                .extracting(Scores.SectionScore::section)
                .containsExactly("base");
    }

    @Test
    void without_weights_the_total_is_points_over_maximum_of_all() {
        var form = form(section("a", yesNo("a1", "1")), section("b", yesNo("b1", "2")));
        assertThat(score(form, answers("a1", true)).total()).contains(fraction(1, 3));
    }

    @Test
    void with_weights_the_total_weighs_the_shares_of_the_sections() {
        var form = form(weighted("a", "0.5", yesNo("a1", "1")), weighted("b", "1", yesNo("b1", "7")));
        assertThat(score(form, answers("a1", true)).total()).contains(fraction(1, 3));
    }

    @Test
    void a_section_in_which_nothing_can_be_earned_has_no_weight() {
        var form = form(
                weighted("a", "1", yesNo("a1", "1")),
                weighted("b", "9", yesNo("b1", "2").orNotApplicable()),
                section("gate", yesNo("g1", "0").asGate()));
        assertThat(score(form, answers("a1", true, "b1", NOT_APPLICABLE)).total())
                .contains(fraction(1, 1));
    }

    @Test
    void where_nothing_can_be_earned_there_is_no_total() {
        assertThat(score(form(yesNo("a1", "0")), answers("a1", true)).total()).isEmpty();
    }

    @Test
    void thirds_stay_exact_until_they_are_shown() {
        var form = form(
                weighted("a", "1", yesNo("a1", "1"), yesNo("a2", "2")),
                weighted("b", "1", yesNo("b1", "1"), yesNo("b2", "5")));
        var total = score(form, answers("a1", true, "b1", true)).total().orElseThrow();
        assertThat(total).isEqualTo(fraction(1, 4));
        assertThat(fraction(2, 3).percent(0)).isEqualByComparingTo("67");
        assertThat(fraction(1, 8).rounded(2)).isEqualByComparingTo("0.13");
    }

    @Test
    void a_gate_is_met_by_yes_by_an_option_that_meets_it_or_by_a_complete_answer() {
        var form = form(
                yesNo("decided", "0").asGate(),
                oneOf("target", option("no", "0"), meeting("yes")).asGate(),
                severalOf("areas", option("other", "0"), meeting("energy")).asGate(),
                number("emissions").asGate(),
                Ask.freeText("words", 100).asGate());
        var all = score(
                form,
                answers("decided", true, "target", chose("yes"), "areas", ticked("other", "energy"), "emissions", 5)
                        .with("words", new Answer.FreeText("We did")));
        assertThat(all.meetsRequirements()).isTrue();
        assertThat(all.maximum()).isZero();

        var notEstimated = new Answer.NoValue(NotationKey.NE, "Next year");
        var none = score(
                form,
                answers("decided", false, "target", chose("no"), "areas", ticked("other"), "emissions", notEstimated));
        assertThat(none.gates())
                .extracting(Scores.GateResult::outcome)
                .containsExactly(
                        GateOutcome.NOT_MET,
                        GateOutcome.NOT_MET,
                        GateOutcome.NOT_MET,
                        GateOutcome.UNANSWERED,
                        GateOutcome.UNANSWERED);
        assertThat(none.meetsRequirements()).isFalse();
    }

    @Test
    void a_gate_that_does_not_apply_is_not_asked_for() {
        var form = form(yesNo("port", "0").orNotApplicable().asGate());
        var scores = score(form, answers("port", NOT_APPLICABLE));
        assertThat(scores.gates()).isEmpty();
        assertThat(scores.meetsRequirements()).isTrue();
    }

    private static Scores score(ReportForm form, Answers answers) {
        return Scoring.of(filled(form, answers));
    }

    private static BigDecimal points(ReportForm form, Answers answers) {
        return score(form, answers).points();
    }

    private static Fraction fraction(int numerator, int denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
