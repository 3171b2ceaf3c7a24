package org.samklima.portal.indicators.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.audit.AuditEntry;
import org.samklima.portal.audit.AuditTrail;
import org.samklima.portal.indicators.IndicatorCatalogue;
import org.samklima.portal.indicators.OwnFigures;
import org.samklima.portal.indicators.OwnFigures.Entered;
import org.samklima.portal.indicators.SourceDetails;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A municipality defines indicators and sector lists of its own. */
@PortalTest
class DefinitionTests {

    private static final String INDICATOR = "/api/v1/{tenant}/indicators/skolmat";

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    IndicatorCatalogue catalogue;

    @Autowired
    OwnFigures own;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private Tenant granby;
    private World.Person coordinator;

    @BeforeEach
    void a_municipality() {
        granby = world.municipality("Granby");
        coordinator = world.person("Klara Klimat", granby, Role.COORDINATOR);
    }

    @Test
    void an_indicator_is_defined_in_the_tenants_languages_and_its_code_follows_the_name() throws Exception {
        sent(definition("/indicators").param("name[sv]", "Skolmat").param("name[en]", "School food"))
                .andExpect(redirectedUrl("/" + granby.slug() + "/indicators/skolmat"));

        var defined = world.ask(granby, () -> catalogue.get("skolmat"));
        assertThat(defined.name().in("en")).isEqualTo("School food");
        assertThat(defined.unit().in("sv")).isEqualTo("kg");
        assertThat(defined.decimals()).isEqualTo(1);
        mvc.perform(get("/{tenant}/indicators/skolmat", granby.slug()).with(coordinator.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/indicators/skolmat/definition")));
    }

    @Test
    void what_is_missing_is_told_at_its_field_and_the_rest_stays() throws Exception {
        sent(definition("/indicators").param("name[sv]", "").param("name[en]", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#name")))
                .andExpect(content().string(containsString("Give a name in at least one language.")))
                .andExpect(content().string(containsString("value=\"kg\"")));
        sent(definition("/indicators").param("name[sv]", "Befolkning").param("code", "population"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#code\"")));
    }

    @Test
    void once_there_are_figures_the_unit_stays_and_the_name_may_change() throws Exception {
        defined();
        world.in(
                granby,
                () -> own.enter(
                        "skolmat",
                        new Entered(
                                2020, null, BigDecimal.TEN, null, null, new SourceDetails("Own count", null, null))));

        sent(definition("/indicators/skolmat/definition", "0")
                        .param("name[sv]", "Skolmat")
                        .param("unit[sv]", "ton")
                        .param("unit[en]", "t"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There are 1 figures in kg")));
        sent(definition("/indicators/skolmat/definition", "0")
                        .param("name[sv]", "Mat i skolan")
                        .param("unit[sv]", "kg")
                        .param("unit[en]", "kilos"))
                .andExpect(status().is3xxRedirection());

        var changed = world.ask(granby, () -> catalogue.get("skolmat"));
        assertThat(changed.name().in("sv")).isEqualTo("Mat i skolan");
        assertThat(changed.unit().in("en")).isEqualTo("kilos");
        assertThat(world.ask(granby, () -> audit.newest("", 0, 10)))
                .extracting(AuditEntry::action)
                .contains("indicator.changed");
        sent(post("/{tenant}/indicators/skolmat/removal", granby.slug())).andExpect(status().is3xxRedirection());
        mvc.perform(delete(INDICATOR, granby.slug()).with(coordinator.token())).andExpect(status().isConflict());
        assertThat(world.ask(granby, () -> catalogue.read().find("skolmat"))).isPresent();
    }

    @Test
    void the_later_of_two_editors_is_told() throws Exception {
        defined();
        sent(definition("/indicators/skolmat/definition", "0")
                        .param("name[sv]", "Första")
                        .param("unit[sv]", "kg"))
                .andExpect(status().is3xxRedirection());

        sent(definition("/indicators/skolmat/definition", "0")
                        .param("name[sv]", "Andra")
                        .param("unit[sv]", "kg"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Somebody else has changed this meanwhile")))
                .andExpect(content().string(containsString("value=\"Andra\"")));

        assertThat(world.ask(granby, () -> catalogue.get("skolmat")).name().in("sv"))
                .isEqualTo("Första");
    }

    @Test
    void one_without_figures_is_removed_and_a_shared_one_never() throws Exception {
        defined();
        mvc.perform(get("/{tenant}/indicators/skolmat/removal", granby.slug()).with(coordinator.browser()))
                .andExpect(status().isOk());
        sent(post("/{tenant}/indicators/skolmat/removal", granby.slug()))
                .andExpect(redirectedUrl("/" + granby.slug() + "/indicators"));

        assertThat(world.ask(granby, () -> catalogue.read().find("skolmat"))).isEmpty();
        mvc.perform(delete("/api/v1/{tenant}/indicators/population", granby.slug())
                        .with(coordinator.token()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/{tenant}/indicators/population/definition", granby.slug())
                        .with(coordinator.browser()))
                .andExpect(status().isNotFound());
    }

    @Test
    void one_that_a_question_asks_for_stays() throws Exception {
        defined();
        var form = Ids.next();
        world.in(granby, () -> {
            jdbc.sql("INSERT INTO report_form (tenant_id, id, code, title, latest_version, created_at)"
                            + " VALUES (?, ?, 'x', '{}', 1, now())")
                    .params(granby.id(), form)
                    .update();
            jdbc.sql("INSERT INTO report_form_version (tenant_id, form_id, version, content, created_at)"
                            + " VALUES (?, ?, 1, ?::json, now())")
                    .params(granby.id(), form, "{\"sections\": [{\"questions\": [{\"indicator\": \"skolmat\"}]}]}")
                    .update();
        });

        mvc.perform(delete(INDICATOR, granby.slug()).with(coordinator.token()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("indicators.removal.used"));
        sent(definition("/indicators").param("name[sv]", "Annat")).andExpect(status().is3xxRedirection());
        mvc.perform(delete("/api/v1/{tenant}/indicators/annat", granby.slug()).with(coordinator.token()))
                .andExpect(status().isNoContent());
    }

    @Test
    void a_sector_list_of_ones_own_divides_an_indicator_and_stays_once_there_are_figures() throws Exception {
        sent(post("/{tenant}/sector-lists", granby.slug())
                        .param("name.sv", "Kök")
                        .param("code", "", "", "")
                        .param("sector.sv", "Norra köket", "Södra köket", "")
                        .param("sector.en", "", "", "")
                        .param("gpc", "I.2", "", ""))
                .andExpect(redirectedUrl("/" + granby.slug() + "/sector-lists"));
        sent(definition("/indicators").param("name[sv]", "Skolmat").param("sectorList", "kok"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(put(INDICATOR + "/observations/2020", granby.slug())
                        .with(coordinator.token())
                        .contentType("application/json")
                        .content("""
                                {"sector": "norra-koket", "value": 5, "source": {"name": "Own count"}}"""))
                .andExpect(status().isOk());

        sent(post("/{tenant}/sector-lists/kok", granby.slug())
                        .param("lockVersion", "0")
                        .param("name.sv", "Kök")
                        .param("code", "norra-koket", "sodra-koket", "")
                        .param("sector.sv", "Norra", "Södra", "Västra")
                        .param("gpc", "", "", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There are figures by these sectors.")))
                .andExpect(content().string(containsString("value=\"Västra\"")));
        sent(post("/{tenant}/sector-lists/kok", granby.slug())
                        .param("lockVersion", "0")
                        .param("name.sv", "Kök")
                        .param("code", "norra-koket", "sodra-koket")
                        .param("sector.sv", "Norra", "Södra")
                        .param("gpc", "", ""))
                .andExpect(status().is3xxRedirection());

        mvc.perform(get("/api/v1/{tenant}/sector-lists/kok", granby.slug()).with(coordinator.token()))
                .andExpect(jsonPath("$.sectors[0].code").value("norra-koket"))
                .andExpect(jsonPath("$.sectors[0].name.sv").value("Norra"))
                .andExpect(jsonPath("$.lockVersion").value(1));
        mvc.perform(delete("/api/v1/{tenant}/sector-lists/kok", granby.slug()).with(coordinator.token()))
                .andExpect(status().isConflict());
        mvc.perform(get("/{tenant}/sector-lists", granby.slug()).with(coordinator.browser()))
                .andExpect(status().isOk());
        mvc.perform(get("/{tenant}/sector-lists/kok", granby.slug()).with(coordinator.browser()))
                .andExpect(status().isOk());
    }

    @Test
    void what_a_program_leaves_out_is_asked_for() throws Exception {
        for (var definition : List.of("{\"code\": \"a\"}", "{\"code\": \"a\", \"name\": {\"sv\": \"A\"}}")) {
            refused(post("/api/v1/{tenant}/indicators", granby.slug()), definition);
        }
        var named = "{\"code\": \"a\", \"name\": {\"sv\": \"A\"}";
        for (var list : List.of(
                "{\"code\": \"a\"}",
                named + "}",
                named + ", \"sectors\": [null, null]}",
                named + ", \"sectors\": [{\"name\": {\"sv\": \"B\"}}, {\"code\": \"c\"}]}")) {
            refused(post("/api/v1/{tenant}/sector-lists", granby.slug()), list);
        }
        refused(put("/api/v1/{tenant}/indicators/population/observations", granby.slug()), "[null]");
    }

    private void refused(MockHttpServletRequestBuilder request, String body) throws Exception {
        mvc.perform(request.contentType("application/json").content(body).with(coordinator.token()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void a_program_changes_a_definition_and_reads_how_it_has_developed() throws Exception {
        defined();
        for (var figure : new String[][] {{"2020", "10"}, {"2022", "8"}}) {
            mvc.perform(put(INDICATOR + "/observations/" + figure[0], granby.slug())
                            .with(coordinator.token())
                            .contentType("application/json")
                            .content("{\"value\": " + figure[1] + ", \"source\": {\"name\": \"Own count\"}}"))
                    .andExpect(status().isOk());
        }

        mvc.perform(put(INDICATOR, granby.slug())
                        .with(coordinator.token())
                        .contentType("application/json")
                        .content("""
                                {"name": {"sv": "Mat"}, "unit": {"sv": "kg"}, "decimals": 2, "lockVersion": 0}"""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lockVersion").value(1))
                .andExpect(jsonPath("$.figures").value(2));
        mvc.perform(get(INDICATOR + "/development", granby.slug()).with(coordinator.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].values.2020").value(10))
                .andExpect(jsonPath("$.lines[0].values.2021").doesNotExist())
                .andExpect(jsonPath("$.lines[0].sinceBaseline").value(-0.2));
    }

    private void defined() throws Exception {
        sent(definition("/indicators").param("name[sv]", "Skolmat")).andExpect(status().is3xxRedirection());
    }

    private MockHttpServletRequestBuilder definition(String path) {
        return post("/" + granby.slug() + path)
                .param("unit[sv]", "kg")
                .param("decimals", "1")
                .param("direction", "LOWER_IS_BETTER");
    }

    private MockHttpServletRequestBuilder definition(String path, String lockVersion) {
        return post("/" + granby.slug() + path)
                .param("lockVersion", lockVersion)
                .param("decimals", "1")
                .param("direction", "LOWER_IS_BETTER");
    }

    private ResultActions sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(coordinator.browser()).with(csrf()).locale(Locale.ENGLISH));
    }
}
