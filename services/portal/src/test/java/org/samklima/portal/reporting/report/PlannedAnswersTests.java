package org.samklima.portal.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.planning.PlanReferences;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.reporting.Origin;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A year's work answers a report: activities and what was logged of them. */
@PortalTest
class PlannedAnswersTests {

    private static final ReportForm FORM =
            form(section("work", freeText("done", 500), freeText("short", 5), yesNo("plan", "1"), number("solar")));

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Answering answering;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlanReferences references;

    @Autowired
    MockMvc mvc;

    ReportingScene scene;
    Tenant ekby;
    UUID round;
    UUID report;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
        ekby = scene.member("Ekby");
        round = scene.opened(FORM);
        report = scene.begun(ekby, round);
    }

    private UUID activity(String title) {
        var id = Ids.next();
        world.in(
                ekby,
                () -> jdbc.sql(
                                "INSERT INTO activity (tenant_id, id, title, status, starts_on, ends_on, created_at, changed_at)"
                                        + " VALUES (?, ?, ?, 'ONGOING', '2024-01-01', '2027-12-31', now(), now())")
                        .params(ekby.id(), id, title)
                        .update());
        return id;
    }

    private void log(UUID activity, LocalDate day, String text) {
        world.in(
                ekby,
                () -> jdbc.sql(
                                "INSERT INTO activity_log (tenant_id, activity_id, id, happened_on, body, author, written_at)"
                                        + " VALUES (?, ?, ?, ?, ?, 'Karin Koll', now())")
                        .params(ekby.id(), activity, Ids.next(), day, text)
                        .update());
    }

    private GivenAnswer take(String question, UUID... activities) {
        var items = List.of(activities).stream().map(UUID::toString).toList();
        return world.ask(ekby, () -> answering.take(report, question, Origin.Source.ACTIVITIES, items));
    }

    private GivenAnswer given(String question) {
        return scene.file(ekby, report).given(question).orElseThrow();
    }

    @Test
    void activities_answer_with_what_was_logged_in_the_reports_year_and_the_answer_knows_where_it_came_from() {
        var buses = activity("Elbussar");
        var roofs = activity("Solceller på skolor");
        log(buses, LocalDate.of(2025, 5, 2), "Upphandling klar");
        log(buses, LocalDate.of(2026, 4, 9), "Fem bussar\nlevererade");

        var given = take("done", buses, roofs);

        assertThat(given.answer())
                .isEqualTo(
                        new Answer.FreeText(
                                "Elbussar (Pågår, 2024–2027). 9 april 2026: Fem bussar levererade\nSolceller på skolor (Pågår, 2024–2027)"));
        assertThat(given.origin())
                .isEqualTo(new Origin(
                        Origin.Source.ACTIVITIES,
                        "Elbussar; Solceller på skolor",
                        2026,
                        List.of(buses.toString(), roofs.toString())));
    }

    @Test
    void an_answer_is_taken_once_more_on_request_and_says_whether_it_changed() {
        var buses = activity("Elbussar");
        take("done", buses);
        assertThat(world.ask(ekby, () -> answering.refresh(report, "done"))).isFalse();

        log(buses, LocalDate.of(2026, 6, 1), "Tio bussar");

        assertThat(world.ask(ekby, () -> answering.refresh(report, "done"))).isTrue();
        assertThat(given("done").answer())
                .isEqualTo(new Answer.FreeText("Elbussar (Pågår, 2024–2027). 1 juni 2026: Tio bussar"));
    }

    @Test
    void an_answer_that_was_changed_by_hand_is_never_overwritten_by_a_refresh() {
        take("done", activity("Elbussar"));
        scene.answer(ekby, report, "done", new Answer.FreeText("Våra egna ord"));

        assertThatThrownBy(() -> world.ask(ekby, () -> answering.refresh(report, "done")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.messageKey()).isEqualTo("reporting.refresh.nothing"));
        assertThat(given("done").answer()).isEqualTo(new Answer.FreeText("Våra egna ord"));
    }

    @Test
    void what_was_submitted_is_refreshed_no_more_and_its_activities_stay() throws Exception {
        var buses = activity("Elbussar");
        var roofs = activity("Solceller");
        take("done", buses);
        scene.answer(ekby, report, "plan", new Answer.YesNo(true));
        assertThat(world.ask(ekby, () -> references.referredTo(Set.of(buses, roofs))))
                .isEmpty();

        scene.submit(ekby, report, 1);

        assertThat(world.ask(ekby, () -> references.referredTo(Set.of(buses, roofs))))
                .containsExactly(buses);
        assertThatThrownBy(() -> world.ask(ekby, () -> answering.refresh(report, "done")))
                .isInstanceOf(Problem.class);

        var cora = world.person("Cora Coordinator", ekby, Role.COORDINATOR);
        mvc.perform(delete("/api/v1/{tenant}/activities/{id}", ekby.slug(), buses)
                        .with(cora.token()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("activities.referred-to"));
        mvc.perform(post("/{tenant}/activities/{id}/removal", ekby.slug(), buses)
                        .with(cora.browser())
                        .with(csrf()))
                .andExpect(redirectedUrl("/" + ekby.slug() + "/activities/" + buses));
        mvc.perform(delete("/api/v1/{tenant}/activities/{id}", ekby.slug(), roofs)
                        .with(cora.token()))
                .andExpect(status().isNoContent());
        assertThat(world.ask(ekby, () -> references.referredTo(Set.of(buses, roofs))))
                .containsExactly(buses);
    }

    @Test
    void what_is_too_long_for_the_question_or_gone_leaves_the_answer_as_it_was() {
        scene.answer(ekby, report, "short", new Answer.FreeText("Kort"));

        assertThatThrownBy(() -> take("short", activity("Elbussar")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.messageKey()).isEqualTo("forms.answer.too-long"));
        assertThatThrownBy(() -> take("done", UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.messageKey()).isEqualTo("reporting.source.gone"));
        assertThat(given("short").answer()).isEqualTo(new Answer.FreeText("Kort"));
        assertThat(scene.file(ekby, report).given("done")).isEmpty();
    }

    @Test
    void another_tenants_activities_answer_nothing() {
        var theirs = activity("Elbussar");
        var grannby = scene.member("Grannby");
        var theirReport = scene.begun(grannby, round);
        assertThatThrownBy(() -> world.ask(
                        grannby,
                        () -> answering.take(
                                theirReport, "done", Origin.Source.ACTIVITIES, List.of(theirs.toString()))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_coordinator_chooses_in_a_page_and_comes_back_to_the_question() throws Exception {
        var buses = activity("Elbussar");
        var coordinator = world.person("Karin Koll", ekby, Role.COORDINATOR);
        var page = "/" + ekby.slug() + "/reports/" + report;
        mvc.perform(get(page + "/sections/work").header("Accept-Language", "sv").with(coordinator.browser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("/questions/done/sources"),
                                containsString("Svara från vår plan och våra siffror"))));
        mvc.perform(get(page + "/questions/done/sources").with(coordinator.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Elbussar"), containsString(buses.toString()))));
        mvc.perform(post(page + "/questions/done/sources")
                        .param("source", "ACTIVITIES")
                        .param("item", buses.toString())
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(redirectedUrl(page + "/sections/work#q-done"));
        mvc.perform(get(page + "/sections/work").header("Accept-Language", "sv").with(coordinator.browser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Elbussar (Pågår, 2024–2027)"),
                                containsString("Från er plan: Elbussar"),
                                containsString("name=\"refresh\" value=\"done\""))));
        mvc.perform(post(page + "/questions/done/sources")
                        .param("source", "ACTIVITIES")
                        .with(coordinator.browser())
                        .with(csrf()))
                .andExpect(redirectedUrl(page + "/questions/done/sources"));
    }

    @Test
    void a_program_does_the_same_over_the_api() throws Exception {
        var buses = activity("Elbussar");
        var coordinator = world.person("Karin Koll", ekby, Role.COORDINATOR);
        var answers = "/api/v1/" + ekby.slug() + "/reports/" + report + "/answers/done";
        mvc.perform(get(answers + "/sources").with(coordinator.token()))
                .andExpect(jsonPath("$.activities[0].item").value(buses.toString()));
        mvc.perform(post(answers + "/sources")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"source\": \"ACTIVITIES\", \"items\": [\"%s\"]}".formatted(buses))
                        .with(coordinator.token()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.origin.items[0]").value(buses.toString()));
        mvc.perform(post(answers + "/refreshment").with(coordinator.token()))
                .andExpect(jsonPath("$.changed").value(false));
        mvc.perform(post(answers + "/sources")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"source\": \"ACTIVITIES\", \"items\": [null]}")
                        .with(coordinator.token()))
                .andExpect(status().isNotFound());
    }
}
