package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.samklima.portal.forms.Ask.band;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.meeting;
import static org.samklima.portal.forms.Ask.noneOfThese;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.oneOf;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.percentage;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.severalOf;
import static org.samklima.portal.forms.Ask.text;
import static org.samklima.portal.forms.Ask.weighted;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.ASSOCIATION;
import static org.samklima.published.MemberKind.MUNICIPALITY;
import static org.samklima.published.MemberKind.REGION;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.samklima.published.Texts;

class ReportFormTests {

    private static final String FIRST = "/sections/0/questions/0";
    private static final String SECOND = "/sections/0/questions/1";

    @Test
    void conditions_that_go_round_in_a_circle_are_refused_with_the_circle() {
        assertThat(flaws(() -> form(
                        yesNo("a", "1").onlyIf(new Condition.Says("c", true)),
                        yesNo("b", "1").onlyIf(new Condition.Says("a", true)),
                        yesNo("c", "1").onlyIf(new Condition.Says("b", true)))))
                .containsExactly(Flaw.of(FIRST + "/shownOnlyIf/question", "condition-cycle", "a → c → b → a"));
    }

    @Test
    void a_question_that_depends_on_itself_is_a_circle() {
        assertThat(flaws(() -> form(yesNo("a", "1").onlyIf(new Condition.Says("a", true)))))
                .containsExactly(Flaw.of(FIRST + "/shownOnlyIf/question", "condition-cycle", "a → a"));
    }

    @Test
    void a_condition_cannot_look_ahead() {
        assertThat(flaws(() -> form(yesNo("a", "1").onlyIf(new Condition.Answered("b")), yesNo("b", "1"))))
                .containsExactly(Flaw.of(FIRST + "/shownOnlyIf/question", "condition-looks-ahead", "b"));
    }

    @Test
    void a_condition_names_a_question_and_options_that_exist() {
        assertThat(flaws(() -> form(
                        oneOf("a", option("x", "1"), option("y", "1")),
                        yesNo("b", "1").onlyIf(new Condition.Chose("a", List.of("x", "z"))),
                        yesNo("c", "1").onlyIf(new Condition.Answered("nobody")))))
                .containsExactly(
                        Flaw.of(SECOND + "/shownOnlyIf", "condition-unknown-option", "z"),
                        Flaw.of(
                                "/sections/0/questions/2/shownOnlyIf/question",
                                "condition-unknown-question",
                                "nobody"));
    }

    @Test
    void a_condition_suits_the_kind_of_the_question_it_looks_at() {
        assertThat(flaws(() -> form(
                        yesNo("a", "1"),
                        yesNo("b", "1")
                                .onlyIf(new Condition.Compares("a", Condition.Comparison.AT_LEAST, BigDecimal.ONE)))))
                .containsExactly(Flaw.of(SECOND + "/shownOnlyIf", "condition-wrong-kind", "a"));
    }

    @Test
    void a_condition_looks_at_what_the_same_members_are_asked() {
        assertThat(flaws(() -> form(
                        yesNo("a", "1").of(MUNICIPALITY),
                        yesNo("b", "1").of(MUNICIPALITY, REGION).onlyIf(new Condition.Answered("a")))))
                .containsExactly(Flaw.of(SECOND + "/shownOnlyIf/question", "condition-not-asked.region", "a"));
    }

    @Test
    void codes_are_unique() {
        assertThat(flaws(() -> form(
                        section(
                                "s",
                                yesNo("a", "1").sharedAs("x"),
                                yesNo("a", "1").sharedAs("x")),
                        section("s", oneOf("b", option("o", "1"), option("o", "2"))))))
                .containsExactly(
                        Flaw.of("/sections/1/code", "section-twice", "s"),
                        Flaw.of(SECOND + "/code", "question-twice", "a"),
                        Flaw.of(SECOND + "/sharedQuestion", "shared-question-twice", "x"),
                        Flaw.of("/sections/1/questions/0/options/1/code", "option-twice", "o"));
    }

    @Test
    void every_text_stands_in_every_language_and_in_no_other() {
        var both = new LinkedHashMap<String, String>();
        both.put("sv", "Plan");
        both.put("en", "Plan");
        assertThat(flaws(() -> new ReportForm(
                        "f",
                        new Texts(both),
                        text("Only English"),
                        List.of("en", "de", "de"),
                        List.of(section("s", oneOf("q", option("a", "0"), option("b", "0")))))))
                .contains(
                        Flaw.of("/languages/2", "language-twice", "de"),
                        Flaw.of("/title", "language-missing", "de"),
                        Flaw.of("/title/sv", "language-unknown", "sv"),
                        Flaw.of("/introduction", "language-missing", "de"),
                        Flaw.of("/sections/0/title", "language-missing", "de"),
                        Flaw.of(FIRST + "/text", "language-missing", "de"),
                        Flaw.of(FIRST + "/options/1/text", "language-missing", "de"));
    }

    @Test
    void a_form_weighs_each_section_that_gives_points_or_none() {
        assertThat(flaws(() -> form(
                        weighted("a", "1", yesNo("a1", "1")),
                        section("gate", yesNo("g1", "0").asGate()),
                        section("b", yesNo("b1", "1")))))
                .containsExactly(Flaw.of("/sections/2", "weight-missing", "b"));
    }

    @Test
    void a_question_concerns_somebody() {
        var question = yesNo("a", "1").of(REGION).question();
        assertThat(flaws(() -> form(
                        new Section("s", text("S"), null, null, Set.of(MUNICIPALITY, ASSOCIATION), List.of(question)))))
                .containsExactly(Flaw.of(FIRST + "/memberKinds", "concerns-nobody"));
    }

    @Test
    void bands_ascend_and_can_be_reached() {
        assertThat(flaws(() -> form(
                        number("a", band("5", "1"), band("5", "2")),
                        number("b", band("5", "1"), band(null, "2")),
                        percentage("c", band("0", "1"), band("101", "2")),
                        percentage("d", band(null, "1"), band("0", "2")))))
                .containsExactly(
                        Flaw.of(
                                FIRST + "/bands/1/from",
                                "bands-not-ascending",
                                new BigDecimal("5"),
                                new BigDecimal("5")),
                        Flaw.of(SECOND + "/bands/1", "band-without-beginning"),
                        Flaw.of("/sections/0/questions/2/bands/1", "band-out-of-reach"),
                        Flaw.of("/sections/0/questions/3/bands/0", "band-out-of-reach"));
    }

    @Test
    void bounds_leave_room_for_an_answer() {
        var empty = new Range(BigDecimal.TEN, BigDecimal.ONE, 0);
        assertThat(flaws(() -> form(Ask.question("a", new Kind.Number(text("t"), empty, List.of())))))
                .containsExactly(Flaw.of(FIRST + "/min", "range-empty", BigDecimal.TEN, BigDecimal.ONE));
    }

    @Test
    void a_gate_gives_no_points_and_can_be_met() {
        assertThat(flaws(() -> form(
                        yesNo("a", "1").asGate(),
                        oneOf("b", option("x", "0"), option("y", "0")).asGate(),
                        oneOf("c", option("x", "0"), meeting("y")),
                        oneOf("d", option("x", "0"), noneOfThese("0")),
                        severalOf("e", meeting("x"), noneOfThese("0")).asGate())))
                .containsExactly(
                        Flaw.of(FIRST, "gate-with-points"),
                        Flaw.of(SECOND + "/options", "gate-never-met"),
                        Flaw.of("/sections/0/questions/2/options/1/meetsRequirement", "meets-without-gate"),
                        Flaw.of("/sections/0/questions/3/options/1/exclusive", "exclusive-in-one-of"));
    }

    @Test
    void a_table_names_each_sector_and_year_once() {
        var sector = new Kind.IndicatorTable.Sector("x", text("X"));
        assertThat(flaws(() -> form(Ask.question(
                        "a",
                        new Kind.IndicatorTable(
                                "i", List.of(0, 0), List.of(sector, sector), text("t"), new Range(null, null, 0))))))
                .containsExactly(
                        Flaw.of(FIRST + "/sectors/1/code", "sector-twice", "x"),
                        Flaw.of(FIRST + "/yearOffsets/1", "year-twice", "0"));
    }

    @Test
    void a_sound_form_finds_its_questions_and_the_sections_of_a_kind_of_member() {
        var form = form(
                section("a", freeText("words", 10)),
                section("b", yesNo("hospitals", "1").of(REGION)));
        assertThat(form.question("hospitals")).isPresent();
        assertThat(form.question("nobody")).isEmpty();
        assertThat(form.sectionsFor(MUNICIPALITY)).extracting(Section::code).containsExactly("a");
        assertThat(form.sectionsFor(REGION)).extracting(Section::code).containsExactly("a", "b");
    }

    private static List<Flaw> flaws(Supplier<ReportForm> form) {
        return catchThrowableOfType(InvalidForm.class, form::get).flaws();
    }
}
