package org.samklima.portal.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samklima.portal.forms.Ask.form;
import static org.samklima.portal.forms.Ask.freeText;
import static org.samklima.portal.forms.Ask.yesNo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.forms.Answer;
import org.samklima.portal.reporting.ReportingScene;
import org.samklima.portal.tenancy.Actor;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.samklima.schema.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** An association leaves; its members stay, with everything they wrote for it. */
@PortalTest
class LeftNetworkTests {

    @Autowired
    World world;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Closings closings;

    @Autowired
    MockMvc mvc;

    final JdbcClient superuser = JdbcClient.create(TestDatabase.shared().superuser());

    @Test
    void its_members_read_their_reports_and_receipts_as_before() throws Exception {
        var scene = new ReportingScene(world, beans);
        var member = scene.member("Ekby");
        var coordinator = world.person("Karin Klimat", member, Role.MANAGER, Role.COORDINATOR);
        var submitted =
                report(scene, member, scene.opened(form(yesNo("plan", "1").required(), freeText("words", 100))));
        scene.submit(member, submitted, 1);
        var draft = report(
                scene, member, scene.opened(scene.plan(form(yesNo("plan", "1")), ReportingScene.YEAR + 1, false)));
        var pages = List.of(
                "",
                "/reports",
                "/networks",
                "/reports/" + submitted,
                "/reports/" + submitted + "/submissions/1",
                "/reports/" + draft,
                "/reports/" + draft + "/check");
        for (var page : pages) {
            assertThat(status(member.slug() + page, coordinator)).as(page).isEqualTo(200);
        }

        closings.close(
                scene.association(), LocalDate.now().plusDays(90), new Actor(UUID.randomUUID(), "Olle", Set.of()));
        superuser
                .sql("UPDATE samklima.tenant SET erase_on = current_date WHERE id = ?")
                .param(scene.association().id())
                .update();
        closings.eraseDue();

        for (var page : pages) {
            assertThat(status(member.slug() + page, coordinator)).as(page).isEqualTo(200);
        }
    }

    private UUID report(ReportingScene scene, Tenant member, UUID round) {
        var report = scene.begun(member, round);
        scene.answer(member, report, "plan", new Answer.YesNo(true));
        return report;
    }

    private int status(String path, World.Person person) throws Exception {
        return mvc.perform(get("/" + path).with(person.browser()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
