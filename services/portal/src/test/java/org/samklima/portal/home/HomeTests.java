package org.samklima.portal.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class HomeTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext beans;

    @Test
    void whoever_is_not_signed_in_is_shown_the_way_in_in_their_language() throws Exception {
        mvc.perform(get("/").header("Accept-Language", "da"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/oauth2/authorization/keycloak")))
                .andExpect(content().string(containsString("Log ind")));
    }

    @Test
    void the_page_that_says_that_the_database_is_away_does_not_say_that_its_reader_is_signed_out() throws Exception {
        mvc.perform(get("/error")
                        .accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", "sv")
                        .with(request -> {
                            request.setDispatcherType(DispatcherType.ERROR);
                            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
                            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new SQLException("", "08006"));
                            return request;
                        }))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("Försök igen om en minut")))
                .andExpect(content().string(not(containsString("Logga in"))));
    }

    @Test
    void one_person_sees_every_tenant_they_work_in_and_goes_from_one_to_the_other_without_signing_in_again()
            throws Exception {
        var town = world.municipality("Granby");
        var network = world.association("Klimatringen");
        var person = world.join(world.person("Pia Person", town, Role.COORDINATOR), network, Role.STAFF);

        mvc.perform(get("/").with(person.browser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"/" + town.slug() + "\""),
                                containsString("href=\"/" + network.slug() + "\""))));
        mvc.perform(get("/{tenant}", town.slug()).with(person.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/" + network.slug() + "\"")));
        mvc.perform(get("/{tenant}", network.slug()).with(person.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/" + town.slug() + "\"")));
    }

    @Test
    void somebody_elses_tenants_are_not_shown() throws Exception {
        var town = world.municipality("Granby");
        var stranger = world.person("Sven Stranger", world.municipality("Främby"), Role.COORDINATOR);

        mvc.perform(get("/").with(stranger.browser())).andExpect(content().string(not(containsString(town.slug()))));
    }

    @Test
    void whoever_works_nowhere_yet_is_told_how_to_be_invited() throws Exception {
        var person = world.person("Nina Ny");

        mvc.perform(get("/").with(person.browser()).header("Accept-Language", "en"))
                .andExpect(content().string(containsString(person.email())))
                .andExpect(content().string(containsString("to invite")));
    }

    @Test
    void the_navigation_shows_what_a_persons_roles_allow() throws Exception {
        var town = world.municipality("Granby");
        var manager = world.person("Mia Manager", town, Role.MANAGER);
        var coordinator = world.person("Klas Koordinator", town, Role.COORDINATOR);
        var people = "href=\"/" + town.slug() + "/people\"";

        mvc.perform(get("/{tenant}", town.slug()).with(manager.browser()))
                .andExpect(content().string(containsString(people)));
        mvc.perform(get("/{tenant}", town.slug()).with(coordinator.browser()))
                .andExpect(content().string(not(containsString(people))));
    }

    @Test
    void the_page_one_is_on_is_marked_in_the_navigation() throws Exception {
        var town = world.municipality("Granby");
        var manager = world.person("Mia Manager", town, Role.MANAGER);

        mvc.perform(get("/{tenant}/people", town.slug()).with(manager.browser()))
                .andExpect(
                        content().string(containsString("href=\"/" + town.slug() + "/people\" aria-current=\"page\"")));
    }

    @Test
    void the_operator_is_led_to_the_tenants_and_into_none_of_them() throws Exception {
        var town = world.municipality("Granby");

        mvc.perform(get("/").with(world.operatorBrowser()))
                .andExpect(content().string(containsString("href=\"/operator/tenants\"")));
        mvc.perform(get("/{tenant}", town.slug()).with(world.operatorBrowser())).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/{tenant}/people", town.slug()).with(world.operatorToken()))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_word_that_the_platform_keeps_for_itself_is_no_tenant() throws Exception {
        var person = world.person("Pia Person", world.municipality("Granby"), Role.MANAGER);

        assertThat(List.of("/help", "/me", "/home/people"))
                .allSatisfy(
                        path -> mvc.perform(get(path).with(person.browser())).andExpect(status().isNotFound()));
        mvc.perform(get("/api/v1/me/people").with(person.token())).andExpect(status().isNotFound());
    }

    @Test
    void the_api_says_who_holds_the_token_and_where_they_work() throws Exception {
        var town = world.municipality("Granby");
        var person = world.person("Pia Person", town, Role.COORDINATOR);

        mvc.perform(get("/api/v1/me").with(person.token()))
                .andExpect(jsonPath("$.id").value(person.id().toString()))
                .andExpect(jsonPath("$.name").value("Pia Person"))
                .andExpect(jsonPath("$.operator").value(false))
                .andExpect(jsonPath("$.tenants[*].slug").value(contains(town.slug())))
                .andExpect(jsonPath("$.tenants[0].roles").value(contains("COORDINATOR")));
    }

    @Test
    void what_is_due_and_what_changed_in_every_tenant_stands_on_one_page_and_in_the_api() throws Exception {
        var scene = new ReportingScene(world, beans);
        var ekby = scene.member("Ekby");
        var granby = scene.member("Granby");
        var person = world.join(world.person("Pia Person", ekby, Role.COORDINATOR), granby, Role.CONTRIBUTOR);
        world.join(person, scene.association(), Role.STAFF);
        var round = scene.opened(form(freeText("words", 100)));
        var report = scene.begun(granby, round);
        scene.submit(granby, report, 1);
        scene.review(granby, round, 1, review -> ReportingScene.returned(review, "Once more", "words", "Why?"));

        await().untilAsserted(() -> mvc.perform(get("/").with(person.browser()).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("“Climate report 2026” was sent back for correction")))
                .andExpect(content().string(containsString("Submitted: “Climate report 2026”")))
                .andExpect(content().string(containsString("/" + granby.slug() + "/reports/" + report)))
                .andExpect(content().string(containsString("/" + ekby.slug() + "/reports/"))));

        mvc.perform(get("/api/v1/me/due").with(person.token()).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.due[*].tenant").value(containsInAnyOrder(ekby.slug(), granby.slug())))
                .andExpect(jsonPath("$.due[0].deadline")
                        .value(scene.today().plusDays(30).toString()))
                .andExpect(jsonPath("$.changes[*].by")
                        .value(hasItems("Granby", scene.association().name())));
    }

    @Test
    void one_press_leads_to_logging_what_one_did_wherever_one_works_on_the_plan() throws Exception {
        var ekby = world.municipality("Ekby");
        var granby = world.municipality("Granby");
        var person = world.join(world.person("Pia Person", ekby, Role.CONTRIBUTOR), granby, Role.DECISION_MAKER);
        var log = "href=\"/" + ekby.slug() + "/activities/log\"";

        mvc.perform(get("/").with(person.browser()))
                .andExpect(content().string(containsString(log)))
                .andExpect(content().string(not(containsString("/" + granby.slug() + "/activities/log"))));
        mvc.perform(get("/{tenant}", ekby.slug()).with(person.browser()))
                .andExpect(content().string(containsString(log)));
        mvc.perform(get("/{tenant}/activities/log", ekby.slug()).with(person.browser()))
                .andExpect(status().isOk());
    }
}
