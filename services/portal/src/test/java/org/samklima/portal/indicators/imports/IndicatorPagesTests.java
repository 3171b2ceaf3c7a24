package org.samklima.portal.indicators.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.tables.Column;
import org.samklima.portal.tables.ReadingOptions;
import org.samklima.portal.tables.TableFile;
import org.samklima.portal.tables.TableLimits;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class IndicatorPagesTests {

    /** The machine may be busy with something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    FigureImports imports;

    private Tenant network;
    private Tenant granby;
    private World.Person staff;
    private World.Person coordinator;

    @BeforeEach
    void a_network() {
        network = world.association("Klimatnätet");
        granby = world.municipality("Granby");
        world.membership(network, granby, world.municipality("Östvik"));
        staff = world.person("Stina Staff", network, Role.STAFF);
        coordinator = world.person("Klara Klimat", granby, Role.COORDINATOR);
    }

    @Test
    void a_file_goes_from_upload_over_a_try_into_the_figures_without_any_script() throws Exception {
        var page = upload("Kommun;Årtal;Mängd\nGranby;1990;1,5\nÖstvik;1990;0\n");
        mvc.perform(get(page).with(staff.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Årtal")));

        var fields = post(page + "/trial")
                .param("encoding", "UTF_8")
                .param("delimiter", "SEMICOLON")
                .param("headerRow", "1")
                .param("headerRows", "1")
                .param("role", "member-name", "year", "value")
                .param("indicator", "ghg-total")
                .param("numbers", "UNDECIDED")
                .param("sourceName", "Riksdata");
        sent(fields).andExpect(redirectedUrlPattern("/*/imports/*"));
        finished(page);
        mvc.perform(get(page).with(staff.browser()).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Import 2 figures")));

        sent(post(page + "/execution")).andExpect(redirectedUrlPattern("/*/imports/*"));
        finished(page);
        mvc.perform(get(page).with(staff.browser()).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("2 figures have been imported")));

        mvc.perform(get("/{tenant}/indicators/ghg-total", network.slug()).with(staff.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Riksdata")));
        mvc.perform(get("/{tenant}/indicators/ghg-total", granby.slug())
                        .with(coordinator.browser())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Official figure")))
                .andExpect(content().string(containsString("Klimatnätet")));
        mvc.perform(get("/{tenant}/indicators", granby.slug()).with(coordinator.browser()))
                .andExpect(status().isOk());
        mvc.perform(get("/{tenant}/indicators", network.slug()).with(staff.browser()))
                .andExpect(status().isOk());
        mvc.perform(get("/{tenant}/imports", network.slug()).with(staff.browser()))
                .andExpect(status().isOk());
    }

    @Test
    void a_refused_file_shows_its_problems_and_can_be_matched_otherwise() throws Exception {
        var page = upload("Kommun;År;Ton CO2e\nGranby;1990;1,234\nNågonstans;1990;5\n");
        sent(trial(page, "UNDECIDED", "REPORT"));
        finished(page);
        mvc.perform(get(page).with(staff.browser()).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("2 problems")))
                .andExpect(content().string(containsString("Någonstans")))
                .andExpect(content().string(not(containsString("/execution"))));
        mvc.perform(get(page + "/problems.csv").with(staff.browser()).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3;A;")));

        sent(trial(page, "DECIMAL_COMMA", "LEAVE_OUT"));
        finished(page);
        mvc.perform(get(page).with(staff.browser()).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Import 1 figures")));
    }

    @Test
    void reading_a_file_otherwise_guesses_its_columns_anew() throws Exception {
        var page = upload("Report;2024\nKommun;År;Ton CO2e\nGranby;1990;5\n");

        sent(post(page + "/mapping")
                        .param("encoding", "UTF_8")
                        .param("delimiter", "SEMICOLON")
                        .param("headerRow", "1")
                        .param("headerRows", "1")
                        .param("role", "member-name", "year", "value"))
                .andExpect(redirectedUrlPattern("/*/imports/*"));

        var job = world.ask(network, () -> imports.newest().getFirst());
        assertThat(world.ask(network, () -> imports.preview(job)).table().columns())
                .extracting(Column::heading)
                .containsExactly("Report", "2024", "");
    }

    @Test
    void a_file_that_is_none_is_refused_on_the_upload_page_with_what_to_do() throws Exception {
        mvc.perform(multipart("/{tenant}/imports", network.slug())
                        .file(file("%PDF-1.7"))
                        .with(staff.browser())
                        .with(csrf())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This is a PDF.")));
    }

    @Test
    void a_workbook_whose_first_sheet_is_empty_can_still_be_read() throws Exception {
        var page = upload("heading only\n");

        mvc.perform(get(page).with(staff.browser()).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There is a heading, but nothing under it.")));
    }

    @Test
    void progress_tells_the_page_when_there_is_something_new() throws Exception {
        var page = upload("Kommun;År;Ton CO2e\nGranby;1990;5\n");

        mvc.perform(get(page + "/progress").with(staff.browser())).andExpect(header().string("HX-Refresh", "true"));
    }

    @Test
    void a_decision_maker_sees_figures_and_enters_none() throws Exception {
        var politician = world.person("Pia Politiker", granby, Role.DECISION_MAKER);

        mvc.perform(get("/{tenant}/indicators/cycle-path", granby.slug()).with(politician.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/entry"))));
        mvc.perform(get("/{tenant}/indicators/cycle-path/entry", granby.slug()).with(politician.browser()))
                .andExpect(status().isForbidden());
        sent(
                        post("/{tenant}/indicators/cycle-path/observations", granby.slug())
                                .param("year", "2020")
                                .param("value", "5"),
                        politician)
                .andExpect(status().isForbidden());
    }

    @Test
    void what_leaves_as_a_table_is_understood_when_it_comes_back() throws Exception {
        importing("Kommun;År;Sektor;Ton CO2e\nGranby;1990;Transporter;1,5\nÖstvik;1990;Jordbruk;NE\n");
        for (var language : List.of("sv", "da", "de", "en")) {
            for (var ending : List.of("csv", "xlsx")) {
                var exported = mvc.perform(get("/{tenant}/indicators/ghg-sector/observations." + ending, network.slug())
                                .with(staff.browser())
                                .locale(Locale.of(language)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
                var table =
                        TableFile.of("again", exported, TableLimits.defaults()).read(ReadingOptions.AUTOMATIC);
                var mapping = MappingGuess.complete(ObservationMapping.EMPTY, table, false);

                assertThat(mapping.columns().keySet())
                        .as("%s %s", language, ending)
                        .contains("member-code", "member-name", "indicator", "year", "sector", "explanation");
                assertThat(mapping.values())
                        .extracting(ObservationMapping.ValueColumn::column)
                        .containsExactly("#6");
            }
        }
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_members() throws Exception {
        importing("Kommun;År;Ton CO2e\nGranby;1990;5\n");
        var page = get("/{tenant}/indicators/ghg-total", network.slug()).with(staff.browser());
        int before = QueryCount.of(() -> mvc.perform(page));

        for (int i = 0; i < 20; i++) {
            world.membership(network, world.municipality("By nummer " + i));
        }

        assertThat(QueryCount.of(() -> mvc.perform(page))).isEqualTo(before);
    }

    private void importing(String file) throws Exception {
        var page = upload(file);
        var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        world.in(
                network,
                () -> imports.choose(
                        id,
                        new ObservationMapping(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new SourceDetails("Riksdata", null, null),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
        world.in(network, () -> imports.start(id, false));
        finished(page);
    }

    private String upload(String content) throws Exception {
        return mvc.perform(multipart("/{tenant}/imports", network.slug())
                        .file(file(content))
                        .with(staff.browser())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private void finished(String page) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> mvc.perform(get(page + "/progress").with(staff.browser()))
                        .andExpect(header().exists("HX-Refresh")));
    }

    private MockHttpServletRequestBuilder trial(String page, String numbers, String unknown) {
        return post(page + "/trial")
                .param("encoding", "UTF_8")
                .param("delimiter", "SEMICOLON")
                .param("headerRow", "1")
                .param("headerRows", "1")
                .param("role", "member-name", "year", "value")
                .param("indicator", "ghg-total")
                .param("numbers", numbers)
                .param("onUnknownMember", unknown)
                .param("sourceName", "Riksdata");
    }

    private ResultActions sent(MockHttpServletRequestBuilder request) throws Exception {
        return sent(request, staff);
    }

    private ResultActions sent(MockHttpServletRequestBuilder request, World.Person person) throws Exception {
        return mvc.perform(request.with(person.browser()).with(csrf()).locale(Locale.ENGLISH));
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "figures.csv", null, content.getBytes(StandardCharsets.UTF_8));
    }
}
