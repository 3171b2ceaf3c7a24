package org.samklima.portal.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.ReportForm;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.reporting.RoundPlan;
import org.samklima.portal.reporting.RoundState;
import org.samklima.portal.tenancy.Role;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalTest
class RoundPagesTests {

    private static final ReportForm FORM = form(yesNo("plan", "1"));

    @Autowired
    MockMvc mvc;

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    ReportingScene scene;
    String base;

    @BeforeEach
    void scene() {
        scene = new ReportingScene(world, beans);
        base = "/" + scene.association().slug() + "/rounds";
    }

    @Test
    void without_a_form_the_page_says_what_is_needed_first() throws Exception {
        assertThat(send(get(base + "/new")).getContentAsString()).contains("En omgång behöver ett formulär");
        assertThat(send(get(base)).getContentAsString()).contains("Ingen omgång än", base + "/new");
    }

    @Test
    void an_address_that_nobody_gave_out_is_told_as_a_page() throws Exception {
        var nowhere = send(get(base + "/the-one-of-last-year"));
        assertThat(nowhere.getStatus()).isEqualTo(404);
        assertThat(nowhere.getContentAsString()).contains("<title>", "finns inte här");

        var manager = world.person("Mia Manager", scene.association(), Role.MANAGER);
        var unreadable = mvc.perform(get("/" + scene.association().slug() + "/audit?page=last")
                        .with(manager.browser())
                        .header("Accept-Language", "sv"))
                .andReturn()
                .getResponse();
        assertThat(unreadable.getStatus()).isEqualTo(400);
        assertThat(unreadable.getContentAsString()).contains("<title>", "”last” i adressen går inte att läsa");
    }

    @Test
    void a_round_is_planned_changed_and_opened() throws Exception {
        var plan = scene.plan(FORM);
        assertThat(send(get(base + "/new")).getContentAsString())
                .contains(plan.formId() + "/1", scene.staff().email());

        var planned = send(typed(post(base), plan.formId() + "/1", "2026", "" + plan.deadline()));

        assertThat(planned.getStatus()).isEqualTo(302);
        var round = planned.getRedirectedUrl();
        assertThat(send(get(round)).getContentAsString()).contains("Klimatrapport", "öppnar av sig själv");
        send(typed(post(round + "/plan"), plan.formId() + "/1", "2025", "" + plan.deadline()));
        send(post(round + "/opening"));
        assertThat(send(get(round)).getContentAsString()).contains("Öppen", "2025", round + "/board");
        assertThat(world.ask(scene.association(), () -> scene.rounds().all()))
                .singleElement()
                .satisfies(opened -> assertThat(opened.state()).isEqualTo(RoundState.OPEN));
    }

    @Test
    void a_plan_that_cannot_be_comes_back_as_typed_with_the_reason_at_its_field() throws Exception {
        var plan = scene.plan(FORM);
        var opening = "" + scene.today().plusDays(7);

        var refused = send(typed(post(base), plan.formId() + "/1", "2026", "" + scene.today()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("Sista dagen kan inte ligga före öppningsdagen", "Klimatrapport", opening);

        assertThat(send(typed(post(base), "", "20-26", "soon")).getContentAsString())
                .contains("Välj ett formulär", "Ange ett år med fyra siffror", "Ange en dag", "20-26");
        assertThat(send(typed(post(base), "-".repeat(36) + "/1", "2026", "" + plan.deadline()))
                        .getContentAsString())
                .contains("Välj ett formulär");
    }

    @Test
    void of_two_who_plan_the_same_round_at_once_the_later_is_told() throws Exception {
        var plan = scene.plan(FORM);
        var later = new CompletableFuture<MockHttpServletResponse>();
        world.in(scene.association(), () -> {
            scene.rounds().plan(plan);
            beans.getBean(EntityManager.class).flush();
            later.completeAsync(() -> planning(plan));
            await().until(() -> JdbcClient.create(TestDatabase.shared().superuser())
                            .sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                            .query(Integer.class)
                            .single()
                    > 0);
        });

        assertThat(later.get().getStatus()).isEqualTo(409);
        assertThat(later.get().getContentAsString()).contains("Någon annan ändrade detta medan du arbetade");
        assertThat(world.ask(scene.association(), () -> scene.rounds().all())).hasSize(1);
    }

    private MockHttpServletResponse planning(RoundPlan plan) {
        try {
            return send(typed(post(base), plan.formId() + "/1", "" + plan.year(), "" + plan.deadline()));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_second_round_of_a_form_and_year_is_refused_at_the_year() throws Exception {
        var plan = scene.plan(FORM);
        scene.planned(plan);

        var refused = send(typed(post(base), plan.formId() + "/1", "2026", "" + plan.deadline()));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("redan en omgång för 2026");
    }

    @Test
    void more_time_is_given_to_one_member_or_all_with_a_reason_that_can_be_read_there() throws Exception {
        var ekby = scene.member("Ekby");
        var plan = scene.plan(FORM);
        var round = base + "/" + scene.opened(plan);

        var unreasoned = send(post(round + "/extensions")
                .param("member", "" + ekby.id())
                .param("deadline", "" + plan.deadline().plusDays(5)));
        assertThat(unreasoned.getStatus()).isEqualTo(422);
        assertThat(unreasoned.getContentAsString())
                .contains("Ange skälet", "" + plan.deadline().plusDays(5));
        send(post(round + "/extensions")
                .param("member", "" + ekby.id())
                .param("deadline", "" + plan.deadline().plusDays(5))
                .param("reason", "<b>Sjukdom</b>"));
        send(post(round + "/extensions")
                .param("member", "")
                .param("deadline", "" + plan.deadline().plusDays(2))
                .param("reason", "Översvämning"));

        assertThat(send(get(round)).getContentAsString())
                .contains("Ekby", "&lt;b&gt;Sjukdom&lt;/b&gt;", "Översvämning", "Alla medlemmar", "Stina Stab");
    }

    @Test
    void closing_and_dropping_are_asked_about_first() throws Exception {
        var open = base + "/" + scene.opened(FORM);
        assertThat(send(get(open + "/closing")).getContentAsString()).contains("Stänga ”Climate report 2026”?");
        send(post(open + "/closing"));
        assertThat(send(get(open)).getContentAsString()).contains("Stängd", "En enskild medlem");
        var planned = base + "/" + scene.planned(scene.plan(FORM, 2027, false));
        assertThat(send(get(planned + "/removal")).getContentAsString()).contains("Ta bort ”Climate report 2027”?");
        send(post(planned + "/removal"));
        assertThat(send(get(planned)).getStatus()).isEqualTo(404);
        assertThat(send(post(open + "/removal")).getStatus()).isEqualTo(409);
    }

    @Test
    void the_board_reads_and_a_members_people_see_nothing() throws Exception {
        var round = base + "/" + scene.planned(scene.plan(FORM));
        var board = world.person("Berit Board", scene.association(), Role.BOARD);
        var karin = world.person("Karin Koll", scene.member("Ekby"), Role.COORDINATOR);

        assertThat(send(get(round), board).getContentAsString()).doesNotContain(round + "/opening");
        assertThat(send(post(round + "/opening"), board).getStatus()).isEqualTo(403);
        for (var path : List.of(base, round, base + "/new")) {
            assertThat(send(get(path), karin).getStatus()).as(path).isEqualTo(404);
        }
    }

    private MockHttpServletRequestBuilder typed(
            MockHttpServletRequestBuilder request, String form, String year, String deadline) {
        return request.param("form", form)
                .param("name", "Klimatrapport")
                .param("year", year)
                .param("opensOn", "" + scene.today().plusDays(7))
                .param("deadline", deadline)
                .param("reminderDays", "14, 3")
                .param("contact", "kansli@example.org");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return send(request, scene.staff());
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, World.Person person) throws Exception {
        return mvc.perform(request.with(person.browser()).with(csrf()).header("Accept-Language", "sv"))
                .andReturn()
                .getResponse();
    }
}
