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
import static org.samklima.portal.forms.Ask.question;
import static org.samklima.portal.forms.Ask.text;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.MUNICIPALITY;
import static org.samklima.published.MemberKind.REGION;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samklima.portal.forms.Answer.Table.Cell;
import org.samklima.portal.forms.CarryOver.Candidate;
import org.samklima.published.Texts;

/** The earlier report is of 2026, the one to be filled in of 2027. */
class CarryOverTests {

    private static final Range ANY = new Range(null, null, 0);

    @Test
    void last_years_answer_is_proposed_to_the_question_of_the_same_code() {
        var candidates =
                carry(form(yesNo("plan", "1"), freeText("new", 9)), form(yesNo("plan", "2")), answers("plan", true));
        assertThat(candidates).isEqualTo(Map.of("plan", new Candidate("plan", "plan", new Answer.YesNo(true))));
    }

    @Test
    void an_answer_that_the_new_question_would_refuse_is_not_proposed() {
        var old = form(
                oneOf("target", option("some", "1"), option("full", "2")),
                freeText("why", 100),
                number("cars"),
                yesNo("port", "1").orNotApplicable());
        var now = form(
                oneOf("target", option("none", "0"), option("some", "1")),
                freeText("why", 5),
                yesNo("cars", "1"),
                yesNo("port", "1"));
        assertThat(carry(
                        now,
                        old,
                        answers(
                                "target",
                                chose("full"),
                                "why",
                                "Because",
                                "cars",
                                5,
                                "port",
                                new Answer.NotApplicable(""))))
                .isEmpty();
    }

    @Test
    void an_answer_that_did_not_stand_is_not_proposed() {
        var old = form(
                yesNo("plan", "1"), freeText("which", 100).onlyIf(new Condition.Says("plan", true)), number("cars"));
        assertThat(carry(old, old, answers("plan", false, "which", "Old", "cars", -1)))
                .containsOnlyKeys("plan");
    }

    @Test
    void a_question_for_other_members_gets_no_proposal() {
        var old = form(yesNo("plan", "1"));
        assertThat(carry(form(yesNo("plan", "1").of(REGION)), old, answers("plan", true)))
                .isEmpty();
    }

    @Test
    void a_number_is_proposed_only_in_the_same_unit() {
        var tonnes = form(number("waste"));
        var kilos = form(question("waste", new Kind.Number(text("kg"), ANY, List.of())));
        var names = new LinkedHashMap<String, String>();
        names.put("sv", "ton");
        names.put("en", "tonnes");
        var bilingual = new ReportForm(
                "f",
                bilingual("F"),
                null,
                List.of("sv", "en"),
                List.of(new Section(
                        "s",
                        bilingual("S"),
                        null,
                        null,
                        Question.EVERY_KIND,
                        List.of(new Question(
                                "waste",
                                bilingual("Waste"),
                                null,
                                new Kind.Number(new Texts(names), ANY, List.of()),
                                false,
                                Question.EVERY_KIND,
                                null,
                                false,
                                false,
                                Visibility.NETWORK,
                                null)))));
        assertThat(carry(kilos, tonnes, answers("waste", 5))).isEmpty();
        assertThat(carry(bilingual, tonnes, answers("waste", 5))).containsOnlyKeys("waste");
    }

    @Test
    void an_indicators_value_is_proposed_only_where_its_year_is_asked_for_again() {
        var old = form(indicator("now", 0), indicator("before", -1));
        var candidates =
                carry(form(indicator("now", 0), indicator("before", -1)), old, answers("now", 10, "before", 9));
        assertThat(candidates).isEmpty();
        assertThat(carry(form(indicator("now", -1)), old, answers("now", 10))).containsOnlyKeys("now");
        assertThat(carry(form(indicator("now", -1, "transport")), old, answers("now", 10)))
                .isEmpty();
    }

    @Test
    void of_a_table_the_cells_that_are_asked_for_again_are_proposed() {
        var old = form(table("transport", "waste"));
        var kept = new Cell("transport", 2025, amount("7"));
        var given = new Answer.Table(
                List.of(new Cell("transport", 2024, amount("8")), kept, new Cell("waste", 2025, amount("3"))));
        assertThat(carry(form(table("transport", "farming")), old, answers("ghg", given)))
                .isEqualTo(Map.of("ghg", new Candidate("ghg", "ghg", new Answer.Table(List.of(kept)))));
        assertThat(carry(form(table("farming")), old, answers("ghg", given))).isEmpty();
    }

    @Test
    void between_networks_the_code_of_the_shared_question_counts() {
        var other = form(yesNo("q17", "1").sharedAs("climate-plan"), yesNo("plan", "1"), yesNo("q18", "1"));
        var now = form(
                yesNo("plan", "2").sharedAs("climate-plan"),
                yesNo("q17", "1"),
                yesNo("q18", "1").sharedAs("else"));
        var candidates = new CarryOver(now, 2026, MUNICIPALITY)
                .fromOtherForm(filled(other, answers("q17", false, "plan", true, "q18", true)));
        assertThat(candidates).isEqualTo(Map.of("plan", new Candidate("plan", "q17", new Answer.YesNo(false))));
    }

    private static Map<String, Candidate> carry(ReportForm now, ReportForm old, Answers answers) {
        return new CarryOver(now, 2027, MUNICIPALITY).fromSameForm(filled(old, answers));
    }

    private static Ask indicator(String code, int yearOffset) {
        return question(code, new Kind.Indicator("ghg-total", yearOffset, null, text("t"), ANY, List.of()));
    }

    private static Ask indicator(String code, int yearOffset, String sector) {
        return question(code, new Kind.Indicator("ghg-total", yearOffset, sector, text("t"), ANY, List.of()));
    }

    private static Ask table(String... sectors) {
        return question(
                "ghg",
                new Kind.IndicatorTable(
                        "ghg-sector",
                        List.of(-2, -1),
                        List.of(sectors).stream()
                                .map(code -> new Kind.IndicatorTable.Sector(code, text(code)))
                                .toList(),
                        text("t"),
                        ANY));
    }

    private static Texts bilingual(String text) {
        return new Texts(Map.of("sv", text, "en", text));
    }
}
