package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.amount;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.chose;
import static org.samklima.portal.forms.Ask.filled;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.oneOf;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.severalOf;
import static org.samklima.portal.forms.Ask.ticked;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.REGION;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.samklima.published.NotationKey;

class CompletenessTests {

    @Test
    void a_report_is_complete_when_nothing_required_is_missing() {
        var form = form(yesNo("plan", "1").required(), freeText("comment", 100));
        assertThat(completeness(form, Answers.NONE).missing()).containsExactly("plan");
        var answered = completeness(form, answers("plan", false));
        assertThat(answered.isComplete()).isTrue();
        assertThat(answered.asked()).isEqualTo(2);
        assertThat(answered.completed()).isEqualTo(1);
    }

    @Test
    void progress_is_told_for_each_section_that_concerns_the_member() {
        var form = form(
                section("base", yesNo("plan", "1"), yesNo("target", "1")),
                section("care", yesNo("hospitals", "1").of(REGION)));
        assertThat(completeness(form, answers("plan", true)).sections())
                .containsExactly(new Completeness.SectionProgress("base", 2, 1, List.of(), List.of()));
    }

    @Test
    void a_hidden_question_is_not_asked_though_an_old_answer_to_it_is_kept() {
        var form = form(
                yesNo("plan", "1"),
                freeText("which", 100).required().onlyIf(new Condition.Says("plan", true)),
                freeText("since", 100).required().onlyIf(new Condition.Answered("which")));
        var filled = filled(form, answers("plan", false, "which", "The old one"));
        assertThat(filled.standing("which")).isEqualTo(Standing.HIDDEN);
        assertThat(filled.answer("which")).isEmpty();
        assertThat(filled.standing("since")).isEqualTo(Standing.HIDDEN);
        assertThat(Completeness.of(filled).isComplete()).isTrue();
        assertThat(completeness(form, answers("plan", true)).missing()).containsExactly("which");
    }

    @Test
    void not_applicable_completes_a_required_question_and_releases_what_depends_on_it() {
        var form = form(
                yesNo("port", "1").required().orNotApplicable(),
                freeText("berths", 100).required().onlyIf(new Condition.Answered("port")));
        var completeness = completeness(form, answers("port", new Answer.NotApplicable("Inland")));
        assertThat(completeness.isComplete()).isTrue();
        assertThat(completeness.asked()).isEqualTo(1);
        assertThat(completeness.completed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(NotationKey.class)
    void only_not_estimated_leaves_a_number_incomplete(NotationKey key) {
        var form = form(number("emissions").required());
        var completeness = completeness(form, answers("emissions", new Answer.NoValue(key, "Because")));
        assertThat(completeness.isComplete()).isEqualTo(key != NotationKey.NE);
    }

    @Test
    void a_table_is_complete_when_every_cell_has_a_figure_or_says_why_not() {
        var sector = new Kind.IndicatorTable.Sector("transport", Ask.text("Transport"));
        var form = form(Ask.question(
                        "ghg",
                        new Kind.IndicatorTable(
                                "ghg-sector", List.of(-1, 0), List.of(sector), Ask.text("t"), new Range(null, null, 0)))
                .required());
        var first = new Answer.Table.Cell("transport", 2025, amount("10"));
        var second = new Answer.Table.Cell("transport", 2026, new Answer.NoValue(NotationKey.NO, "None"));
        var gap = new Answer.Table.Cell("transport", 2026, new Answer.NoValue(NotationKey.NE, "Later"));
        assertThat(completeness(form, answers("ghg", new Answer.Table(List.of(first))))
                        .missing())
                .containsExactly("ghg");
        assertThat(completeness(form, answers("ghg", new Answer.Table(List.of(first, gap))))
                        .missing())
                .containsExactly("ghg");
        assertThat(completeness(form, answers("ghg", new Answer.Table(List.of(first, second))))
                        .isComplete())
                .isTrue();
    }

    @Test
    void a_wrong_answer_stands_in_the_way_even_of_a_voluntary_question() {
        var form = form(number("emissions"));
        var completeness = completeness(form, answers("emissions", -1));
        assertThat(completeness.isComplete()).isFalse();
        assertThat(completeness.wrong())
                .containsExactly(new Completeness.WrongAnswer(
                        "emissions", List.of(AnswerError.of("below-minimum", BigDecimal.ZERO))));
    }

    @Test
    void conditions_look_at_the_chosen_options() {
        var form = form(
                oneOf("target", option("none", "0"), option("some", "1"), option("full", "2")),
                severalOf("means", option("cars", "1"), option("heat", "1")),
                freeText("why", 100).onlyIf(new Condition.Chose("target", List.of("some", "full"))),
                freeText("cars-how", 100).onlyIf(new Condition.Chose("means", List.of("cars"))));
        var filled = filled(form, answers("target", chose("full"), "means", ticked("heat", "cars")));
        assertThat(filled.standing("why")).isEqualTo(Standing.SHOWN);
        assertThat(filled.standing("cars-how")).isEqualTo(Standing.SHOWN);
        var other = filled(form, answers("target", chose("none"), "means", ticked("heat")));
        assertThat(other.standing("why")).isEqualTo(Standing.HIDDEN);
        assertThat(other.standing("cars-how")).isEqualTo(Standing.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL_TO,HIDDEN,SHOWN,HIDDEN",
        "AT_LEAST,HIDDEN,SHOWN,SHOWN",
        "MORE_THAN,HIDDEN,HIDDEN,SHOWN",
        "AT_MOST,SHOWN,SHOWN,HIDDEN",
        "LESS_THAN,SHOWN,HIDDEN,HIDDEN"
    })
    void conditions_compare_numbers(Condition.Comparison comparison, Standing below, Standing at, Standing above) {
        var form = form(
                number("cars"),
                freeText("why", 100).onlyIf(new Condition.Compares("cars", comparison, new BigDecimal("10"))));
        assertThat(filled(form, answers("cars", amount("9.99"))).standing("why"))
                .isEqualTo(below);
        assertThat(filled(form, answers("cars", amount("10.0"))).standing("why"))
                .isEqualTo(at);
        assertThat(filled(form, answers("cars", amount("10.01"))).standing("why"))
                .isEqualTo(above);
        assertThat(filled(form, answers("cars", new Answer.NoValue(NotationKey.NO, "None")))
                        .standing("why"))
                .isEqualTo(Standing.HIDDEN);
    }

    private static Completeness completeness(ReportForm form, Answers answers) {
        return Completeness.of(filled(form, answers));
    }
}
