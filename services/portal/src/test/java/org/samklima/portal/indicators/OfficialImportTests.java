package org.samklima.portal.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.audit.AuditEntry;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.network.MemberAdded;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PortalTest
class OfficialImportTests {

    private static final String SOURCE = """
            {"source": {"name": "Riksdata", "version": "2025", "url": "https://example.org/data"}}""";

    /** The machine may be busy with something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    Observations observations;

    @Autowired
    Figures figures;

    @Autowired
    AuditTrail audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MemberShelf shelf;

    private Tenant network;
    private Tenant granby;
    private Tenant ostvik;
    private World.Person staff;

    @BeforeEach
    void a_network_of_two() {
        network = world.association("Klimatnätet");
        granby = world.municipality("Granby");
        ostvik = world.municipality("Östvik");
        world.membership(network, granby, ostvik);
        staff = world.person("Stina Staff", network, Role.STAFF);
    }

    @Test
    void one_call_imports_a_file_and_hands_each_member_its_own_figures_only() throws Exception {
        var file = "Kommun;År;Ton CO2e\nGranby kommun;1990;1 234,5\nOSTVIK;1990;0\nGranby;2024;900,25\n";

        imports(file, SOURCE, false, "DONE")
                .andExpect(jsonPath("$.counts.added").value(3));

        assertThat(world.ask(network, () -> observations.of(List.of("ghg-total"))))
                .extracting(Observation::subject, Observation::year, o -> value(o), Observation::origin)
                .containsExactlyInAnyOrder(
                        tuple(granby.id(), 1990, new BigDecimal("1234.5"), Origin.OFFICIAL),
                        tuple(ostvik.id(), 1990, BigDecimal.ZERO, Origin.OFFICIAL),
                        tuple(granby.id(), 2024, new BigDecimal("900.25"), Origin.OFFICIAL));
        var known = world.ask(granby, figures::overview).of("ghg-total");
        assertThat(known)
                .extracting(figure -> figure.observation().year(), figure -> value(figure.observation()))
                .containsExactly(tuple(1990, new BigDecimal("1234.5")), tuple(2024, new BigDecimal("900.25")));
        assertThat(known).allSatisfy(figure -> {
            assertThat(figure.isOfficial()).isTrue();
            assertThat(figure.network()).isEqualTo(network.id());
            assertThat(figure.observation().source().label()).isEqualTo("Riksdata, 2025");
        });
        assertThat(world.ask(network, () -> audit.newest("", 0, 10)))
                .extracting(AuditEntry::action, AuditEntry::actor)
                .contains(tuple("import.done", "Stina Staff"));
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() throws Exception {
        imports("Kommun;År;Ton CO2e\nGranby;1990;5\n", SOURCE, true, "DONE")
                .andExpect(jsonPath("$.counts.added").value(1))
                .andExpect(jsonPath("$.dryRun").value(true));

        assertThat(world.ask(network, () -> observations.of(List.of("ghg-total"))))
                .isEmpty();
    }

    @Test
    void one_wrong_row_and_nothing_is_imported() throws Exception {
        var file = "Kommun;År;Ton CO2e\nGranby;1990;5\nGrannby;1990;6\nÖstvik;1990;many\n";

        var refused = imports(file, SOURCE, false, "REFUSED")
                .andExpect(jsonPath("$.problemCount").value(2))
                .andExpect(jsonPath("$.problems[0].row").value(3))
                .andExpect(jsonPath("$.problems[0].code").value("unknown-member-near"))
                .andExpect(jsonPath("$.problems[1].code").value("not-a-number"));

        assertThat(world.ask(network, () -> observations.of(List.of("ghg-total"))))
                .isEmpty();
        mvc.perform(get(refused.andReturn().getRequest().getRequestURI() + "/problems")
                        .with(staff.token())
                        .header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3;A;")));
    }

    @Test
    void importing_again_replaces_official_figures_and_only_those_that_differ_count() throws Exception {
        imports("Kommun;År;Ton CO2e\nGranby;1990;5\nGranby;1991;6\n", SOURCE, false, "DONE");

        imports("Kommun;År;Ton CO2e\nGranby;1990;5,0\nGranby;1991;7\n", SOURCE, false, "DONE")
                .andExpect(jsonPath("$.counts.same").value(1))
                .andExpect(jsonPath("$.counts.replaced").value(1));

        assertThat(world.ask(granby, figures::overview).of("ghg-total"))
                .extracting(figure -> value(figure.observation()))
                .containsExactly(new BigDecimal("5.0"), new BigDecimal("7"));
    }

    @Test
    void a_members_own_figure_is_left_alone_by_an_import_and_counts_before_it() throws Exception {
        var coordinator = world.person("Klara Klimat", granby, Role.COORDINATOR);
        mvc.perform(put("/api/v1/{tenant}/indicators/ghg-total/observations/1990", granby.slug())
                        .with(coordinator.token())
                        .contentType("application/json")
                        .content("""
                                {"value": 4.5, "explanation": "the ferry is not ours", "source": {"name": "Own count"}}"""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.origin").value("OWN"));

        imports("Kommun;År;Ton CO2e\nGranby;1990;5\n", SOURCE, false, "DONE");

        var overview = world.ask(granby, figures::overview);
        assertThat(overview.of("ghg-total"))
                .extracting(Figures.Known::isOfficial)
                .containsExactly(true, false);
        assertThat(overview.counting("ghg-total", null, 1990)
                        .orElseThrow()
                        .figure()
                        .value()
                        .orElseThrow())
                .isEqualByComparingTo("4.5");
        assertThat(world.ask(network, () -> observations.of(List.of("ghg-total"))))
                .extracting(Observation::origin)
                .containsExactly(Origin.OFFICIAL);
    }

    @Test
    void whoever_joins_later_finds_its_figures_too() throws Exception {
        var late = world.municipality("Senby");
        world.membership(network, late);
        imports("Kommun;År;Ton CO2e\nSenby;1990;5\n", SOURCE, false, "DONE");
        world.in(network, () -> shelfIsEmptied(late));

        world.in(network, () -> events.publishEvent(new MemberAdded(network.id(), late.id())));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(world.ask(late, figures::overview).of("ghg-total"))
                                .hasSize(1));
    }

    @Test
    void twenty_six_thousand_rows_are_imported_by_name_and_sector_in_one_transaction() throws Exception {
        var sectors = SharedCatalogue.shipped().findSectorList("se-official").orElseThrow();
        var file = new StringBuilder("name,year,sector,tonnes_co2e\n");
        var members = IntStream.range(0, 29)
                .mapToObj(i -> world.municipality("Storby nummer " + i))
                .toArray(Tenant[]::new);
        world.membership(network, members);
        for (var member : members) {
            for (int year = 1925; year < 2025; year++) {
                for (var sector : sectors.sectors()) {
                    file.append(member.name())
                            .append(',')
                            .append(year)
                            .append(",\"")
                            .append(sector.name().in("sv"))
                            .append("\",")
                            .append(year % 7)
                            .append('.')
                            .append(year)
                            .append('\n');
                }
            }
        }

        imports(file.toString(), SOURCE, false, "DONE")
                .andExpect(jsonPath("$.counts.added").value(26_100));

        assertThat(world.ask(members[28], figures::overview).of("ghg-sector")).hasSize(900);
        assertThat(world.ask(network, observations::extents))
                .containsEntry("ghg-sector", new Observations.Extent("ghg-sector", 29, 1925, 2024));
    }

    @Test
    void a_file_that_is_none_is_refused_at_once_with_what_to_do() throws Exception {
        post("%PDF-1.7", SOURCE, false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("tables.fault.pdf"));
    }

    @Test
    void a_mapping_with_a_misspelt_word_is_refused_rather_than_half_understood() throws Exception {
        post("Kommun;År;Ton CO2e\nGranby;1990;5\n", """
                {"sauce": {"name": "Riksdata"}}""", false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("indicators.import.bad-mapping"));
    }

    @Test
    void without_a_source_the_file_is_refused() throws Exception {
        imports("Kommun;År;Ton CO2e\nGranby;1990;5\n", "{}", false, "REFUSED")
                .andExpect(jsonPath("$.refusal").isNotEmpty());
    }

    @Test
    void who_only_looks_imports_nothing() throws Exception {
        var board = world.person("Bo Board", network, Role.BOARD);
        var contributor = world.person("Cilla Contributor", granby, Role.CONTRIBUTOR);

        for (var refused : List.of(Map.entry(network, board), Map.entry(granby, contributor))) {
            mvc.perform(multipart(
                                    "/api/v1/{tenant}/imports/observations",
                                    refused.getKey().slug())
                            .file(file("a;b\n1;2\n"))
                            .with(refused.getValue().token()))
                    .andExpect(status().isForbidden());
        }
    }

    private ResultActions imports(String file, String mapping, boolean dryRun, String expected) throws Exception {
        var location = post(file, mapping, dryRun)
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        Callable<String> state = () -> state(location);
        await().atMost(PATIENCE)
                .until(state, found -> !List.of("WAITING", "RUNNING").contains(found));
        return mvc.perform(get(location).with(staff.token()).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.state").value(expected));
    }

    private String state(String location) throws Exception {
        var body = mvc.perform(get(location).with(staff.token()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.state");
    }

    private ResultActions post(String file, String mapping, boolean dryRun) throws Exception {
        return mvc.perform(multipart("/api/v1/{tenant}/imports/observations", network.slug())
                .file(file(file))
                .param("mapping", mapping)
                .param("dryRun", String.valueOf(dryRun))
                .with(staff.token()));
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "figures.csv", null, content.getBytes(StandardCharsets.UTF_8));
    }

    private void shelfIsEmptied(Tenant member) {
        shelf.withdraw(OfficialFigures.KIND, OfficialFigures.subject(member.id(), "ghg-total"));
    }

    private static BigDecimal value(Observation observation) {
        return observation.figure().value().orElseThrow();
    }
}
