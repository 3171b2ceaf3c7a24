package org.samklima.portal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.samklima.portal.forms.Ask.amount;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.chose;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.noneOfThese;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.oneOf;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.percentage;
import static org.samklima.portal.forms.Ask.severalOf;
import static org.samklima.portal.forms.Ask.ticked;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.ASSOCIATION;
import static org.samklima.published.MemberKind.MUNICIPALITY;
import static org.samklima.published.MemberKind.REGION;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Answers;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.Condition;
import org.samklima.portal.forms.FilledForm;
import org.samklima.portal.forms.Fraction;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Range;
import org.samklima.portal.forms.ReportForm;
import org.samklima.published.MemberKind;
import org.samklima.published.NotationKey;

class AnswerFindingsTests {

    private static final ReportForm BUDGET = form(yesNo("budget", "3").orNotApplicable());

    @Test
    void of_52_members_48_answered_and_38_have_a_budget_so_it_is_38_of_48_and_never_38_of_52() {
        var round = new Round(BUDGET, 2026, 52);
        round.answeredBy(38, answers("budget", true));
        round.answeredBy(10, answers("budget", false));
        round.answeredBy(2, Answers.NONE);

        var share = only(round);

        assertThat(share.code()).isEqualTo("sample.budget");
        assertThat(share.value()).isEqualTo(fraction("38", "48"));
        assertThat(share.value().percent(0)).isEqualTo("79");
        assertThat(share.holds()).isEqualTo(38);
        assertThat(share.counted()).isEqualTo(48);
        assertThat(share.members()).isEqualTo(52);
        assertThat(share.overTime()).isNull();
    }

    @Test
    void not_applicable_is_out_of_both_those_it_holds_for_and_those_who_answered() {
        var round = new Round(BUDGET, 2026, 10);
        round.answeredBy(3, answers("budget", true));
        round.answeredBy(1, answers("budget", false));
        round.answeredBy(4, answers("budget", new Answer.NotApplicable("No budget of our own")));

        assertThat(only(round).value()).isEqualTo(fraction("3", "4"));
        assertThat(only(round).counted()).isEqualTo(4);
        assertThat(only(round).members()).isEqualTo(10);
    }

    @Test
    void what_nobody_answered_is_not_said() {
        var round = new Round(BUDGET, 2026, 10);
        round.answeredBy(3, Answers.NONE);

        assertThat(AnswerFindings.of(round.answered(), null)).isEmpty();
    }

    @Test
    void that_it_holds_for_nobody_is_said_once_somebody_answered() {
        var round = new Round(BUDGET, 2026, 10);
        round.answeredBy(4, answers("budget", false));

        assertThat(only(round).value()).isEqualTo(Fraction.ZERO);
        assertThat(only(round).holds()).isZero();
    }

    @Test
    void each_option_of_a_choice_has_its_share_of_those_who_answered_the_question() {
        var form = form(
                oneOf("plan", option("adopted", "2"), option("drafted", "1"), option("none", "0")),
                severalOf("sectors", option("energy", "1"), option("transport", "1"), noneOfThese("0")));
        var round = new Round(form, 2026, 8);
        round.answeredBy(2, answers("plan", chose("adopted"), "sectors", ticked("energy", "transport")));
        round.answeredBy(1, answers("plan", chose("drafted"), "sectors", ticked("transport")));
        round.answeredBy(1, answers("plan", chose("drafted"), "sectors", ticked("none")));
        round.answeredBy(1, answers("plan", chose("none")));

        assertThat(AnswerFindings.of(round.answered(), null))
                .extracting(Finding::code, Finding::holds, Finding::counted)
                .containsExactly(
                        tuple("sample.plan.adopted", 2, 5),
                        tuple("sample.plan.drafted", 2, 5),
                        tuple("sample.plan.none", 1, 5),
                        tuple("sample.sectors.energy", 2, 4),
                        tuple("sample.sectors.transport", 3, 4),
                        tuple("sample.sectors.none", 1, 4));
    }

    @Test
    void numbers_are_summed_and_averaged_over_those_who_gave_one_and_missing_is_not_zero() {
        var round = new Round(form(number("solar")), 2026, 6);
        round.answeredBy(1, answers("solar", amount("10.25")));
        round.answeredBy(1, answers("solar", amount("0")));
        round.answeredBy(1, answers("solar", amount("4.5")));
        round.answeredBy(1, answers("solar", new Answer.NoValue(NotationKey.NE, "Counted from next year")));
        round.answeredBy(1, answers("solar", new Answer.NoValue(NotationKey.NO, "No roofs")));
        round.answeredBy(1, Answers.NONE);

        var found = AnswerFindings.of(round.answered(), null);

        assertThat(found).extracting(Finding::code).containsExactly("sample.solar.sum", "sample.solar.mean");
        assertThat(found.getFirst().value()).isEqualTo(fraction("14.75", "1"));
        assertThat(found.getLast().value()).isEqualTo(fraction("14.75", "3"));
        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.counted()).isEqualTo(3);
            assertThat(finding.members()).isEqualTo(6);
            assertThat(finding.unit()).isEqualTo(Ask.text("tonnes"));
            assertThat(finding.holds()).isNull();
        });
    }

    @Test
    void percentages_are_averaged_and_never_summed() {
        var round = new Round(form(percentage("fossil-free")), 2026, 3);
        round.answeredBy(1, answers("fossil-free", amount("50")));
        round.answeredBy(1, answers("fossil-free", amount("75")));

        assertThat(only(round).measure()).isEqualTo(Finding.Measure.MEAN);
        assertThat(only(round).value()).isEqualTo(fraction("125", "2"));
    }

    @Test
    void texts_days_and_evidence_say_nothing_together() {
        var form = form(
                freeText("words", 100),
                Ask.question("since", new Kind.Day()),
                Ask.question("proof", new Kind.Evidence()));
        var round = new Round(form, 2026, 1);
        round.answeredBy(1, answers("words", "Much", "proof", new Answer.Evidence("https://example.org/a", null)));

        assertThat(AnswerFindings.of(round.answered(), null)).isEmpty();
    }

    @Test
    void only_the_members_that_a_question_is_put_to_are_those_it_concerns() {
        var form = form(yesNo("buses", "1").of(REGION), yesNo("schools", "1").of(MUNICIPALITY));
        var round = new Round(form, 2026, 50, Map.of(MUNICIPALITY, 45, REGION, 4, ASSOCIATION, 1));
        round.answeredBy(3, REGION, answers("buses", true));
        round.answeredBy(40, MUNICIPALITY, answers("schools", true, "buses", true));

        var found = AnswerFindings.of(round.answered(), null);

        assertThat(found).extracting(Finding::counted).containsExactly(3, 40);
        assertThat(found).extracting(Finding::members).containsExactly(4, 45);
    }

    @Test
    void an_answer_to_a_question_that_the_member_was_not_shown_counts_for_nothing() {
        var form = form(yesNo("plan", "1"), yesNo("adopted", "1").onlyIf(new Condition.Says("plan", true)));
        var round = new Round(form, 2026, 4);
        round.answeredBy(1, answers("plan", true, "adopted", true));
        round.answeredBy(2, answers("plan", false, "adopted", true));

        assertThat(AnswerFindings.of(round.answered(), null).getLast().value()).isEqualTo(fraction("1", "1"));
        assertThat(AnswerFindings.of(round.answered(), null).getLast().counted())
                .isEqualTo(1);
    }

    @Test
    void over_time_only_the_members_are_compared_that_answered_in_both_years() {
        var before = new Round(BUDGET, 2025, 5);
        var staying = before.answeredBy(2, answers("budget", false));
        var leaving = before.answeredBy(2, answers("budget", true));
        var now = new Round(BUDGET, 2026, 5);
        now.answered(staying.getFirst(), answers("budget", true));
        now.answered(staying.getLast(), answers("budget", false));
        now.answered(leaving.getFirst(), Answers.NONE);
        now.answeredBy(2, answers("budget", true));

        var found = AnswerFindings.of(now.answered(), before.answered()).getFirst();

        assertThat(found.value()).isEqualTo(fraction("3", "4"));
        assertThat(found.overTime()).isEqualTo(new Finding.OverTime(2025, 2026, 2, Fraction.ZERO, fraction("1", "2")));
    }

    @Test
    void without_a_member_in_both_years_there_is_no_comparison() {
        var before = new Round(BUDGET, 2025, 5);
        before.answeredBy(2, answers("budget", false));
        var now = new Round(BUDGET, 2026, 5);
        now.answeredBy(2, answers("budget", true));

        assertThat(AnswerFindings.of(now.answered(), before.answered())
                        .getFirst()
                        .overTime())
                .isNull();
    }

    @Test
    void an_option_is_not_compared_with_a_year_in_which_it_could_not_be_chosen() {
        var before = new Round(form(oneOf("plan", option("yes", "1"), option("no", "0"))), 2025, 1);
        var now = new Round(form(oneOf("plan", option("yes", "1"), option("soon", "0"), option("no", "0"))), 2026, 1);
        var member = before.answeredBy(1, answers("plan", chose("no"))).getFirst();
        now.answered(member, answers("plan", chose("soon")));

        assertThat(AnswerFindings.of(now.answered(), before.answered()))
                .extracting(Finding::code, finding -> finding.overTime() != null)
                .containsExactly(
                        tuple("sample.plan.yes", true),
                        tuple("sample.plan.soon", false),
                        tuple("sample.plan.no", true));
    }

    @Test
    void a_number_is_not_compared_with_one_in_another_unit_nor_a_question_with_one_of_another_kind() {
        var kilos = Ask.question("solar", new Kind.Number(Ask.text("kilos"), new Range(null, null, 0), List.of()));
        var before = new Round(form(kilos, yesNo("plan", "1")), 2025, 1);
        var now = new Round(form(number("solar"), oneOf("plan", option("a", "1"), option("b", "0"))), 2026, 1);
        var member = before.answeredBy(1, answers("solar", 5, "plan", true)).getFirst();
        now.answered(member, answers("solar", 5, "plan", chose("a")));

        assertThat(AnswerFindings.of(now.answered(), before.answered()))
                .hasSize(4)
                .extracting(Finding::overTime)
                .containsOnlyNulls();
    }

    @Test
    void a_sum_is_compared_over_time_on_the_same_members() {
        var before = new Round(form(number("solar")), 2025, 3);
        var member = before.answeredBy(1, answers("solar", 5)).getFirst();
        before.answeredBy(1, answers("solar", 100));
        var now = new Round(form(number("solar")), 2026, 3);
        now.answered(member, answers("solar", 8));
        now.answeredBy(1, answers("solar", 20));

        var sum = AnswerFindings.of(now.answered(), before.answered()).getFirst();

        assertThat(sum.value()).isEqualTo(fraction("28", "1"));
        assertThat(sum.overTime())
                .isEqualTo(new Finding.OverTime(2025, 2026, 1, fraction("5", "1"), fraction("8", "1")));
    }

    private static Finding only(Round round) {
        var found = AnswerFindings.of(round.answered(), null);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Fraction fraction(String part, String whole) {
        return Fraction.of(new BigDecimal(part), new BigDecimal(whole));
    }

    /** A round being answered. */
    private record Round(
            ReportForm form, int year, int members, Map<MemberKind, Integer> kinds, Map<UUID, FilledForm> reports) {

        Round(ReportForm form, int year, int members) {
            this(form, year, members, Map.of(MUNICIPALITY, members));
        }

        Round(ReportForm form, int year, int members, Map<MemberKind, Integer> kinds) {
            this(form, year, members, kinds, new HashMap<>());
        }

        List<UUID> answeredBy(int number, Answers answers) {
            return answeredBy(number, MUNICIPALITY, answers);
        }

        List<UUID> answeredBy(int number, MemberKind kind, Answers answers) {
            var answering = Stream.generate(UUID::randomUUID).limit(number).toList();
            answering.forEach(member -> reports.put(member, new FilledForm(form, year, kind, answers)));
            return answering;
        }

        void answered(UUID member, Answers answers) {
            reports.put(member, new FilledForm(form, year, MUNICIPALITY, answers));
        }

        AnsweredRound answered() {
            return new AnsweredRound(form, year, kinds, reports);
        }
    }
}
