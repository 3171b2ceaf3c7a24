package org.samklima.portal.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Where a person tunes their reminders, in the browser and over the API, and the first page that leads there. */
@PortalTest
class ReminderPagesTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext beans;

    ReminderScene scene;
    Tenant ekby;
    World.Person karin;

    @BeforeEach
    void scene() {
        scene = new ReminderScene(world, beans);
        ekby = scene.town();
        karin = world.person("Karin Koll", ekby, Role.COORDINATOR);
    }

    @Test
    void the_page_shows_what_a_mail_would_tell_today_and_no_more() throws Exception {
        scene.awaited("Nära ringen", 14, ekby);
        scene.awaited("Fjärran ringen", 15, ekby);

        mvc.perform(get("/{tenant}/reminders", ekby.slug()).with(karin.browser()))
                .andExpect(
                        content().string(allOf(containsString("Nära ringen"), not(containsString("Fjärran ringen")))));
        mvc.perform(get("/{tenant}", ekby.slug()).with(karin.browser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Fjärran ringen"), containsString("/" + ekby.slug() + "/reminders"))));
    }

    @Test
    void what_one_chooses_counts_for_oneself_alone() throws Exception {
        var bo = world.person("Bo Bidrag", ekby, Role.COORDINATOR);

        mvc.perform(post("/{tenant}/reminders", ekby.slug())
                        .param("rhythm", "DAILY")
                        .param("daysBefore", " 30 ")
                        .param("language", "de")
                        .with(karin.browser())
                        .with(csrf()))
                .andExpect(redirectedUrl("/" + ekby.slug() + "/reminders"));

        mvc.perform(get("/api/v1/{tenant}/reminders", ekby.slug()).with(karin.token()))
                .andExpect(jsonPath("$.rhythm").value("DAILY"))
                .andExpect(jsonPath("$.daysBefore").value(30))
                .andExpect(jsonPath("$.language").value("de"));
        mvc.perform(get("/api/v1/{tenant}/reminders", ekby.slug()).with(bo.token()))
                .andExpect(jsonPath("$.rhythm").value("WEEKLY"))
                .andExpect(jsonPath("$.daysBefore").value(14));
    }

    @Test
    void days_that_cannot_be_are_refused_at_their_field_and_stay_as_typed() throws Exception {
        for (var days : new String[] {"61", "-1", "soon", ""}) {
            mvc.perform(post("/{tenant}/reminders", ekby.slug())
                            .param("rhythm", "DAILY")
                            .param("daysBefore", days)
                            .param("language", "sv")
                            .header("Accept-Language", "en")
                            .with(karin.browser())
                            .with(csrf()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Give a whole number of days from 0 to 60.")))
                    .andExpect(content().string(containsString("value=\"" + days + "\"")));
        }
        mvc.perform(get("/api/v1/{tenant}/reminders", ekby.slug()).with(karin.token()))
                .andExpect(jsonPath("$.rhythm").value("WEEKLY"));
    }

    @Test
    void the_api_sets_what_the_page_sets_and_shows_what_a_mail_would_tell() throws Exception {
        var report = scene.awaited("Ringen", 20, ekby);

        mvc.perform(get("/api/v1/{tenant}/reminders/preview", ekby.slug()).with(karin.token()))
                .andExpect(jsonPath("$.due").isEmpty());
        choose("{\"rhythm\": \"WEEKLY\", \"daysBefore\": 61}").andExpect(status().isUnprocessableContent());
        choose("{\"rhythm\": \"WEEKLY\", \"daysBefore\": 20, \"language\": \"fr\"}")
                .andExpect(status().isUnprocessableContent());
        choose("{\"rhythm\": \"WEEKLY\", \"daysBefore\": 20}").andExpect(status().isNoContent());

        mvc.perform(get("/api/v1/{tenant}/reminders/preview", ekby.slug()).with(karin.token()))
                .andExpect(jsonPath("$.due[0].askedBy").value("Ringen"))
                .andExpect(jsonPath("$.due[0].path").value("/" + ekby.slug() + "/reports/" + report));
    }

    @Test
    void the_first_page_asks_as_many_questions_for_five_reports_as_for_one() throws Exception {
        scene.awaited("Ringen 1", 5, ekby);
        firstPage(); // Forms are read once and remembered.
        var one = QueryCount.of(this::firstPage);
        for (int more = 2; more <= 5; more++) {
            scene.awaited("Ringen " + more, more * 10, ekby);
        }

        firstPage().andExpect(content().string(allOf(containsString("Ringen 1"), containsString("Ringen 5"))));
        var five = QueryCount.of(this::firstPage);

        assertThat(five).isEqualTo(one);
    }

    private ResultActions firstPage() throws Exception {
        return mvc.perform(get("/").with(karin.browser()));
    }

    private ResultActions choose(String setting) throws Exception {
        return mvc.perform(put("/api/v1/{tenant}/reminders", ekby.slug())
                .contentType(MediaType.APPLICATION_JSON)
                .content(setting)
                .with(karin.token()));
    }
}
