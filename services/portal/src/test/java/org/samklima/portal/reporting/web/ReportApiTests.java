package org.samklima.portal.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.percentage;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Forms;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class ReportApiTests {

    private static final ReportForm FORM =
            form(yesNo("plan", "1").required(), freeText("words", 20), percentage("share"));

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    ReportingScene scene;
    Tenant ekby;
    World.Person karin;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
        ekby = scene.member("Ekby");
        karin = world.person("Karin Koll", ekby, Role.COORDINATOR);
    }

    @Test
    void a_round_is_planned_opened_extended_and_closed_by_staff() throws Exception {
        world.in(scene.association(), () -> beans.getBean(Forms.class).add(FORM));
        var plan = """
                {"form": "sample", "name": "Climate report 2026", "year": 2026, "opensOn": "%s", "deadline": "%s",
                 "signOffRequired": false, "contact": "secretariat@example.org"}""".formatted(scene.today().plusDays(1), scene.today().plusDays(30));
        var planned = staff(post("/api/v1/{t}/rounds", scene.association().slug()), plan)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("PLANNED"))
                .andExpect(jsonPath("$.timeZone").value("Europe/Stockholm"))
                .andExpect(jsonPath("$.reminderDays[0]").value(14))
                .andReturn();
        var round = "/api/v1/" + scene.association().slug() + "/rounds/"
                + JsonPath.<String>read(planned.getResponse().getContentAsString(), "$.id");

        staff(post(round + "/opening"), "").andExpect(status().isNoContent());
        staff(post(round + "/opening"), "").andExpect(status().isConflict());
        staff(
                        post(round + "/extensions"),
                        "{\"member\": \"%s\", \"deadline\": \"%s\", \"reason\": \"Illness\"}"
                                .formatted(ekby.id(), scene.today().plusDays(40)))
                .andExpect(status().isNoContent());
        staff(get(round + "/extensions"), "").andExpect(jsonPath("$[0].reason").value("Illness"));
        staff(post(round + "/closing"), "").andExpect(status().isNoContent());
        staff(get(round), "").andExpect(jsonPath("$.state").value("CLOSED"));
        staff(delete(round), "").andExpect(status().isConflict());
    }

    @Test
    void what_cannot_be_planned_is_told_as_a_problem() throws Exception {
        world.in(scene.association(), () -> beans.getBean(Forms.class).add(FORM));
        var rounds = "/api/v1/" + scene.association().slug() + "/rounds";
        staff(post(rounds), """
                {"form": "sample", "name": "x", "year": 2026, "opensOn": "2100-02-01", "deadline": "2100-01-01",
                 "signOffRequired": false, "contact": "a@example.org"}""")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("reporting.round.invalid.deadline-before-opening"));
        staff(post(rounds), "{\"form\": \"sample\"}").andExpect(status().isBadRequest());
        staff(post(rounds), """
                {"form": "no-such", "name": "x", "year": 2026, "opensOn": "2100-01-01", "deadline": "2100-02-01",
                 "signOffRequired": false, "contact": "a@example.org"}""").andExpect(status().isNotFound());
    }

    @Test
    void the_board_reads_rounds_and_changes_none() throws Exception {
        var board = world.person("Berit Board", scene.association(), Role.BOARD);
        var round = "/api/v1/" + scene.association().slug() + "/rounds/" + scene.planned(scene.plan(FORM));

        mvc.perform(get(round).with(board.token())).andExpect(status().isOk());
        mvc.perform(post(round + "/opening").with(board.token())).andExpect(status().isForbidden());
        mvc.perform(delete(round).with(board.token())).andExpect(status().isForbidden());
        assertThat(scene.round(UUID.fromString(round.substring(round.lastIndexOf('/') + 1)))
                        .state())
                .isEqualTo(RoundState.PLANNED);
    }

    @Test
    void a_report_is_begun_answered_and_submitted_by_a_program() throws Exception {
        var round = scene.opened(FORM);
        var begun = coordinator(
                        post(reports()),
                        "{\"network\": \"%s\", \"round\": \"%s\"}"
                                .formatted(scene.association().id(), round))
                .andExpect(status().isOk())
                .andReturn();
        var report = reports() + "/" + JsonPath.<String>read(begun.getResponse().getContentAsString(), "$.id");

        coordinator(put(report + "/answers"), """
                {"answers": {"plan": {"answer": {"type": "yes-no", "yes": true}, "comment": "Since May"},
                             "share": {"answer": {"type": "amount", "value": 42.5}}}}""").andExpect(status().isOk());
        coordinator(get(report), "")
                .andExpect(jsonPath("$.answered").value(2))
                .andExpect(jsonPath("$.form.code").value("sample"))
                .andExpect(jsonPath("$.answers.length()").value(2));
        coordinator(post(report + "/submission"), "")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.receipt").isNotEmpty());
        coordinator(post(report + "/submission"), "{\"version\": 1}").andExpect(status().isConflict());
        coordinator(get(report + "/submissions/1"), "")
                .andExpect(jsonPath("$.answers[0].comment").value("Since May"))
                .andExpect(jsonPath("$.member.name").value("Ekby"));
        coordinator(get(report + "/submissions"), "")
                .andExpect(jsonPath("$.length()").value(1));
        coordinator(get(reports()), "").andExpect(jsonPath("$[0].state").value("SUBMITTED"));
    }

    @Test
    void an_answer_names_the_revision_that_it_replaces() throws Exception {
        var answer = report() + "/answers/words";
        coordinator(put(answer), words("First")).andExpect(status().isOk()).andExpect(header().string("ETag", "\"1\""));
        coordinator(put(answer), words("Late"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("reporting.answer.overtaken"));
        coordinator(put(answer).header("If-Match", "\"1\""), words("Second"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2));
        coordinator(put(answer).header("If-Match", "*"), words("Third")).andExpect(status().isOk());
        coordinator(put(answer).header("If-Match", "soon"), words("Fourth"))
                .andExpect(status().isUnprocessableContent());
        coordinator(put(answer).header("If-Match", "3"), words("Far too many words to fit"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("forms.answer.too-long"));
    }

    @Test
    void of_many_answers_one_that_cannot_stand_saves_none_and_each_reason_is_told() throws Exception {
        var report = report();

        coordinator(put(report + "/answers"), """
                {"answers": {"plan": {"answer": {"type": "yes-no", "yes": true}},
                             "words": null,
                             "share": {"answer": {"type": "amount", "value": 142.5}}}}""")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.answers.share").value("The number is greater than 100."))
                .andExpect(jsonPath("$.answers.plan").doesNotExist());
        coordinator(get(report), "").andExpect(jsonPath("$.answers.length()").value(0));
        coordinator(put(report + "/answers"), "{}").andExpect(status().isBadRequest());
    }

    @Test
    void proposals_are_told_and_accepted_by_their_id() throws Exception {
        var first = scene.begun(ekby, scene.opened(FORM));
        scene.answer(ekby, first, "plan", new Answer.YesNo(true));
        scene.submit(ekby, first, 1);
        var next = reports() + "/" + scene.begun(ekby, scene.opened(scene.plan(FORM, 2027, false)));
        var told = coordinator(get(next), "")
                .andExpect(jsonPath("$.proposals[0].origin.source").value("EARLIER_REPORT"))
                .andReturn();
        var id = JsonPath.<String>read(told.getResponse().getContentAsString(), "$.proposals[0].id");

        coordinator(post(next + "/answers/plan/acceptance"), "{\"proposal\": \"0\"}")
                .andExpect(status().isConflict());
        coordinator(post(next + "/answers/plan/acceptance"), "{\"proposal\": \"%s\"}".formatted(id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.answer.yes").value(true));
        coordinator(post(next + "/acceptances"), "{\"section\": \"only\"}")
                .andExpect(jsonPath("$.accepted").value(0));
    }

    @Test
    void a_report_of_another_tenant_is_not_found_through_the_api_either() throws Exception {
        var theirs = scene.begun(scene.member("Alvik"), scene.opened(FORM));

        coordinator(get(reports() + "/" + theirs), "").andExpect(status().isNotFound());
        coordinator(put(reports() + "/" + theirs + "/answers/words"), words("x"))
                .andExpect(status().isNotFound());
        coordinator(post(reports() + "/" + theirs + "/submission"), "").andExpect(status().isNotFound());
        coordinator(get(reports() + "/" + theirs + "/submissions/1"), "").andExpect(status().isNotFound());
        coordinator(
                        post(reports()),
                        "{\"network\": \"%s\", \"round\": \"%s\"}".formatted(UUID.randomUUID(), UUID.randomUUID()))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_documentation_says_what_submitting_does_and_when_it_is_refused() throws Exception {
        mvc.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/{tenant}/reports/{id}/submission'].post.summary")
                        .value("Submit a report"));
    }

    private String reports() {
        return "/api/v1/" + ekby.slug() + "/reports";
    }

    private String report() {
        return reports() + "/" + scene.begun(ekby, scene.opened(FORM));
    }

    private static String words(String text) {
        return "{\"answer\": {\"type\": \"text\", \"text\": \"%s\"}}".formatted(text);
    }

    private ResultActions staff(MockHttpServletRequestBuilder request, String body) throws Exception {
        return send(request, body, scene.staff());
    }

    private ResultActions coordinator(MockHttpServletRequestBuilder request, String body) throws Exception {
        return send(request, body, karin);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body, World.Person person)
            throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header("Accept-Language", "en")
                .with(person.token()));
    }
}
