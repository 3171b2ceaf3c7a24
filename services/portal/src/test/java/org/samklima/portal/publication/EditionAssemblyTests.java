package org.samklima.portal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.chose;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.oneOf;
import static org.samklima.portal.forms.Ask.option;
import static org.samklima.portal.forms.Ask.question;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.text;
import static org.samklima.portal.forms.Ask.weighted;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.samklima.published.MemberKind.REGION;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Range;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.tenancy.TenantKind;
import org.samklima.published.Edition;
import org.samklima.published.FigureTable;
import org.samklima.published.FormOutline;
import org.samklima.published.MemberReport;
import org.samklima.published.NotationKey;
import org.samklima.published.Question;
import org.samklima.published.Ranking;
import org.samklima.published.Remark;
import org.samklima.published.Source;
import org.samklima.published.Statement;
import org.samklima.published.Target;
import org.samklima.published.Texts;
import tools.jackson.databind.json.JsonMapper;

class EditionAssemblyTests {

    @Test
    void what_the_form_does_not_mark_as_public_is_nowhere_in_the_edition() {
        var sample =
                new Sample(form(yesNo("plan", "2"), freeText("worries", 200), number("staff")), "worries", "staff");
        sample.reported(sample.member("Ekby"), answers("plan", true, "worries", "Nobody is left", "staff", 3));

        var edition = edition(sample);

        assertThat(edition.round().forms().getFirst().sections().getFirst().questions())
                .extracting(Question::code)
                .containsExactly("plan");
        assertThat(edition.round().reports().getFirst().answers())
                .containsExactly(org.samklima.published.Answer.yesNo("plan", true));
        assertThat(JsonMapper.shared().writeValueAsString(edition))
                .doesNotContain("worries", "Nobody is left", "staff");
    }

    @Test
    void the_network_may_withhold_what_the_form_would_make_public() {
        var sample = new Sample(form(yesNo("plan", "2"), yesNo("budget", "1")));
        sample.withheld = Set.of("sample.budget");
        sample.statements.add(new Draft.ChosenStatement("sample.budget", null));
        sample.reported(sample.member("Ekby"), answers("plan", true, "budget", true));

        var edition = edition(sample);

        assertThat(edition.round().reports().getFirst().answers()).hasSize(1);
        assertThat(edition.statements().getFirst().question())
                .as("what the statement is from is not published, so it does not refer to it")
                .isNull();
        assertThat(edition.statements().getFirst().holds()).isEqualTo(1);
    }

    @Test
    void every_kind_of_answer_is_published_as_what_it_is() {
        var form = form(
                oneOf("stage", option("done", "1"), option("begun", "0")),
                number("solar"),
                number("wind"),
                freeText("words", 100),
                question("proof", new Kind.Evidence()),
                question("archive", new Kind.Evidence()),
                yesNo("harbour", "1").orNotApplicable(),
                yesNo("unanswered", "1"));
        var sample = new Sample(form);
        sample.reported(
                sample.member("Ekby"),
                answers(
                        "stage", chose("begun"),
                        "solar", 12,
                        "wind", new Answer.NoValue(NotationKey.NE, "Next year"),
                        "words", "<script>alert(1)</script>",
                        "proof", new Answer.Evidence("https://ekby.example/plan", "Plan"),
                        "archive", new Answer.Evidence(null, "KS 12/2026"),
                        "harbour", new Answer.NotApplicable("Inland")));

        assertThat(edition(sample).round().reports().getFirst().answers())
                .containsExactly(
                        org.samklima.published.Answer.chosen("stage", List.of("begun")),
                        org.samklima.published.Answer.number("solar", new BigDecimal("12")),
                        org.samklima.published.Answer.noValue("wind", NotationKey.NE, "Next year"),
                        org.samklima.published.Answer.text("words", "<script>alert(1)</script>"),
                        org.samklima.published.Answer.evidence("proof", "Plan", "https://ekby.example/plan"),
                        org.samklima.published.Answer.text("archive", "KS 12/2026"),
                        org.samklima.published.Answer.notApplicable("harbour"));
    }

    @Test
    void without_scores_not_a_point_is_published() {
        var sample =
                new Sample(form(section("goals", yesNo("plan", "2")), section("kept", yesNo("secret", "2"))), "secret");
        sample.scores = false;
        sample.reported(sample.member("Ekby"), answers("plan", true, "secret", true));

        var edition = edition(sample);

        assertThat(edition.round().reports().getFirst())
                .isEqualTo(new MemberReport(
                        "ekby", "sample", List.of(), null, List.of(org.samklima.published.Answer.yesNo("plan", true))));
        assertThat(edition.round().forms().getFirst().sections())
                .extracting(FormOutline.Section::code)
                .containsExactly("goals");
    }

    @Test
    void scores_are_published_by_section_in_points_and_a_gate_says_whether_it_is_met() {
        var form = form(
                section("basic", yesNo("decision", "0").asGate()),
                section("goals", yesNo("plan", "2"), yesNo("follow-up", "1")),
                section("care", yesNo("hospitals", "4").of(REGION)));
        var sample = new Sample(form);
        sample.reported(sample.member("Ekby"), answers("decision", false, "plan", true));

        var report = edition(sample).round().reports().getFirst();

        assertThat(report.sections())
                .containsExactly(
                        new MemberReport.SectionScore("basic", BigDecimal.ZERO, BigDecimal.ZERO, false),
                        new MemberReport.SectionScore("goals", new BigDecimal("2"), new BigDecimal("3"), null));
        assertThat(report.total()).isEqualTo(new MemberReport.Score(new BigDecimal("2"), new BigDecimal("3")));
        assertThat(edition(sample).round().forms().getFirst().sections())
                .extracting(FormOutline.Section::gate)
                .containsExactly(true, false, false);
    }

    @Test
    void a_weighted_total_is_given_in_weighted_points_of_the_weights_that_apply() {
        var form = form(
                weighted("goals", "15", yesNo("plan", "2"), yesNo("follow-up", "1")),
                weighted("travel", "12", yesNo("rail", "1")),
                weighted("harbour", "5", yesNo("shore-power", "1").orNotApplicable()));
        var sample = new Sample(form);
        sample.reported(
                sample.member("Ekby"),
                answers("plan", true, "rail", false, "shore-power", new Answer.NotApplicable("Inland")));

        assertThat(edition(sample).round().reports().getFirst().total())
                .isEqualTo(new MemberReport.Score(new BigDecimal("10"), new BigDecimal("27")));
    }

    @Test
    void a_figure_reported_in_a_public_answer_stands_among_the_figures_and_an_unpublished_one_does_not() {
        var range = new Range(null, null, 2);
        var form = form(
                question("emissions", new Kind.Indicator("co2", -1, null, text("ton"), range, List.of())),
                question("waste", new Kind.Indicator("co2", -1, "waste", text("ton"), range, List.of())),
                question("gone", new Kind.Indicator("given-up", 0, null, text("ton"), range, List.of())));
        var sample = new Sample(form, "waste");
        var ekby = sample.member("Ekby");
        sample.observed(ekby, null, 2024, "100");
        sample.observed(ekby, null, 2025, "90");
        sample.reported(ekby, answers("emissions", 85, "waste", 7, "gone", 1));

        var tables = edition(sample).figures().tables();

        assertThat(tables).hasSize(1);
        assertThat(tables.getFirst().rows().getFirst().values())
                .containsExactly(new BigDecimal("100"), new BigDecimal("85"));
        assertThat(tables.getFirst().rows().getFirst().remarks())
                .containsExactly(new Remark(2025, null, ReportedFigures.SOURCE, null, new BigDecimal("90")));
        assertThat(edition(sample).figures().sources()).extracting(Source::code).containsExactly("smhi", "member");
    }

    @Test
    void a_table_of_figures_fills_the_sectors_and_is_no_answer() {
        var form = form(question(
                "sectors",
                new Kind.IndicatorTable(
                        "co2",
                        List.of(-1, 0),
                        List.of(
                                new Kind.IndicatorTable.Sector("transport", text("Transport")),
                                new Kind.IndicatorTable.Sector("waste", text("Waste"))),
                        text("ton"),
                        new Range(null, null, 2))));
        var sample = new Sample(form);
        sample.reported(
                sample.member("Ekby"),
                answers(
                        "sectors",
                        new Answer.Table(List.of(
                                new Answer.Table.Cell("transport", 2025, new Answer.Amount(BigDecimal.TEN)),
                                new Answer.Table.Cell("waste", 2026, new Answer.NoValue(NotationKey.NO, "None"))))));

        var edition = edition(sample);

        assertThat(edition.figures().tables()).extracting(FigureTable::sector).containsExactly("transport", "waste");
        assertThat(edition.round().reports().getFirst().answers()).isEmpty();
    }

    @Test
    void only_the_chosen_years_and_indicators_are_in_it_and_the_sources_they_need() {
        var sample = new Sample(form(yesNo("plan", "1")));
        var ekby = sample.member("Ekby");
        sample.observed(ekby, null, 1990, "100");
        sample.observed(ekby, "waste", 2024, "3");
        sample.observed(ekby, null, 2024, "60");
        sample.observations.add(
                new Observed(ekby.id(), "population", null, 2024, BigDecimal.TEN, null, null, "scb", false));
        sample.fromYear = 2000;

        var figures = edition(sample).figures();

        assertThat(figures.indicators()).hasSize(1);
        assertThat(figures.indicators().getFirst().baselineYear()).isEqualTo(1990);
        assertThat(figures.indicators().getFirst().target()).isEqualTo(new Target(1990, 2030, new BigDecimal("-0.63")));
        assertThat(figures.tables())
                .allSatisfy(table -> assertThat(table.years()).containsExactly(2024));
        assertThat(figures.sources()).extracting(Source::code).containsExactly("smhi");
        assertThat(figures.population()).isNull();
    }

    @Test
    void members_are_in_it_whether_they_answered_or_not_and_their_peer_group_only_if_it_is_shown() {
        var sample = new Sample(form(yesNo("plan", "1")));
        sample.reported(sample.member("Ekby"), answers("plan", true));
        sample.member("Lindregionen", TenantKind.REGION);

        assertThat(edition(sample).members())
                .extracting(org.samklima.published.Member::key)
                .containsExactly("ekby", "lindregionen");
        assertThat(edition(sample).members().getFirst().peerGroup()).isEqualTo("small");
        assertThat(edition(sample).round().reports())
                .extracting(MemberReport::member)
                .containsExactly("ekby");

        sample.peerGroups = Set.of();
        assertThat(edition(sample).members().getFirst().peerGroup()).isNull();
        assertThat(edition(sample).peerGroups()).isEmpty();
    }

    @Test
    void statements_stand_in_the_chosen_order_in_the_networks_own_words_or_the_proposed_ones() {
        var sample = new Sample(form(yesNo("plan", "1"), yesNo("budget", "1")));
        var ekby = sample.member("Ekby");
        sample.observed(ekby, null, 1990, "100");
        sample.observed(ekby, null, 2025, "66.3");
        sample.reported(ekby, answers("plan", true, "budget", false));
        sample.statements.add(new Draft.ChosenStatement("sample.budget", Texts.of("sv", "har en klimatbudget")));
        sample.statements.add(new Draft.ChosenStatement("figures.co2.change", null));
        sample.statements.add(new Draft.ChosenStatement("sample.given-up", null));

        var statements = edition(sample).statements();

        assertThat(statements).extracting(Statement::code).containsExactly("sample.budget", "figures.co2.change");
        assertThat(statements.getFirst().text()).isEqualTo(Texts.of("sv", "har en klimatbudget"));
        assertThat(statements.getFirst().question()).isEqualTo("budget");
        assertThat(statements.getLast().text()).isEqualTo(Texts.of("sv", "figures.co2.change"));
        assertThat(statements.getLast().value()).isEqualTo("-0.337");
    }

    @Test
    void how_much_of_a_ranking_the_public_sees_is_the_networks_choice() {
        var sample = new Sample(form(yesNo("plan", "1")));

        assertThat(edition(sample).network().ranking()).isEqualTo(Ranking.NONE);
        sample.ranking = Ranking.ALL;
        assertThat(edition(sample).network().ranking()).isEqualTo(Ranking.ALL);
    }

    @Test
    void the_same_material_and_choices_give_the_same_edition_and_it_survives_its_json() {
        var sample = new Sample(form(yesNo("plan", "1")));
        for (var name : List.of("Ekby", "Lindby", "Almby")) {
            var member = sample.member(name);
            sample.observed(member, null, 1990, "100.5");
            sample.observed(member, "waste", 2024, "0");
            sample.reported(member, answers("plan", true));
        }
        var json = JsonMapper.shared();

        var edition = edition(sample);

        assertThat(json.writeValueAsString(edition(sample))).isEqualTo(json.writeValueAsString(edition));
        assertThat(json.readValue(json.writeValueAsString(edition), Edition.class))
                .isEqualTo(edition);
    }

    @Test
    void a_round_whose_form_is_not_chosen_stays_out() {
        ReportForm form = form(yesNo("plan", "1"));
        var sample = new Sample(form);
        sample.reported(sample.member("Ekby"), answers("plan", true));
        var draft = sample.draft();
        var without = new Draft(
                draft.title(),
                draft.introduction(),
                null,
                List.of(),
                Set.of(),
                List.of(),
                null,
                Set.of(),
                Set.of(),
                draft.basis(),
                true,
                Ranking.NONE,
                null,
                null);

        var assembly = new EditionAssembly(sample.material(), without, Sample.OWN);

        assertThat(edition(assembly).round().reports()).isEmpty();
        assertThat(assembly.findings()).isEmpty();
    }

    private static Edition edition(Sample sample) {
        return edition(sample.assembly());
    }

    private static Edition edition(EditionAssembly assembly) {
        return assembly.edition(
                1,
                Instant.parse("2026-11-22T09:00:00Z"),
                Texts.of("sv", "Klimatåret"),
                Texts.of("sv", "Så gick det."),
                List.of(),
                finding -> Texts.of("sv", finding.code()));
    }
}
