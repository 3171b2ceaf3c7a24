package org.samklima.portal.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.samklima.portal.forms.Ask.amount;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.question;
import static org.samklima.portal.forms.Ask.text;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.Kind;
import org.samklima.portal.forms.Range;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.NotationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class KnownFiguresTests {

    private static final Kind TONNES = new Kind.Number(text("t CO₂e"), new Range(BigDecimal.ZERO, null, 2), List.of());

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvc mvc;

    @Autowired
    Figures figures;

    @Autowired
    OwnFigures ownFigures;

    @Autowired
    Proposals proposals;

    ReportingScene scene;
    Tenant ekby;

    @BeforeEach
    void official_figures() throws Exception {
        scene = new ReportingScene(world, beans);
        ekby = scene.member("Ekby");
        official("ghg-total", "Kommun;År;Ton CO2e\nEkby;2024;1234,56\nEkby;2025;1200\n");
    }

    private void official(String indicator, String file) throws Exception {
        mvc.perform(multipart(
                        "/api/v1/{tenant}/imports/observations",
                        scene.association().slug())
                .file(new MockMultipartFile("file", "figures.csv", null, file.getBytes(StandardCharsets.UTF_8)))
                .param("mapping", """
                        {"indicator": "%s", "source": {"name": "Riksdata", "version": "2025"}}""".formatted(indicator))
                .param("dryRun", "false")
                .with(scene.staff().token()));
        await().until(() -> !world.ask(ekby, figures::overview).of(indicator).isEmpty());
    }

    @Test
    void an_official_figure_of_the_year_asked_for_is_proposed_with_its_source() {
        assertThat(proposed(indicator("ghg-total", "t CO₂e", -2, 2)))
                .extracting(Proposal::answer, Proposal::origin)
                .containsExactly(tuple(
                        amount("1234.56"),
                        new Origin(Origin.Source.OFFICIAL_FIGURE, "Riksdata, 2025", 2024, List.of("ghg-total"))));
    }

    @Test
    void a_figure_is_rounded_to_the_decimals_that_the_question_takes() {
        assertThat(proposed(indicator("ghg-total", "t CO₂e", -2, 0)))
                .extracting(Proposal::answer)
                .containsExactly(amount("1235"));
    }

    @Test
    void a_year_without_a_figure_gets_no_proposal() {
        assertThat(proposed(indicator("ghg-total", "t CO₂e", -5, 2))).isEmpty();
    }

    @Test
    void a_question_in_another_unit_gets_no_proposal() {
        assertThat(proposed(indicator("ghg-total", "1000 t CO₂e", -2, 2))).isEmpty();
    }

    @Test
    void the_members_own_correction_comes_before_the_official_figure_and_both_are_proposed() {
        own(2024, new BigDecimal("1250"), null);

        assertThat(proposed(indicator("ghg-total", "t CO₂e", -2, 2)))
                .extracting(Proposal::answer, proposal -> proposal.origin().source())
                .containsExactly(
                        tuple(amount("1250"), Origin.Source.OWN_FIGURE),
                        tuple(amount("1234.56"), Origin.Source.OFFICIAL_FIGURE));
    }

    @Test
    void a_whole_whose_sectors_were_corrected_is_proposed_as_on_the_indicators_page_before_the_official_one()
            throws Exception {
        official("ghg-sector", "Kommun;År;Ton CO2e\nEkby;2024;9\n");
        correctedSectors(2024);

        assertThat(proposed(indicator("ghg-sector", "t CO₂e", -2, 2)))
                .extracting(Proposal::answer, Proposal::origin)
                .containsExactly(
                        tuple(
                                amount("18"),
                                new Origin(Origin.Source.OWN_FIGURE, "Own reckoning", 2024, List.of("ghg-sector"))),
                        tuple(
                                amount("9"),
                                new Origin(
                                        Origin.Source.OFFICIAL_FIGURE, "Riksdata, 2025", 2024, List.of("ghg-sector"))));
    }

    @Test
    void an_indicator_that_is_chosen_for_a_number_answers_with_the_whole_that_counts() throws Exception {
        official("ghg-sector", "Kommun;År;Ton CO2e\nEkby;2024;9\n");
        correctedSectors(2024);
        var report = scene.begun(ekby, scene.opened(form(question("emissions", TONNES))));

        var given = world.ask(
                ekby,
                () -> beans.getBean(Answering.class)
                        .take(report, "emissions", Origin.Source.OWN_FIGURE, List.of("ghg-sector")));

        assertThat(given.answer()).isEqualTo(amount("18"));
        assertThat(world.ask(
                        ekby,
                        () -> beans.getBean(PlannedAnswers.class)
                                .choices(report, "emissions", Locale.ENGLISH)
                                .indicators()))
                .extracting(PlannedAnswers.Choice::item, PlannedAnswers.Choice::about)
                .contains(tuple("ghg-sector", "18 t CO₂e, 2024"), tuple("ghg-total", "1,200 t CO₂e, 2025"));
    }

    @Test
    void a_notation_key_is_proposed_as_one_with_its_explanation() {
        own(2023, null, NotationKey.NE);

        assertThat(proposed(indicator("ghg-total", "t CO₂e", -3, 2)))
                .extracting(Proposal::answer)
                .containsExactly(new Answer.NoValue(NotationKey.NE, "Not counted then"));
    }

    private void correctedSectors(int year) {
        var sectors = world
                .ask(ekby, () -> beans.getBean(IndicatorCatalogue.class).read())
                .sectorLists()
                .stream()
                .filter(list -> list.code().equals("se-official"))
                .flatMap(list -> list.sectors().stream())
                .map(sector -> new OwnFigures.Entered(
                        year,
                        sector.code(),
                        new BigDecimal("2"),
                        null,
                        null,
                        new SourceDetails("Own reckoning", null, null)))
                .toList();
        world.in(ekby, () -> ownFigures.enter("ghg-sector", sectors, List.of()));
    }

    private void own(int year, BigDecimal value, NotationKey notation) {
        world.in(
                ekby,
                () -> ownFigures.enter(
                        "ghg-total",
                        new OwnFigures.Entered(
                                year,
                                null,
                                value,
                                notation,
                                "Not counted then",
                                new SourceDetails("Own reckoning", null, null))));
    }

    private List<Proposal> proposed(Ask asked) {
        UUID report = scene.begun(ekby, scene.opened(form(asked)));
        return world.ask(
                ekby,
                () -> proposals.to(beans.getBean(Reports.class).get(report)).to("emissions"));
    }

    private static Ask indicator(String code, String unit, int yearOffset, int decimals) {
        return question(
                "emissions",
                new Kind.Indicator(
                        code, yearOffset, null, text(unit), new Range(BigDecimal.ZERO, null, decimals), List.of()));
    }
}
