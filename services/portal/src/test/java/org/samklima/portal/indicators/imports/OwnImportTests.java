package org.samklima.portal.indicators.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.OwnFigures.Entered;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.NotationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A municipality imports figures about itself. */
@PortalTest
class OwnImportTests {

    /** The machine may be busy with something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final SourceDetails COUNT = new SourceDetails("Own count", "spring", "https://example.org/count");

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    Figures figures;

    @Autowired
    OwnFigures own;

    private Tenant granby;
    private World.Person coordinator;

    @BeforeEach
    void a_municipality() {
        granby = world.municipality("Granby");
        coordinator = world.person("Klara Klimat", granby, Role.COORDINATOR);
    }

    @Test
    void the_official_report_of_all_counties_gives_a_municipality_its_own_figures_in_one_call() throws Exception {
        var file = CountyReport.of(Map.of("Vikens län", List.of("Granby", "Utby")));

        imports("lansrapport.xlsx", file, "{}", "DONE")
                .andExpect(jsonPath("$.counts.added").value(40))
                .andExpect(jsonPath("$.kinds.WHOLE").value(1))
                .andExpect(jsonPath("$.kinds.SECTOR").value(9))
                .andExpect(jsonPath("$.kinds.PART").value(15))
                .andExpect(jsonPath("$.kinds.OTHER_PLACE").value(25))
                .andExpect(jsonPath("$.leftOutMembers[0]").value("Utby"));

        var overview = world.ask(granby, figures::overview);
        assertThat(overview.of("co2-sector")).hasSize(40).allSatisfy(known -> {
            assertThat(known.isOfficial()).isTrue();
            assertThat(known.network()).isNull();
            assertThat(known.observation().source().version()).isEqualTo("Länsrapport, 2024-04-18");
        });
        assertThat(value(overview, "co2-sector", 2022)).isEqualByComparingTo(CountyReport.amountOfAll("Granby", 2022));
        assertThat(overview.of("ghg-sector")).isEmpty();
    }

    @Test
    void own_figures_that_left_as_a_table_come_back_as_they_were() throws Exception {
        imports("official.csv", bytes("Kommun;År;Nyckeltal;Värde\nGranby;2020;cycle-path;10\n"), """
                        {"origin": "OFFICIAL", "source": {"name": "Riksdata"}}""", "DONE");
        enter("cycle-path", new Entered(2020, null, new BigDecimal("12.50"), null, "the bridge is ours", COUNT));
        enter("cycle-path", new Entered(2021, null, null, NotationKey.NE, "nobody counted", COUNT));
        enter("cycle-path", new Entered(2022, null, new BigDecimal("0"), null, null, COUNT));
        var before = shown();
        for (var ending : List.of("csv", "xlsx")) {
            var exported = mvc.perform(get("/{tenant}/indicators/cycle-path/observations." + ending, granby.slug())
                            .with(coordinator.browser())
                            .locale(Locale.of("sv")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            for (int year : List.of(2020, 2021, 2022)) {
                world.in(granby, () -> own.remove("cycle-path", year, null));
            }

            imports("again." + ending, exported, "{}", "DONE")
                    .andExpect(jsonPath("$.kinds.OTHER_ORIGIN").value(1))
                    .andExpect(jsonPath("$.counts.added").value(3));

            assertThat(shown()).as(ending).containsExactlyElementsOf(before);
        }
    }

    @Test
    void a_table_of_years_alone_is_about_us() throws Exception {
        imports("km.csv", bytes("År;Cykelväg km\n2021;5,5\n2022;6\n"), """
                        {"indicator": "cycle-path", "source": {"name": "Own count"}}""", "DONE");

        assertThat(world.ask(granby, figures::overview).of("cycle-path"))
                .extracting(known -> known.observation().year(), OwnImportTests::value, Figures.Known::isOfficial)
                .containsExactly(tuple(2021, new BigDecimal("5.5"), false), tuple(2022, new BigDecimal("6"), false));
    }

    @Test
    void an_official_figure_is_not_corrected_without_a_word() throws Exception {
        imports("official.csv", bytes("År;Cykelväg\n2020;10\n"), """
                        {"origin": "OFFICIAL", "indicator": "cycle-path", "source": {"name": "Riksdata"}}""", "DONE");
        var own = bytes("År;Cykelväg\n2020;12\n2021;13\n");

        imports("own.csv", own, """
                        {"indicator": "cycle-path", "source": {"name": "Own count"}}""", "REFUSED")
                .andExpect(jsonPath("$.problems[0].row").value(2))
                .andExpect(jsonPath("$.problems[0].code").value("correction-without-comment"));

        imports("own.csv", own, """
                        {"indicator": "cycle-path", "source": {"name": "Own count"}, "comment": "the bridge is ours"}""", "DONE");
        var overview = world.ask(granby, figures::overview);
        assertThat(value(overview, "cycle-path", 2020)).isEqualByComparingTo("12");
        assertThat(overview.of("cycle-path")).hasSize(3);
    }

    private List<List<Object>> shown() {
        return world.ask(granby, figures::overview).of("cycle-path").stream()
                .map(known -> {
                    var observation = known.observation();
                    return List.<Object>of(
                            observation.year(),
                            observation.origin(),
                            observation.figure(),
                            String.valueOf(observation.explanation()),
                            new SourceDetails(
                                    observation.source().name(),
                                    observation.source().version(),
                                    observation.source().url()));
                })
                .toList();
    }

    private void enter(String indicator, Entered entered) {
        world.in(granby, () -> own.enter(indicator, entered));
    }

    private ResultActions imports(String name, byte[] file, String mapping, String expected) throws Exception {
        var location = mvc.perform(multipart("/api/v1/{tenant}/imports/observations", granby.slug())
                        .file(new MockMultipartFile("file", name, null, file))
                        .param("mapping", mapping)
                        .param("dryRun", "false")
                        .with(coordinator.token()))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        await().atMost(PATIENCE).until(() -> !List.of("WAITING", "RUNNING").contains(state(location)));
        return mvc.perform(get(location).with(coordinator.token()).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.state").value(expected));
    }

    private String state(String location) throws Exception {
        return JsonPath.read(
                mvc.perform(get(location).with(coordinator.token()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.state");
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static BigDecimal value(Figures.Known known) {
        return known.observation().figure().value().orElseThrow();
    }

    private static BigDecimal value(Figures.Overview overview, String indicator, int year) {
        return overview.counting(indicator, null, year)
                .orElseThrow()
                .figure()
                .value()
                .orElseThrow();
    }
}
