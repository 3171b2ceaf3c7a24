package org.samklima.portal.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samklima.portal.forms.Ask.answers;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PortalTest
class BoardTests {

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
        scene = new EvaluationScene(world, beans, form(yesNo("plan", "2"), yesNo("budget", "1")));
    }

    @Test
    void every_member_is_on_the_board_whatever_it_has_done() {
        scene.reporting().member("Asby");
        scene.started("Bäckby");
        scene.reported("Dalby", answers("plan", true));
        scene.sendBack(scene.reported("Ekby", answers("plan", false)), 1, "Which plan?");
        scene.accept(scene.reported("Fallby", answers("plan", true, "budget", true)), 1);

        assertThat(scene.boardRows())
                .extracting(row -> row.member().name(), BoardRow::state, BoardRow::version)
                .containsExactly(
                        tuple("Asby", BoardState.NOT_STARTED, 0),
                        tuple("Bäckby", BoardState.STARTED, 0),
                        tuple("Dalby", BoardState.SUBMITTED, 1),
                        tuple("Ekby", BoardState.RETURNED, 1),
                        tuple("Fallby", BoardState.ACCEPTED, 1));
    }

    @Test
    void whoever_is_late_stays_on_the_board_and_is_marked() throws Exception {
        scene.reporting().member("Ekby");
        scene.reported("Lindby", answers("plan", true));
        past();

        assertThat(scene.boardRows())
                .extracting(row -> row.member().name(), BoardRow::overdue)
                .containsExactly(tuple("Ekby", true), tuple("Lindby", false));
        mvc.perform(get(scene.page("/board?overdue=true"))
                        .with(scene.staff().browser())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ekby")))
                .andExpect(content().string(not(containsString("Lindby"))));
    }

    @Test
    void an_extension_moves_the_deadline_of_one_member_and_is_visible() {
        var ekby = scene.reporting().member("Ekby");
        scene.reporting().member("Lindby");
        var later = scene.reporting().today().plusDays(60);
        world.in(
                scene.association(),
                () -> scene.reporting().rounds().extendFor(scene.round(), ekby.id(), later, "The election"));

        var rows = scene.boardRows();
        assertThat(rows.getFirst().extended()).isTrue();
        assertThat(rows.getFirst().deadline().day()).isEqualTo(later);
        assertThat(rows.getLast().extended()).isFalse();
    }

    @Test
    void the_total_of_the_newest_submitted_version_stands_beside_its_member() {
        var ekby = scene.reported("Ekby", answers("plan", false));
        scene.sendBack(ekby, 1, "Are you sure?");
        scene.reported(ekby, 2, answers("plan", true));

        var row = scene.boardRows().getFirst();

        assertThat(row.version()).isEqualTo(2);
        assertThat(row.state()).isEqualTo(BoardState.SUBMITTED);
        assertThat(row.scores().total().orElseThrow().percent(0)).isEqualTo("67");
    }

    @Test
    void who_left_before_the_end_without_reporting_is_not_waited_for_and_who_reported_stays() {
        scene.reporting().member("Ekby");
        var lindby = scene.reported("Lindby", answers("plan", true));
        world.in(
                scene.association(),
                () -> jdbc.sql(
                                "UPDATE membership SET since = current_date - 9, until = current_date - 1 WHERE tenant_id = ?")
                        .param(scene.association().id())
                        .update());

        assertThat(scene.boardRows()).extracting(row -> row.member().id()).containsExactly(lindby.id());
    }

    @Test
    void the_board_is_filtered_and_sorted_by_its_address_and_leaves_as_a_file() throws Exception {
        scene.reported("Ekby", answers("plan", true));
        scene.reported("Åsby", answers("plan", true, "budget", true));
        scene.reporting().member("Lindby");

        mvc.perform(get(scene.page("/board?state=SUBMITTED&sort=-score&q=by"))
                        .with(scene.staff().browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Lindby"))));
        mvc.perform(get(scene.api("/board?state=SUBMITTED&sort=-score"))
                        .with(scene.staff().token()))
                .andExpect(jsonPath("$.members").value(3))
                .andExpect(jsonPath("$.counts.NOT_STARTED").value(1))
                .andExpect(jsonPath("$.rows[*].name", contains("Åsby", "Ekby")))
                .andExpect(jsonPath("$.rows[0].total").value(1));
        var csv = mvc.perform(get(scene.page("/board/file?format=CSV&q=asby"))
                        .with(scene.staff().browser())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2).last().asString().contains("Åsby", "Submitted", ",3,3,100.0");
        mvc.perform(get(scene.page("/board/file?format=XLSX"))
                        .with(scene.staff().browser()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }

    @Test
    void the_pages_send_as_many_statements_for_twelve_members_as_for_two() throws Exception {
        scene.reported("Member one", answers("plan", true));
        scene.reporting().member("Member two");
        statements("/board"); // what is kept between requests is read
        var two = new int[] {statements("/board"), statements("/scores")};
        for (int i = 0; i < 10; i++) {
            scene.accept(scene.reported("Member " + i, answers("plan", true)), 1);
        }

        assertThat(new int[] {statements("/board"), statements("/scores")}).isEqualTo(two);
    }

    @Test
    void one_button_reminds_those_shown_that_can_still_hand_in_and_nobody_else() throws Exception {
        var ekby = scene.reporting().member("Ekby");
        var lindby = scene.reporting().member("Lindby");
        var almby = scene.reported("Almby", answers("plan", true));
        var karin = world.person("Karin Ek", ekby, Role.COORDINATOR);
        var lars = world.person("Lars Lind", lindby, Role.COORDINATOR);
        var anna = world.person("Anna Alm", almby, Role.COORDINATOR);

        mvc.perform(post(scene.page("/reminders?q=ekby"))
                        .with(scene.staff().browser())
                        .with(csrf()))
                .andExpect(redirectedUrl(scene.page("/board?q=ekby")));
        await().until(() -> reminders(ekby, karin) == 1);

        mvc.perform(post(scene.api("/reminders")).with(scene.staff().token()))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.members").value(2));
        await().until(() -> reminders(lindby, lars) == 1);
        assertThat(reminders(ekby, karin)).as("once a day").isEqualTo(1);
        assertThat(reminders(almby, anna)).as("has submitted").isZero();
    }

    private int reminders(Tenant member, World.Person coordinator) {
        return world.ask(
                member,
                () -> jdbc.sql("SELECT count(*) FROM outgoing_mail"
                                + " WHERE tenant_id = ? AND recipient = ? AND occasion LIKE 'reminder:%'")
                        .params(member.id(), coordinator.email())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void when_nobody_can_hand_in_nobody_is_reminded() throws Exception {
        scene.reporting().member("Ekby");
        past();

        mvc.perform(post(scene.api("/reminders")).with(scene.staff().token())).andExpect(status().isConflict());
    }

    @Test
    void the_board_of_the_association_looks_and_does_not_act() throws Exception {
        scene.reporting().member("Ekby");
        var board = scene.board();

        mvc.perform(get(scene.page("/board")).with(board.browser()).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Remind"))));
        mvc.perform(post(scene.api("/reminders")).with(board.token())).andExpect(status().isForbidden());
    }

    @Test
    void a_round_of_another_association_is_not_found() throws Exception {
        var other = new EvaluationScene(world, beans, form(yesNo("plan", "1")));
        var forged = "/" + scene.association().slug() + "/rounds/" + other.round();

        for (var below :
                new String[] {"/board", "/scores", "/board/file?format=CSV", "/submissions/" + UUID.randomUUID()}) {
            mvc.perform(get(forged + below).with(scene.staff().browser())).andExpect(status().isNotFound());
        }
        mvc.perform(post("/api/v1" + forged + "/reminders").with(scene.staff().token()))
                .andExpect(status().isNotFound());
    }

    @Test
    void script_in_a_members_name_stays_text() throws Exception {
        Tenant member = scene.reporting().member("By <script>alert(1)</script> by");

        mvc.perform(get(scene.page("/board")).with(scene.staff().browser()))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                .andExpect(content().string(not(containsString(member.name()))));
    }

    private int statements(String page) throws Exception {
        return QueryCount.of(() ->
                mvc.perform(get(scene.page(page)).with(scene.staff().browser())).andExpect(status().isOk()));
    }

    /** Puts the deadline behind us. */
    private void past() {
        world.in(
                scene.association(),
                () -> jdbc.sql("UPDATE round SET opens_on = current_date - 9, deadline = current_date - 2 WHERE id = ?")
                        .param(scene.round())
                        .update());
        world.in(
                scene.association(),
                () -> jdbc.sql("UPDATE membership SET since = current_date - 9 WHERE tenant_id = ?")
                        .param(scene.association().id())
                        .update());
    }
}
