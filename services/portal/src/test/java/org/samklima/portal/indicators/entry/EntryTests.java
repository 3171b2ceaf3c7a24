package org.samklima.portal.indicators.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.indicators.Figure;
import org.samklima.portal.indicators.Figures;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.Observation;
import org.samklima.portal.indicators.ObservationWriting;
import org.samklima.portal.indicators.Origin;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.OwnFigures.Entered;
import org.samklima.portal.indicators.SharedCatalogue;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.indicators.Sources;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenancy;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.published.NotationKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Own figures are entered many at once, beside official ones. */
@PortalTest
class EntryTests {

    private static final SourceDetails COUNT = new SourceDetails("Own count", null, null);

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    Figures figures;

    @Autowired
    OwnFigures own;

    @Autowired
    IndicatorCatalogue catalogue;

    @Autowired
    Sources sources;

    @Autowired
    ObservationWriting writing;

    private Tenant granby;
    private World.Person coordinator;

    @BeforeEach
    void a_municipality() {
        granby = world.municipality("Granby");
        coordinator = world.person("Klara Klimat", granby, Role.COORDINATOR);
    }

    @Test
    void several_years_are_entered_at_once_as_people_write_numbers() throws Exception {
        sent(rows("2020", "2021", "2022")
                        .param("value", "1 234,5", "ne", "")
                        .param("explanation", "", "nobody counted", "")
                        .param("sourceName", "Own count"))
                .andExpect(redirectedUrl("/" + granby.slug() + "/indicators/cycle-path"));

        assertThat(known())
                .extracting(
                        known -> known.observation().year(),
                        known -> known.observation().figure())
                .containsExactly(
                        tuple(2020, new Figure.Value(new BigDecimal("1234.5"))),
                        tuple(2021, new Figure.Noted(NotationKey.NE, "nobody counted")));
    }

    @Test
    void what_is_wrong_is_told_at_its_row_and_nothing_is_saved_and_everything_typed_stays() throws Exception {
        sent(rows("2020", "2021", "2022", "2023", "1066")
                        .param("value", "5", "many", "NE", "", "6")
                        .param("explanation", "", "", "", "<b>why</b>", "")
                        .param("sourceName", "Own count"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("2021: &quot;many&quot; is neither a number")))
                .andExpect(content().string(containsString("&lt;b&gt;why&lt;/b&gt;")))
                .andExpect(content().string(containsString("value=\"many\"")));
        sent(rows("2020", "2021").param("value", "5", "NE").param("explanation", "", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Say where the figures come from.")));

        assertThat(known()).isEmpty();
    }

    @Test
    void a_row_left_as_it_was_keeps_its_source_and_an_emptied_one_is_taken_back() throws Exception {
        enter(new Entered(2020, null, new BigDecimal("5.10"), null, "old", COUNT));
        enter(new Entered(2021, null, new BigDecimal("6"), null, null, COUNT));

        sent(rows("2020", "2021", "2022")
                        .param("seen", seen(2020), seen(2021), "")
                        .param("value", "5,1", "", "7")
                        .param("explanation", "old", "", "")
                        .param("sourceName", "New count"))
                .andExpect(status().is3xxRedirection());

        assertThat(known())
                .extracting(
                        known -> known.observation().year(),
                        known -> known.observation().source().name())
                .containsExactly(tuple(2020, "Own count"), tuple(2022, "New count"));
    }

    @Test
    void the_later_of_two_editors_is_told_and_may_put_theirs_in_its_place() throws Exception {
        enter(new Entered(2020, null, new BigDecimal("5"), null, null, COUNT));

        sent(rows("2020")
                        .param("seen", "")
                        .param("value", "9")
                        .param("explanation", "")
                        .param("sourceName", "x"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Somebody else has changed the figure meanwhile")))
                .andExpect(content().string(containsString("value=\"" + seen(2020) + "\"")));
        assertThat(known()).hasSize(1).allMatch(known -> value(known).intValue() == 5);

        sent(rows("2020")
                        .param("seen", seen(2020))
                        .param("value", "9")
                        .param("explanation", "")
                        .param("sourceName", "x"))
                .andExpect(status().is3xxRedirection());
        assertThat(known()).hasSize(1).allMatch(known -> value(known).intValue() == 9);
    }

    @Test
    void an_official_figure_is_corrected_with_a_word_and_both_stand() throws Exception {
        official("cycle-path", null, 2020, "10");

        sent(rows("2020").param("value", "12").param("explanation", "").param("sourceName", "Own count"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is an official figure.")));
        mvc.perform(put("/api/v1/{tenant}/indicators/cycle-path/observations/2020", granby.slug())
                        .with(coordinator.token())
                        .contentType("application/json")
                        .content("{\"value\": 12, \"source\": {\"name\": \"Own count\"}}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("indicators.own.correction-without-comment"));

        sent(rows("2020")
                        .param("value", "12")
                        .param("explanation", "the bridge is ours")
                        .param("sourceName", "Own count"))
                .andExpect(status().is3xxRedirection());

        assertThat(known()).extracting(EntryTests::value).containsExactly(new BigDecimal("10"), new BigDecimal("12"));
        mvc.perform(get("/{tenant}/indicators/cycle-path", granby.slug())
                        .with(coordinator.browser())
                        .locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("does not count")))
                .andExpect(content().string(containsString("the bridge is ours")));
    }

    @Test
    void the_sectors_of_a_year_stand_beside_what_is_official_of_each() throws Exception {
        official("co2-sector", "transport", 2022, "1234.5");

        mvc.perform(get("/{tenant}/indicators/co2-sector/entry?ofYear=2022", granby.slug())
                        .with(coordinator.browser())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1,235")))
                .andExpect(content().string(containsString("value=\"agriculture\"")));
    }

    @Test
    void a_program_enters_many_at_once_or_none() throws Exception {
        var body = """
                [{"year": 2020, "value": 5, "source": {"name": "Own count"}},
                 {"year": 2021, "notation": "NE", "source": {"name": "Own count"}}]""";
        mvc.perform(put("/api/v1/{tenant}/indicators/cycle-path/observations", granby.slug())
                        .with(coordinator.token())
                        .contentType("application/json")
                        .content(body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$[0].place").value(1))
                .andExpect(jsonPath("$[0].code").value("indicators.own.explanation-missing"));
        assertThat(known()).isEmpty();

        mvc.perform(put("/api/v1/{tenant}/indicators/cycle-path/observations", granby.slug())
                        .with(coordinator.token())
                        .contentType("application/json")
                        .content(body.replace("\"NE\"", "\"NE\", \"explanation\": \"nobody counted\"")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2));
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_figures() throws Exception {
        enter(new Entered(2020, null, BigDecimal.ONE, null, null, COUNT));
        var pages = List.of("/indicators", "/indicators/co2-sector", "/indicators/co2-sector/entry?ofYear=2020");
        for (var page : pages) {
            open(page);
        }
        var before = pages.stream().map(this::queries).toList();

        var sectors = SharedCatalogue.shipped().findSectorList("se-official").orElseThrow();
        for (int year = 1990; year < 2020; year++) {
            for (var sector : sectors.sectors()) {
                official("co2-sector", sector.code(), year, "5");
            }
            enter(new Entered(year, null, BigDecimal.TEN, null, null, COUNT));
        }

        assertThat(pages.stream().map(this::queries)).containsExactlyElementsOf(before);
    }

    private int queries(String page) {
        try {
            return QueryCount.of(() -> open(page));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private ResultActions open(String page) throws Exception {
        return mvc.perform(get("/" + granby.slug() + page).with(coordinator.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
    }

    private void enter(Entered entered) {
        world.in(granby, () -> own.enter("cycle-path", entered));
    }

    private void official(String indicator, String sector, int year, String value) {
        world.in(granby, () -> {
            catalogue.adopt(List.of(indicator));
            writing.all(
                    List.of(new Observation(
                            Tenancy.tenantId(),
                            indicator,
                            sector,
                            year,
                            new Figure.Value(new BigDecimal(value)),
                            null,
                            Origin.OFFICIAL,
                            sources.imported(new SourceDetails("Riksdata", "2025", null), "riksdata.csv", 1),
                            null,
                            Instant.EPOCH)),
                    written -> {});
        });
    }

    private List<Figures.Known> known() {
        return world.ask(granby, figures::overview).of("cycle-path");
    }

    private String seen(int year) {
        return known().stream()
                .filter(known -> known.observation().year() == year)
                .findFirst()
                .map(known -> known.observation().enteredAt().toString())
                .orElseThrow();
    }

    private static BigDecimal value(Figures.Known known) {
        return known.observation().figure().value().orElseThrow();
    }

    private MockHttpServletRequestBuilder rows(String... years) {
        var request = post("/{tenant}/indicators/cycle-path/observations", granby.slug())
                .param("year", years);
        for (var ignored : years) {
            request.param("sector", "");
        }
        return request;
    }

    private ResultActions sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(coordinator.browser()).with(csrf()).locale(Locale.ENGLISH));
    }
}
