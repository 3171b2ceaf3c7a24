package org.samklima.portal.planning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class PlanHistoryTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    PlanHistory history;

    private static PlanItem buses(UUID id) {
        return PlanItem.of(PlanItem.Kind.ACTIVITY, id, "Electric buses").with("status", "NOT_STARTED");
    }

    private UUID changedIn(Tenant tenant) {
        var id = UUID.randomUUID();
        world.in(tenant, () -> history.added(buses(id)));
        world.in(tenant, () -> history.changed(buses(id), buses(id).with("status", "ONGOING")));
        return id;
    }

    @Test
    void a_reader_sees_who_changed_what_from_what_to_what_in_their_language() throws Exception {
        var town = world.municipality("Granby");
        var id = changedIn(town);
        var reader = world.person("Disa Dahl", town, Role.DECISION_MAKER);
        mvc.perform(get("/{tenant}/plan/history", town.slug())
                        .param("item", id.toString())
                        .header("Accept-Language", "sv")
                        .with(reader.browser()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Tess Test"),
                                containsString("Inte påbörjad"),
                                containsString("Pågår"),
                                containsString("Electric buses"))));
        mvc.perform(get("/api/v1/{tenant}/plan/changes", town.slug()).with(reader.token()))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].action").value("CHANGED"))
                .andExpect(jsonPath("$[0].changes[0].before").value("NOT_STARTED"))
                .andExpect(jsonPath("$[0].changes[0].after").value("ONGOING"))
                .andExpect(jsonPath("$[1].action").value("ADDED"));
    }

    @Test
    void what_only_looks_like_a_day_is_shown_as_it_was_written() throws Exception {
        var town = world.municipality("Granby");
        var id = UUID.randomUUID();
        world.in(
                town,
                () -> history.added(PlanItem.of(PlanItem.Kind.ACTIVITY, id, "2026-02-30")
                        .with("description", "2026-99-99")
                        .with("startsOn", "2026-02-28")));
        var reader = world.person("Disa Dahl", town, Role.DECISION_MAKER);

        mvc.perform(get("/{tenant}/plan/history", town.slug())
                        .header("Accept-Language", "sv")
                        .with(reader.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("2026-99-99"), containsString("28 feb"))));
    }

    @Test
    void a_character_that_no_text_can_hold_is_said_to_be_none() throws Exception {
        var town = world.municipality("Granby");
        var coordinator = world.person("Karin Koll", town, Role.COORDINATOR);

        mvc.perform(get("/{tenant}/plan/history", town.slug())
                        .param("q", "a\0b")
                        .with(coordinator.browser()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/api/v1/{tenant}/fields", town.slug())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"a\\u0000b\"}")
                        .with(coordinator.token()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("problem.no-such-character"));
    }

    @Test
    void saving_without_a_change_leaves_no_trace() {
        var town = world.municipality("Granby");
        var id = UUID.randomUUID();
        world.in(town, () -> history.changed(buses(id), buses(id)));
        assertThat(world.ask(town, () -> history.newest(id, "", 0, 10))).isEmpty();
    }

    @Test
    void the_history_is_searched_by_title_and_by_who_did_it() {
        var town = world.municipality("Granby");
        changedIn(town);
        assertThat(world.ask(town, () -> history.newest(null, "BUSES", 0, 10))).hasSize(2);
        assertThat(world.ask(town, () -> history.newest(null, "tess", 0, 10))).hasSize(2);
        assertThat(world.ask(town, () -> history.newest(null, "trains", 0, 10))).isEmpty();
    }

    @Test
    void what_colleagues_did_to_the_plan_stands_once_on_the_first_page() throws Exception {
        var town = world.municipality("Granby");
        var id = changedIn(town);
        var coordinator = world.person("Karin Koll", town, Role.COORDINATOR);
        mvc.perform(get("/{tenant}", town.slug())
                        .header("Accept-Language", "en")
                        .with(coordinator.browser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Changed in the plan: Electric buses"),
                                containsString("/plan/history?item=" + id),
                                not(containsString("Added to the plan")))));
    }
}
