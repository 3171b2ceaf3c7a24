package org.samklima.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samklima.portal.forms.Ask.amount;
import static org.samklima.portal.forms.Ask.chose;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.noneOfThese;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.oneOf;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.percentage;
import static org.samklima.portal.forms.Ask.question;
import static org.samklima.portal.forms.Ask.severalOf;
import static org.samklima.portal.forms.Ask.text;
import static org.samklima.portal.forms.Ask.ticked;
import static org.samklima.portal.forms.Ask.yesNo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.published.NotationKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class AnswerTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Ask EVIDENCE = question("proof", new Kind.Evidence());
    private static final Ask DAY = question("decided-on", new Kind.Day());
    private static final Ask TABLE = question(
            "ghg",
            new Kind.IndicatorTable(
                    "ghg-sector",
                    List.of(-2, -1),
                    List.of(new Kind.IndicatorTable.Sector("transport", text("Transport"))),
                    text("t"),
                    new Range(BigDecimal.ZERO, null, 0)));

    static Stream<Arguments> wrongAnswers() {
        return Stream.of(
                wrong(number("n"), amount("-0.01"), "below-minimum", BigDecimal.ZERO),
                wrong(percentage("p"), amount("100.1"), "above-maximum", new BigDecimal("100")),
                wrong(number("n"), amount("1.234"), "too-many-decimals", 2),
                wrong(number("n"), new Answer.NoValue(NotationKey.NO, " "), "explanation-missing", "NO"),
                wrong(number("n"), new Answer.NoValue(NotationKey.C, "x".repeat(1001)), "too-long", 1000, 1001),
                wrong(number("n"), new Answer.NotApplicable(""), "not-applicable-refused"),
                wrong(number("n"), new Answer.YesNo(true), "wrong-kind"),
                wrong(yesNo("y", "1"), amount("1"), "wrong-kind"),
                wrong(yesNo("y", "1"), new Answer.NoValue(NotationKey.NO, "None"), "wrong-kind"),
                wrong(oneOf("o", option("a", "1"), option("b", "1")), chose("c"), "unknown-option", "c"),
                wrong(severalOf("s", option("a", "1"), noneOfThese("0")), ticked("z"), "unknown-option", "z"),
                wrong(severalOf("s", option("a", "1"), noneOfThese("0")), ticked(), "empty"),
                wrong(severalOf("s", option("a", "1"), noneOfThese("0")), ticked("a", "a"), "option-twice"),
                wrong(
                        severalOf("s", option("a", "1"), noneOfThese("0")),
                        ticked("a", "none"),
                        "option-excludes-others",
                        "none"),
                wrong(freeText("t", 5), new Answer.FreeText("123456"), "too-long", 5, 6),
                wrong(freeText("t", 5), new Answer.FreeText(" \n"), "empty"),
                wrong(DAY, new Answer.Day(LocalDate.of(20, 5, 1)), "bad-date"),
                wrong(DAY, new Answer.Day(LocalDate.of(20260, 5, 1)), "bad-date"),
                wrong(EVIDENCE, new Answer.Evidence(null, null), "empty"),
                wrong(EVIDENCE, new Answer.Evidence(null, "x".repeat(301)), "too-long", 300, 301),
                wrong(EVIDENCE, new Answer.Evidence("https://e.org/" + "x".repeat(2000), null), "too-long", 2000, 2014),
                wrong(TABLE, new Answer.Table(List.of()), "empty"));
    }

    private static Arguments wrong(Ask question, Answer answer, String reason, Object... arguments) {
        return Arguments.of(question.question(), answer, AnswerError.of(reason, arguments));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void what_does_not_suit_the_question_is_said_with_a_code(Question question, Answer answer, AnswerError error) {
        assertThat(question.errors(answer, 2026)).containsExactly(error);
    }

    static Stream<Arguments> goodAnswers() {
        return Stream.of(
                Arguments.of(number("n"), amount("0.10")),
                Arguments.of(number("n"), new Answer.NoValue(NotationKey.NE, "Next year")),
                Arguments.of(number("n").orNotApplicable(), new Answer.NotApplicable("")),
                Arguments.of(percentage("p"), amount("100.0")),
                Arguments.of(severalOf("s", option("a", "1"), option("b", "1")), ticked("b", "a")),
                Arguments.of(severalOf("s", option("a", "1"), noneOfThese("0")), ticked("none")),
                Arguments.of(freeText("t", 5), new Answer.FreeText("🌍🌍🌍🌍🌍")),
                Arguments.of(DAY, new Answer.Day(LocalDate.of(2026, 2, 28))),
                Arguments.of(EVIDENCE, new Answer.Evidence(null, "KS 2026/17")),
                Arguments.of(EVIDENCE, new Answer.Evidence("HTTPS://www.example.org/å?a=1#b", null)));
    }

    @ParameterizedTest
    @MethodSource("goodAnswers")
    void what_suits_the_question_has_no_errors(Ask question, Answer answer) {
        assertThat(question.question().errors(answer, 2026)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.org",
                "ftp://example.org/x",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:///nowhere",
                "https://user:secret@example.org/",
                "http://exa mple.org"
            })
    void a_link_begins_with_http_or_https_and_names_a_host(String link) {
        assertThat(EVIDENCE.question().errors(new Answer.Evidence(link, null), 2026))
                .containsExactly(AnswerError.of("bad-link"));
    }

    @Test
    void every_error_of_a_table_names_its_cell() {
        var table = new Answer.Table(List.of(
                cell("transport", 2024, amount("5")),
                cell("transport", 2024, amount("5")),
                cell("transport", 2025, amount("-5")),
                cell("transport", 2026, amount("5")),
                cell("farming", 2025, new Answer.NoValue(NotationKey.NO, ""))));
        assertThat(TABLE.question().errors(table, 2026))
                .containsExactly(
                        AnswerError.of("cell-twice").at("transport/2024"),
                        AnswerError.of("below-minimum", BigDecimal.ZERO).at("transport/2025"),
                        AnswerError.of("year-not-asked", "2026").at("transport/2026"),
                        AnswerError.of("unknown-sector", "farming").at("farming/2025"));
    }

    static Stream<Arguments> json() {
        return Stream.of(
                Arguments.of(amount("12.50"), "{'type':'amount','value':12.5}"),
                Arguments.of(amount("1e3"), "{'type':'amount','value':1000}"),
                Arguments.of(
                        new Answer.NoValue(NotationKey.IE, "In heat"),
                        "{'type':'no-value','key':'IE','explanation':'In heat'}"),
                Arguments.of(new Answer.YesNo(false), "{'type':'yes-no','yes':false}"),
                Arguments.of(chose("a"), "{'type':'one-of','option':'a'}"),
                Arguments.of(ticked("b", "a"), "{'type':'several-of','options':['b','a']}"),
                Arguments.of(new Answer.FreeText("<b>"), "{'type':'text','text':'<b>'}"),
                Arguments.of(new Answer.Day(LocalDate.of(2026, 3, 9)), "{'type':'date','date':'2026-03-09'}"),
                Arguments.of(new Answer.Evidence(null, "KS 17"), "{'type':'evidence','reference':'KS 17'}"),
                Arguments.of(new Answer.NotApplicable("Inland"), "{'type':'not-applicable','reason':'Inland'}"),
                Arguments.of(
                        new Answer.Table(List.of(cell("transport", 2025, amount("7")))),
                        "{'type':'table','cells':[{'sector':'transport','year':2025,'figure':{'type':'amount','value':7}}]}"));
    }

    @ParameterizedTest
    @MethodSource("json")
    void an_answer_is_written_as_json_and_read_back_the_same(Answer answer, String json) {
        assertThat(JSON.readTree(JSON.writeValueAsString(answer))).isEqualTo(JSON.readTree(json.replace('\'', '"')));
        assertThat(JSON.readValue(json.replace('\'', '"'), Answer.class)).isEqualTo(answer);
    }

    @Test
    void answers_are_written_by_question_code_in_their_order() {
        var answers = Ask.answers("b", true, "a", 5);
        var json = JSON.writeValueAsString(answers);
        assertThat(json).startsWith("{\"b\":");
        assertThat(JSON.readValue(json, Answers.class)).isEqualTo(answers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'value':5}",
                "{'type':'sum','value':5}",
                "{'type':'amount'}",
                "{'type':'amount','value':1e999999999}",
                "{'type':'amount','value':1e-999999999}",
                "{'type':'yes-no'}",
                "{'type':'yes-no','yes':null}",
                "{'type':'one-of'}",
                "{'type':'several-of','options':null}",
                "{'type':'several-of','options':[null]}",
                "{'type':'text','text':'a\\u0000b'}",
                "{'type':'date','date':'2026-02-30'}",
                "{'type':'no-value','key':'NA','explanation':'x'}",
                "{'type':'table','cells':[{'sector':'a','year':2025,'figure':{'type':'text','text':'x'}}]}"
            })
    void malformed_answers_are_refused(String json) {
        assertThatThrownBy(() -> JSON.readValue(json.replace('\'', '"'), Answer.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void a_number_keeps_every_digit_wherever_its_type_stands() {
        var json = "{\"value\":123456789012.123456789012,\"type\":\"amount\"}";
        assertThat(JSON.readValue(json, Answer.class)).isEqualTo(amount("123456789012.123456789012"));
    }

    @Test
    void numbers_that_are_equal_are_equal_answers() {
        assertThat(amount("2.0")).isEqualTo(amount("2")).hasSameHashCodeAs(amount("2e0"));
    }

    private static Answer.Table.Cell cell(String sector, int year, Answer.Figure figure) {
        return new Answer.Table.Cell(sector, year, figure);
    }
}
