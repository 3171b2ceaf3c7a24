package org.samklima.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EditionJsonTests {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void an_edition_comes_back_from_json_as_it_went() {
        Edition edition = edition();

        assertThat(json.readValue(json.writeValueAsString(edition), Edition.class))
                .isEqualTo(edition);
    }

    @Test
    void figures_are_written_as_plain_decimals_and_gaps_as_null() {
        var row = new FigureRow(
                "granviken",
                null,
                Arrays.asList(new BigDecimal("5475.190"), null, BigDecimal.ZERO, new BigDecimal("1E+3")),
                List.of());

        assertThat(json.writeValueAsString(row))
                .isEqualTo("{\"member\":\"granviken\",\"values\":[5475.19,null,0,1000]}");
    }

    @Test
    void a_reader_ignores_what_was_added_later_and_takes_absent_lists_as_empty() {
        Figures figures = json.readValue("{\"addedLater\":{\"a\":1}}", Figures.class);

        assertThat(figures.tables()).isEmpty();
        assertThat(figures.population()).isNull();
    }

    @Test
    void a_figure_finer_than_six_decimals_or_as_large_as_a_million_million_is_refused() {
        assertThatThrownBy(() -> row("0.0000001")).hasMessageContaining("at most 6 decimals");
        assertThatThrownBy(() -> row("1000000000000")).hasMessageContaining("not 1000000000000");
        assertThat(row("-999999999999.999999").values()).containsExactly(new BigDecimal("-999999999999.999999"));
    }

    @Test
    void a_row_has_a_value_or_a_gap_for_every_year_of_its_table() {
        assertThatThrownBy(() -> new FigureTable("co2", null, List.of(1990, 2024), "smhi", List.of(row("1"))))
                .hasMessage("co2 of granviken has 1 values for 2 years");
    }

    @Test
    void the_years_of_a_table_ascend() {
        assertThatThrownBy(() -> new FigureTable("co2", null, List.of(2000, 1990), "smhi", List.of()))
                .hasMessageContaining("[2000, 1990]");
    }

    @Test
    void a_network_that_says_nothing_about_ranking_shows_the_better_half() {
        assertThat(profile(null).ranking()).isEqualTo(Ranking.BEST_HALF);
    }

    @Test
    void an_accent_colour_is_nothing_but_a_colour() {
        assertThatThrownBy(() -> new NetworkProfile(
                        UUID.randomUUID(),
                        "insjon",
                        Texts.of("sv", "Insjön"),
                        List.of("sv"),
                        "sv",
                        "red;background:url(x)",
                        ZoneId.of("Europe/Stockholm"),
                        null,
                        null,
                        null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_notation_key_in_place_of_a_number_travels_with_its_explanation() {
        var answer = Answer.noValue("harbour", NotationKey.NE, "Mäts från 2026");

        assertThat(json.readValue(json.writeValueAsString(answer), Answer.class))
                .isEqualTo(answer);
        assertThat(json.readValue("{\"question\":\"harbour\",\"number\":4,\"notApplicable\":false}", Answer.class))
                .isEqualTo(Answer.number("harbour", new BigDecimal("4")));
    }

    @Test
    void a_published_link_leads_to_the_web_and_nowhere_else() {
        assertThatThrownBy(() -> Answer.evidence("plan", null, "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_edition_speaks_only_of_what_it_holds() {
        assertThatThrownBy(() -> editionWith("\"member\":\"granviken\"", "\"member\":\"storby\""))
                .hasMessageContaining("Unknown member storby");
        assertThatThrownBy(() -> editionWith("\"peerGroup\":\"small\"", "\"peerGroup\":\"large\""))
                .hasMessageContaining("Unknown peer group large");
        assertThatThrownBy(() -> editionWith("\"source\":\"official\"", "\"source\":\"hearsay\""))
                .hasMessageContaining("Unknown source hearsay");
        assertThatThrownBy(() -> editionWith("\"sectorList\":\"nine\"", "\"sectorList\":\"ten\""))
                .hasMessageContaining("Unknown sector list ten");
    }

    @Test
    void an_answer_to_a_question_that_is_not_published_cannot_slip_out() {
        assertThatThrownBy(() -> editionWith("\"question\":\"harbour\"", "\"question\":\"budget\""))
                .hasMessageContaining("Unknown question budget");
    }

    @Test
    void nothing_is_given_twice() {
        assertThatThrownBy(() -> editionWith("\"code\":\"since\"", "\"code\":\"plan\""))
                .hasMessageContaining("The question plan is given twice");
    }

    @Test
    void a_notation_key_stands_only_where_there_is_no_value() {
        assertThatThrownBy(() -> editionWith("[118276.5,null]", "[118276.5,0]"))
                .hasMessageContaining("both a value and NE in 2024");
    }

    private Edition editionWith(String part, String other) {
        String written = json.writeValueAsString(edition());
        assertThat(written).contains(part);
        return json.readValue(written.replace(part, other), Edition.class);
    }

    private static Question question(String code, QuestionKind kind) {
        return new Question(code, kind, Texts.of("sv", code + "?"), null, List.of());
    }

    private static FigureRow row(String value) {
        return new FigureRow("granviken", null, List.of(new BigDecimal(value)), List.of());
    }

    private static NetworkProfile profile(Ranking ranking) {
        return new NetworkProfile(
                UUID.fromString("0192f0c1-0000-7000-8000-000000000001"),
                "klimatringen",
                Texts.of("sv", "Klimatringen"),
                List.of("sv", "en"),
                "sv",
                "#1b6e53",
                ZoneId.of("Europe/Stockholm"),
                null,
                "kansli@klimatringen.example",
                ranking);
    }

    private static Edition edition() {
        return new Edition(
                Edition.FORMAT,
                profile(Ranking.ALL),
                2025,
                2,
                Instant.parse("2026-03-01T09:00:00Z"),
                new Texts(Map.of("sv", "Klimatåret 2025")),
                Texts.of("sv", "Så gick det."),
                List.of(Texts.of("sv", "Granvikens utsläpp 2024 rättade.")),
                List.of(new PeerGroup("small", Texts.of("sv", "Mindre kommuner"))),
                List.of(new Member(
                        "granviken",
                        UUID.fromString("0192f0c1-0000-7000-8000-000000000002"),
                        "Granviken",
                        "0114",
                        MemberKind.MUNICIPALITY,
                        "small")),
                new Figures(
                        List.of(new Indicator(
                                "co2",
                                Texts.of("sv", "Utsläpp"),
                                null,
                                Texts.of("sv", "ton"),
                                0,
                                Direction.LOWER_IS_BETTER,
                                "nine",
                                true,
                                1990,
                                new Target(1990, 2030, new BigDecimal("-0.63")))),
                        List.of(new SectorList(
                                "nine",
                                Texts.of("sv", "Nio sektorer"),
                                List.of(new Sector("transport", Texts.of("sv", "Transporter"), "II")))),
                        List.of(new Source("official", Texts.of("sv", "Statistik"), true, "2026", 2026, null)),
                        null,
                        List.of(new FigureTable(
                                "co2",
                                null,
                                List.of(1990, 2024),
                                "official",
                                List.of(new FigureRow(
                                        "granviken",
                                        null,
                                        Arrays.asList(new BigDecimal("118276.5"), null),
                                        List.of(new Remark(2024, NotationKey.NE, null, "Ej klart", null))))))),
                new RoundResult(
                        List.of(new FormOutline(
                                "test",
                                3,
                                Texts.of("sv", "Medlemstestet"),
                                List.of(MemberKind.MUNICIPALITY),
                                List.of(new FormOutline.Section(
                                        "organisation",
                                        Texts.of("sv", "Organisation"),
                                        false,
                                        List.of(
                                                question("plan", QuestionKind.YES_NO),
                                                question("since", QuestionKind.DATE),
                                                question("harbour", QuestionKind.YES_NO)))))),
                        List.of(new MemberReport(
                                "granviken",
                                "test",
                                List.of(new MemberReport.SectionScore(
                                        "organisation", new BigDecimal("-1"), new BigDecimal("5"), null)),
                                new MemberReport.Score(new BigDecimal("-1"), new BigDecimal("5")),
                                List.of(
                                        Answer.yesNo("plan", true),
                                        Answer.date("since", LocalDate.of(2024, 2, 29)),
                                        Answer.notApplicable("harbour"))))),
                List.of(new Statement(
                        "plan",
                        Statement.Kind.SHARE,
                        Texts.of("sv", "av medlemmarna har en plan"),
                        new BigDecimal("0.791667"),
                        null,
                        38,
                        48,
                        52,
                        new Statement.OverTime(2024, 2025, 45, new BigDecimal("0.6"), new BigDecimal("0.8")),
                        "plan",
                        null)));
    }
}
