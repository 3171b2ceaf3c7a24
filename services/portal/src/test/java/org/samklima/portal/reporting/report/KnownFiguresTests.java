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
        var file = "Kommun;År;Ton CO2e\nEkby;2024;1234,56\nEkby;2025;1200\n".getBytes(StandardCharsets.UTF_8);
        mvc.perform(multipart(
                        "/api/v1/{tenant}/imports/observations",
                        scene.association().slug())
                .file(new MockMultipartFile("file", "figures.csv", null, file))
                .param("mapping", "{\"source\": {\"name\": \"Riksdata\", \"version\": \"2025\"}}")
                .param("dryRun", "false")
                .with(scene.staff().token()));
        await().until(() -> !world.ask(ekby, figures::overview).of("ghg-total").isEmpty());
    }

    @Test
    void an_official_figure_of_the_year_asked_for_is_proposed_with_its_source() {
        assertThat(proposed(indicator("t CO₂e", -2, 2)))
                .extracting(Proposal::answer, Proposal::origin)
                .containsExactly(tuple(
                        amount("1234.56"),
                        new Origin(Origin.Source.OFFICIAL_FIGURE, "Riksdata, 2025", 2024, List.of("ghg-total"))));
    }

    @Test
    void a_figure_is_rounded_to_the_decimals_that_the_question_takes() {
        assertThat(proposed(indicator("t CO₂e", -2, 0)))
                .extracting(Proposal::answer)
                .containsExactly(amount("1235"));
    }

    @Test
    void a_year_without_a_figure_gets_no_proposal() {
        assertThat(proposed(indicator("t CO₂e", -5, 2))).isEmpty();
    }

    @Test
    void a_question_in_another_unit_gets_no_proposal() {
        assertThat(proposed(indicator("1000 t CO₂e", -2, 2))).isEmpty();
    }

    @Test
    void the_members_own_correction_comes_before_the_official_figure_and_both_are_proposed() {
        own(2024, new BigDecimal("1250"), null);

        assertThat(proposed(indicator("t CO₂e", -2, 2)))
                .extracting(Proposal::answer, proposal -> proposal.origin().source())
                .containsExactly(
                        tuple(amount("1250"), Origin.Source.OWN_FIGURE),
                        tuple(amount("1234.56"), Origin.Source.OFFICIAL_FIGURE));
    }

    @Test
    void a_notation_key_is_proposed_as_one_with_its_explanation() {
        own(2023, null, NotationKey.NE);

        assertThat(proposed(indicator("t CO₂e", -3, 2)))
                .extracting(Proposal::answer)
                .containsExactly(new Answer.NoValue(NotationKey.NE, "Not counted then"));
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

    private static Ask indicator(String unit, int yearOffset, int decimals) {
        return question(
                "emissions",
                new Kind.Indicator(
                        "ghg-total",
                        yearOffset,
                        null,
                        text(unit),
                        new Range(BigDecimal.ZERO, null, decimals),
                        List.of()));
    }
}
