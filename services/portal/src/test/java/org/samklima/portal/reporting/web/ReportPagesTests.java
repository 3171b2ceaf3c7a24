package org.samklima.portal.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.amount;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.number;
import static org.samklima.portal.forms.Ask.section;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.forms.Ask;
import org.samklima.portal.forms.Condition;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.reporting.Deadline;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.report.AnswerChange;
import org.samklima.portal.reporting.report.Notes;
import org.samklima.portal.reporting.report.ReportState;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.portal.time.AdjustableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class ReportPagesTests {

    private static final ReportForm FORM = form(
            section(
                    "goals",
                    yesNo("plan", "1").required(),
                    freeText("which", 200).onlyIf(new Condition.Says("plan", true)),
                    freeText("words", 20).orNotApplicable()),
            section("energy", number("solar")));

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    AdjustableClock clock;

    ReportingScene scene;
    Tenant ekby;
    World.Person karin;
    UUID round;
    UUID report;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
        ekby = scene.member("Ekby");
        karin = world.person("Karin Koll", ekby, Role.COORDINATOR);
        round = scene.opened(FORM);
        report = scene.begun(ekby, round);
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void the_list_shows_what_is_due_and_leads_there() throws Exception {
        var list = page("/reports");

        assertThat(list).contains("Climate report 2026", "Klimatringen", "/reports/" + report, "0 av 3 besvarade");
    }

    @Test
    void a_round_nobody_began_is_begun_from_the_list() throws Exception {
        var alvik = scene.member("Alvik");
        var ylva = world.person("Ylva Klar", alvik, Role.COORDINATOR);

        var begun = send(
                post("/{t}/reports", alvik.slug())
                        .param("network", scene.association().id().toString())
                        .param("round", round.toString()),
                ylva);

        assertThat(begun.getStatus()).isEqualTo(302);
        assertThat(begun.getRedirectedUrl()).matches("/" + alvik.slug() + "/reports/[0-9a-f-]{36}");
    }

    @Test
    void a_report_says_what_comes_next_and_what_is_missing() throws Exception {
        assertThat(page("/reports/" + report)).contains("Börja svara", "Ett obligatoriskt svar saknas");
        answer("plan", new Answer.YesNo(true));
        assertThat(page("/reports/" + report)).contains("Alla obligatoriska svar finns");
    }

    @Test
    void an_answer_is_saved_as_it_is_typed_and_the_page_says_when() throws Exception {
        var saved = save("plan", "plan.value", "yes");

        assertThat(saved.getStatus()).isEqualTo(200);
        assertThat(saved.getContentAsString())
                .contains("id=\"s-plan\"", "Sparat ")
                .containsPattern("name=\"plan.revision\" value=\"1\"");
        assertThat(scene.file(ekby, report).filled().answer("plan")).contains(new Answer.YesNo(true));
        assertThat(scene.file(ekby, report).given("plan").orElseThrow().changedBy())
                .isEqualTo("Karin Koll");
    }

    @Test
    void a_question_appears_with_the_answer_it_depends_on_and_disappears_again() throws Exception {
        assertThat(page("/reports/" + report + "/sections/goals")).doesNotContain("name=\"which.value\"");

        var shown = save("plan", "plan.value", "yes").getContentAsString();
        assertThat(shown).contains("name=\"which.value\"").containsPattern("id=\"q-which\"[^>]*hx-swap-oob=\"true\"");
        var hidden = save("plan", "plan.value", "no", "plan.revision", "1").getContentAsString();
        assertThat(hidden).contains("id=\"q-which\"").doesNotContain("name=\"which.value\"");
    }

    @Test
    void what_cannot_be_saved_is_told_beside_the_question_and_what_stood_there_still_stands() throws Exception {
        answer("solar", amount("5"));

        var refused = save("solar", "solar.value", "många", "solar.revision", "1");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Inte sparat:", "”många” går inte att läsa som ett tal");
        assertThat(scene.file(ekby, report).filled().answer("solar")).contains(amount("5"));
    }

    @Test
    void a_number_is_understood_as_the_readers_language_writes_it() throws Exception {
        save("solar", "solar.value", "1 234,5");

        assertThat(scene.file(ekby, report).filled().answer("solar")).contains(amount("1234.5"));
        assertThat(page("/reports/" + report + "/sections/energy"))
                .containsPattern("name=\"solar.value\" value=\"1\u00a0234,5\"");
    }

    @Test
    void the_later_of_two_editors_sees_the_others_answer_beside_theirs_and_chooses() throws Exception {
        answer("words", new Answer.FreeText("Deras ord"));

        var overtaken = save("words", "words.value", "Mina ord", "words.revision", "0");

        assertThat(overtaken.getStatus()).isEqualTo(422);
        assertThat(overtaken.getContentAsString())
                .contains("Deras ord", "Tess Test", "name=\"words.force\" value=\"1\"")
                .containsPattern("name=\"words.revision\" value=\"0\"");
        assertThat(scene.file(ekby, report).filled().answer("words")).contains(new Answer.FreeText("Deras ord"));
        save("words", "words.value", "Mina ord", "words.revision", "0", "words.force", "1");
        assertThat(scene.file(ekby, report).filled().answer("words")).contains(new Answer.FreeText("Mina ord"));
    }

    @Test
    void without_scripts_a_whole_section_is_saved_at_once_and_what_cannot_be_comes_back_as_typed() throws Exception {
        var page = page("/reports/" + report + "/sections/goals");

        var refused = send(
                post("/{t}/reports/{r}/sections/goals", ekby.slug(), report)
                        .param("plan.revision", "0")
                        .param("plan.was", was(page, "plan"))
                        .param("plan.value", "yes")
                        .param("words.revision", "0")
                        .param("words.was", was(page, "words"))
                        .param("words.value", "Alldeles för många ord för rutan"),
                karin);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("De här svaren sparades inte", "Alldeles för många ord för rutan", "20 är tillåtna");
        assertThat(scene.file(ekby, report).given()).containsOnlyKeys("plan");
    }

    @Test
    void saving_a_section_leaves_alone_what_the_person_did_not_touch() throws Exception {
        answer("words", new Answer.FreeText("Ord"));
        var page = page("/reports/" + report + "/sections/goals");
        answer("words", new Answer.FreeText("Nya ord"));

        var saved = send(
                post("/{t}/reports/{r}/sections/goals", ekby.slug(), report)
                        .param("plan.revision", "0")
                        .param("plan.was", was(page, "plan"))
                        .param("plan.value", "no")
                        .param("words.revision", "1")
                        .param("words.was", was(page, "words"))
                        .param("words.value", "Ord")
                        .param("go", "next"),
                karin);

        assertThat(saved.getRedirectedUrl()).isEqualTo("/" + ekby.slug() + "/reports/" + report + "/sections/energy");
        assertThat(scene.file(ekby, report).filled().answer("words")).contains(new Answer.FreeText("Nya ord"));
        assertThat(scene.file(ekby, report).filled().answer("plan")).contains(new Answer.YesNo(false));
    }

    @Test
    void last_years_answer_is_accepted_by_one_click_and_stands_beside() throws Exception {
        answer("plan", new Answer.YesNo(true));
        scene.submit(ekby, report, 1);
        var next = scene.begun(ekby, scene.opened(scene.plan(FORM, 2027, false)));
        var page = page("/reports/" + next + "/sections/goals");
        assertThat(page).contains("Från er rapport för 2026 till Klimatringen").doesNotContain("Ert svar för 2026");
        var proposal = found(page, "name=\"accept\" value=\"plan/([0-9a-f]+)\"");

        var accepted = send(
                post("/{t}/reports/{r}/answers/plan/acceptance", ekby.slug(), next)
                        .param("proposal", proposal),
                karin);

        assertThat(accepted.getStatus()).isEqualTo(200);
        assertThat(accepted.getContentAsString())
                .contains("id=\"q-plan\"", "Från er rapport för 2026 till Klimatringen")
                .doesNotContain("name=\"accept\"");
        assertThat(scene.file(ekby, next).filled().answer("plan")).contains(new Answer.YesNo(true));
        assertThat(page("/reports/" + next + "/sections/goals")).contains("Ert svar för 2026");
    }

    @Test
    void before_submitting_what_is_missing_is_listed_with_the_way_there() throws Exception {
        assertThat(page("/reports/" + report + "/check"))
                .contains("/reports/" + report + "/sections/goals#q-plan")
                .doesNotContain("/reports/" + report + "/submission");
        answer("plan", new Answer.YesNo(true));
        assertThat(page("/reports/" + report + "/check")).contains("/reports/" + report + "/submission");
    }

    @Test
    void submitting_leads_to_a_receipt_with_what_was_sent_and_twice_to_the_same() throws Exception {
        answer("plan", new Answer.YesNo(true));
        scene.answer(ekby, report, "words", new AnswerChange(new Answer.FreeText("Få ord"), "Mer sen", 0));

        var first = submit(1);
        var second = submit(1);

        var address = "/" + ekby.slug() + "/reports/" + report + "/submissions/1";
        assertThat(first.getRedirectedUrl()).isEqualTo(address);
        assertThat(second.getRedirectedUrl()).isEqualTo(address);
        assertThat(page("/reports/" + report + "/submissions/1"))
                .contains("Kvitto", "Europe/Stockholm", "Karin Koll", "Få ord", "Mer sen")
                .containsPattern("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}");
    }

    @Test
    void too_late_is_said_on_the_page_with_the_day_the_zone_and_whom_to_ask() throws Exception {
        answer("plan", new Answer.YesNo(true));
        var deadline = scene.round(round).deadline();
        clock.set(new Deadline(deadline, ReportingScene.ZONE).end().plusSeconds(5));

        var late = submit(1);

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString())
                .contains("Europe/Stockholm", "Svaren är sparade", "secretariat@example.org", "" + deadline.getYear());
        assertThat(scene.file(ekby, report).report().state()).isEqualTo(ReportState.DRAFT);
    }

    @Test
    void each_role_does_what_is_its_own() throws Exception {
        answer("plan", new Answer.YesNo(true));
        var bo = world.person("Bo Bidrag", ekby, Role.CONTRIBUTOR);
        var disa = world.person("Disa Dahl", ekby, Role.DECISION_MAKER);

        assertThat(send(get("/{t}/reports/{r}/sections/goals", ekby.slug(), report), disa)
                        .getContentAsString())
                .contains("Här kan du läsa svaren")
                .doesNotContain("name=\"plan.value\"");
        assertThat(send(post("/{t}/reports/{r}/answers/plan", ekby.slug(), report), disa)
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(post("/{t}/reports/{r}/submission", ekby.slug(), report).param("version", "1"), bo)
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(post("/{t}/reports/{r}/sign-off", ekby.slug(), report).param("minutes", "KS § 1"), karin)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_decision_maker_signs_off_with_the_reference_of_the_minutes() throws Exception {
        var disa = world.person("Disa Dahl", ekby, Role.DECISION_MAKER);
        var asked = scene.begun(ekby, scene.opened(scene.plan(FORM, 2027, true)));
        scene.answer(ekby, asked, "plan", new Answer.YesNo(true));

        assertThat(send(get("/{t}/reports/{r}", ekby.slug(), asked), disa).getContentAsString())
                .contains("Protokollets beteckning");
        var blank = send(post("/{t}/reports/{r}/sign-off", ekby.slug(), asked).param("minutes", " "), disa);
        assertThat(blank.getStatus()).isEqualTo(422);
        send(post("/{t}/reports/{r}/sign-off", ekby.slug(), asked).param("minutes", "KS § 41/2026"), disa);
        assertThat(page("/reports/" + asked)).contains("Disa Dahl", "KS § 41/2026", "Gå vidare till att skicka in");
        assertThat(page("/reports/" + asked + "/sections/goals")).contains("godkända och låsta");
    }

    @Test
    void colleagues_leave_each_other_notes_that_are_never_sent() throws Exception {
        send(
                post("/{t}/reports/{r}/sections/goals", ekby.slug(), report)
                        .param("note", "plan")
                        .param("plan.note", "Fråga miljöchefen"),
                karin);
        assertThat(page("/reports/" + report + "/sections/goals")).contains("Fråga miljöchefen", "Karin Koll");
        var note = world.ask(ekby, () -> beans.getBean(Notes.class).of(report))
                .get("plan")
                .getFirst();
        answer("plan", new Answer.YesNo(true));
        submit(1);
        assertThat(page("/reports/" + report + "/submissions/1")).doesNotContain("miljöchefen");
        assertThat(note.author()).isEqualTo("Karin Koll");
    }

    @Test
    void script_in_any_text_comes_back_as_text() throws Exception {
        var script = "<script>alert(1)</script>";
        save("words", "words.value", script, "words.comment", script);
        save("solar", "solar.value", script);
        send(
                post("/{t}/reports/{r}/sections/goals", ekby.slug(), report)
                        .param("note", "plan")
                        .param("plan.note", script),
                karin);
        answer("plan", new Answer.YesNo(true));
        answer("words", new Answer.NotApplicable(script));
        scene.review(ekby, round, 1, review -> review);

        for (var path : List.of("", "/sections/goals", "/check")) {
            assertThat(page("/reports/" + report + path)).doesNotContain(script);
        }
        submit(1);
        assertThat(page("/reports/" + report + "/submissions/1"))
                .doesNotContain(script)
                .contains("&lt;script&gt;");
    }

    @Test
    void a_report_of_another_tenant_is_not_found_whatever_is_tried_on_it() throws Exception {
        var alvik = scene.member("Alvik");
        var ylva = world.person("Ylva Klar", alvik, Role.COORDINATOR, Role.DECISION_MAKER);
        var base = "/" + alvik.slug() + "/reports/" + report;
        for (var path : List.of("", "/sections/goals", "/check", "/submission", "/submissions/1")) {
            assertThat(send(get(base + path), ylva).getStatus()).as(path).isEqualTo(404);
        }
        for (var path : List.of(
                "/answers/plan",
                "/answers/plan/acceptance?proposal=1",
                "/sections/goals",
                "/notes?question=plan&body=x",
                "/sign-off?minutes=x",
                "/sign-off/withdrawal",
                "/draft",
                "/submission?version=1")) {
            assertThat(send(post(base + path), ylva).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(scene.file(ekby, report).given()).isEmpty();
    }

    @Test
    void a_page_asks_the_database_no_more_often_for_more_reports() throws Exception {
        page("/reports");
        int before = QueryCount.of(() -> page("/reports"));
        for (int year : IntStream.range(2010, 2016).toArray()) {
            scene.begun(ekby, scene.opened(scene.plan(FORM, year, false)));
        }
        page("/reports");
        assertThat(QueryCount.of(() -> page("/reports"))).isLessThanOrEqualTo(before);
    }

    @Test
    void a_page_asks_the_database_no_more_often_for_more_questions_and_answers() throws Exception {
        var few = begunWith(2);
        var many = begunWith(40);
        page("/reports/" + few + "/sections/only");
        page("/reports/" + many + "/sections/only");

        int ofFew = QueryCount.of(() -> page("/reports/" + few + "/sections/only"));
        assertThat(QueryCount.of(() -> page("/reports/" + many + "/sections/only")))
                .isEqualTo(ofFew);
    }

    private UUID begunWith(int questions) {
        var form = new ReportForm(
                "form-" + questions,
                Ask.text("Form " + questions),
                null,
                List.of("en"),
                List.of(section(
                        "only",
                        IntStream.range(0, questions)
                                .mapToObj(number -> yesNo("q" + number, "1"))
                                .toArray(Ask[]::new))));
        var begun = scene.begun(ekby, scene.opened(form));
        for (int number = 0; number < questions; number += 2) {
            scene.answer(ekby, begun, "q" + number, new Answer.YesNo(true));
        }
        return begun;
    }

    private void answer(String question, Answer answer) {
        scene.answer(ekby, report, question, answer);
    }

    private MockHttpServletResponse save(String question, String... namesAndValues) throws Exception {
        var request = post("/{t}/reports/{r}/answers/{q}", ekby.slug(), report, question);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(request.header("HX-Request", "true"), karin);
    }

    private MockHttpServletResponse submit(int version) throws Exception {
        return send(post("/{t}/reports/{r}/submission", ekby.slug(), report).param("version", "" + version), karin);
    }

    private String page(String path) throws Exception {
        var response = send(get("/" + ekby.slug() + path), karin);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, World.Person person) throws Exception {
        return mvc.perform(request.with(person.browser()).with(csrf()).header("Accept-Language", "sv"))
                .andReturn()
                .getResponse();
    }

    private static String was(String page, String question) {
        return found(page, "name=\"" + question + "\\.was\" value=\"([0-9a-f]*)\"");
    }

    private static String found(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
