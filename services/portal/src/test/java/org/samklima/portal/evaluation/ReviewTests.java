package org.samklima.portal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.letterbox.Letterbox;
import org.samklima.portal.letterbox.MemberShelf;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.Review;
import org.samklima.portal.reporting.SubmittedReport;
import org.samklima.portal.reporting.report.ReportState;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class ReviewTests {

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private EvaluationScene scene;

    @BeforeEach
    void openRound() {
        scene = new EvaluationScene(world, beans, form(yesNo("plan", "2"), freeText("words", 500)));
    }

    @Test
    void what_came_in_lately_stands_on_the_first_page_and_leads_to_where_it_is_read() throws Exception {
        scene.reported("Ekby", answers("plan", true));

        var home = mvc.perform(
                        get("/" + scene.association().slug()).with(scene.staff().browser()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var link = Pattern.compile("href=\"(/[^\"]+/submissions/[^\"]+)\"").matcher(home);

        assertThat(link.find()).isTrue();
        mvc.perform(get(link.group(1)).with(scene.staff().browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ekby")));
    }

    @Test
    void a_returned_report_comes_home_with_its_reasons_and_goes_on() throws Exception {
        var reporting = scene.reporting();
        var ekby = reporting.member("Ekby");
        var report = reporting.begun(ekby, scene.round());
        reporting.answer(ekby, report, "plan", new Answer.YesNo(true));
        reporting.submit(ekby, report, 1);

        mvc.perform(post(scene.page("/submissions/" + ekby.id() + "/reviews"))
                        .param("version", "1")
                        .param("outcome", "RETURNED")
                        .param("message", "Almost there.")
                        .param("reason.plan", "Which plan is meant?")
                        .param("reason.words", " ")
                        .with(scene.staff().browser())
                        .with(csrf()))
                .andExpect(redirectedUrl(scene.page("/board")));

        await().until(() -> reporting.file(ekby, report).report().state() == ReportState.RETURNED);
        var review = onTheShelf(ekby);
        assertThat(review.outcome()).isEqualTo(Review.Outcome.RETURNED);
        assertThat(review.message()).isEqualTo("Almost there.");
        assertThat(review.reasons()).isEqualTo(Map.of("plan", "Which plan is meant?"));
        assertThat(review.decidedBy()).isEqualTo("Stina Stab");
        assertThat(review.scores().get("points").intValue()).isEqualTo(2);

        reporting.submit(ekby, report, 2);
        say(ekby, 2, "ACCEPTED", "").andExpect(status().isCreated());
        await().until(() -> reporting.file(ekby, report).report().state() == ReportState.ACCEPTED);
    }

    @Test
    void only_the_member_it_is_addressed_to_reads_a_review() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", true));
        var lindby = scene.reporting().member("Lindby");
        say(ekby, 1, "RETURNED", "Between us.").andExpect(status().isCreated());

        assertThat(onTheShelf(ekby).message()).isEqualTo("Between us.");
        assertThat(world.ask(lindby, () -> shelf(ekby))).isEmpty();
        assertThat(world.ask(world.association("Andra ringen"), () -> shelf(ekby)))
                .isEmpty();
    }

    @Test
    void neither_the_sender_nor_another_association_can_look_into_the_letterbox() {
        var ekby = scene.reported("Ekby", answers("plan", true));

        for (var stranger : new Tenant[] {
            ekby, world.association("Andra ringen"), scene.reporting().member("Lindby")
        }) {
            world.in(stranger, () -> {
                assertThat(beans.getBean(Letterbox.class)
                                .received(SubmittedReport.KIND, scene.round().toString()))
                        .isEmpty();
                assertThat(jdbc.sql("SELECT count(*) FROM received WHERE sender_id = ?")
                                .param(ekby.id())
                                .query(Integer.class)
                                .single())
                        .isZero();
            });
        }
        assertThat(scene.answered(Basis.SUBMITTED).reports()).containsOnlyKeys(ekby.id());
    }

    @Test
    void a_version_is_reviewed_once_and_the_later_is_told_by_whom() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", true));
        say(ekby, 1, "ACCEPTED", "").andExpect(status().isCreated());

        say(ekby, 1, "RETURNED", "No!")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("evaluation.review.said-already.accepted"))
                .andExpect(jsonPath("$.detail").value(containsString("Stina Stab")));
        assertThat(onTheShelf(ekby).isReturn()).isFalse();
    }

    @Test
    void of_two_who_decide_at_once_one_decides() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", true));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> accept = () -> at(start, ekby, "ACCEPTED");
            Callable<Integer> sendBack = () -> at(start, ekby, "RETURNED");
            var one = threads.submit(accept);
            var other = threads.submit(sendBack);
            assertThat(new int[] {one.get(), other.get()}).containsExactlyInAnyOrder(201, 409);
        }
        assertThat(decisions(ekby)).isEqualTo(1);
    }

    private int at(CyclicBarrier start, Tenant member, String outcome) throws Exception {
        start.await();
        return say(member, 1, outcome, "A word").andReturn().getResponse().getStatus();
    }

    @Test
    void only_the_newest_version_is_reviewed() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", false));
        scene.reported(ekby, 2, answers("plan", true));

        say(ekby, 1, "ACCEPTED", "").andExpect(status().isConflict());
        assertThat(decisions(ekby)).isZero();
    }

    @Test
    void a_report_is_not_returned_without_a_reason_nor_accepted_with_one() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", true));

        say(ekby, 1, "RETURNED", "  ").andExpect(status().isUnprocessableContent());
        mvc.perform(json(post(scene.api("/reviews")), """
                        {"member": "%s", "version": 1, "outcome": "ACCEPTED", "reasons": {"plan": "Hm"}}""".formatted(ekby.id())))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(json(post(scene.api("/reviews")), """
                        {"member": "%s", "version": 1, "outcome": "RETURNED", "reasons": {"forged": "Hm"}}""".formatted(ekby.id())))
                .andExpect(status().isUnprocessableContent());
        say(ekby, 1, "RETURNED", "x".repeat(5_001)).andExpect(status().isUnprocessableContent());
        assertThat(decisions(ekby)).isZero();
    }

    @Test
    void the_page_comes_back_with_what_was_typed_when_it_cannot_be_said() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", true));

        mvc.perform(post(scene.page("/submissions/" + ekby.id() + "/reviews"))
                        .param("version", "1")
                        .param("outcome", "ACCEPTED")
                        .param("message", "My long message")
                        .param("reason.plan", "My careful reason")
                        .with(scene.staff().browser())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("My long message")))
                .andExpect(content().string(containsString("My careful reason")));
    }

    @Test
    void the_board_reads_a_submission_and_cannot_decide() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", true));
        var board = scene.board();

        mvc.perform(get(scene.page("/submissions/" + ekby.id())).with(board.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("outcome"))));
        mvc.perform(json(post(scene.api("/reviews")), body(ekby.id(), 1, "ACCEPTED", ""))
                        .with(board.token()))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_forged_member_round_or_version_is_not_found() throws Exception {
        var ekby = scene.reported("Ekby", answers("plan", true));
        var stranger = world.municipality("Grannby");
        var other = new EvaluationScene(world, beans, form(yesNo("plan", "1")));

        mvc.perform(get(scene.page("/submissions/" + stranger.id()))
                        .with(scene.staff().browser()))
                .andExpect(status().isNotFound());
        mvc.perform(get(scene.page("/submissions/" + ekby.id() + "?version=2"))
                        .with(scene.staff().browser()))
                .andExpect(status().isNotFound());
        say(stranger, 1, "ACCEPTED", "").andExpect(status().isNotFound());
        say(ekby, 2, "ACCEPTED", "").andExpect(status().isNotFound());
        mvc.perform(json(
                        post("/api/v1/" + scene.association().slug() + "/rounds/" + other.round() + "/reviews"),
                        body(ekby.id(), 1, "ACCEPTED", "")))
                .andExpect(status().isNotFound());
    }

    @Test
    void what_was_said_is_neither_altered_nor_taken_back() {
        var ekby = scene.reported("Ekby", answers("plan", true));
        scene.accept(ekby, 1);

        assertThatThrownBy(() -> world.in(
                        scene.association(),
                        () -> jdbc.sql("UPDATE review SET outcome = 'RETURNED' WHERE member_id = ?")
                                .param(ekby.id())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        world.in(
                scene.association(),
                () -> assertThat(jdbc.sql("DELETE FROM review WHERE member_id = ?")
                                .param(ekby.id())
                                .update())
                        .as("removed before the association itself is erased")
                        .isZero());
    }

    @Test
    void answers_stand_beside_last_years_with_their_points_and_script_in_them_stays_text() throws Exception {
        var reporting = new ReportingScene(world, beans);
        var asked = form(yesNo("plan", "2"), freeText("words", 500));
        var before = new EvaluationScene(world, beans, reporting, asked, 2025);
        var now = new EvaluationScene(world, beans, reporting, asked, 2026);
        var ekby = before.reported("Ekby", answers("plan", false, "words", "Said in the year before"));
        now.reported(ekby, 1, answers("plan", true, "words", "<script>alert('now')</script>"));

        mvc.perform(get(now.page("/submissions/" + ekby.id()))
                        .with(reporting.staff().browser())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Said in the year before")))
                .andExpect(content().string(containsString("2 of 2 points")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(")))
                .andExpect(content().string(not(containsString("<script>alert("))));
    }

    @Test
    void accepted_reports_count_even_when_a_newer_version_waits() {
        var ekby = scene.reported("Ekby", answers("plan", false));
        scene.accept(ekby, 1);
        scene.reported(ekby, 2, answers("plan", true));
        var lindby = scene.reported("Lindby", answers("plan", true));

        assertThat(scene.answered(Basis.ACCEPTED).reports()).containsOnlyKeys(ekby.id());
        assertThat(scene.answered(Basis.ACCEPTED).reports().get(ekby.id()).answer("plan"))
                .contains(new Answer.YesNo(false));
        assertThat(scene.answered(Basis.SUBMITTED).reports()).containsOnlyKeys(ekby.id(), lindby.id());
        assertThat(scene.answered(Basis.SUBMITTED).reports().get(ekby.id()).answer("plan"))
                .contains(new Answer.YesNo(true));
    }

    private ResultActions say(Tenant member, int version, String outcome, String message) throws Exception {
        return mvc.perform(json(post(scene.api("/reviews")), body(member.id(), version, outcome, message)));
    }

    private static String body(UUID member, int version, String outcome, String message) {
        return """
                {"member": "%s", "version": %d, "outcome": "%s", "message": "%s"}""".formatted(member, version, outcome, message);
    }

    private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .locale(Locale.ENGLISH)
                .with(scene.staff().token());
    }

    private Review onTheShelf(Tenant member) {
        return world.ask(member, () -> shelf(member)).orElseThrow();
    }

    private Optional<Review> shelf(Tenant member) {
        return beans.getBean(MemberShelf.class)
                .newest(scene.association().id(), Review.KIND, Review.subject(scene.round(), member.id()))
                .map(document -> beans.getBean(JsonMapper.class).readValue(document.content(), Review.class));
    }

    private int decisions(Tenant member) {
        return world.ask(
                scene.association(),
                () -> jdbc.sql("SELECT count(*) FROM review WHERE tenant_id = ? AND member_id = ?")
                        .params(scene.association().id(), member.id())
                        .query(Integer.class)
                        .single());
    }
}
