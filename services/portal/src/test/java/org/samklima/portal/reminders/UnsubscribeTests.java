package org.samklima.portal.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samklima.portal.reminders.ReminderScene.arrived;
import static org.samklima.portal.reminders.ReminderScene.unsubscribeLink;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.SignedInBrowser;
import org.samklima.portal.World;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The link in a reminder that switches reminders off, used by whoever has it: no session, no sign-in. */
@PortalTest
class UnsubscribeTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext beans;

    ReminderScene scene;
    Tenant ekby;
    Tenant granby;
    World.Person karin;

    @BeforeEach
    void somebody_who_is_reminded_by_two_tenants() {
        scene = new ReminderScene(world, beans);
        ekby = scene.town();
        granby = world.municipality("Granby");
        karin = world.join(world.person("Karin Koll", ekby, Role.COORDINATOR), granby, Role.COORDINATOR);
        scene.awaited("Ringen", 14, ekby, granby);
    }

    @Test
    void one_click_of_a_mail_program_switches_off_this_tenants_reminders_and_no_others() throws Exception {
        var link = reminded();

        var answer = oneClick(link);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        scene.morning(ekby, scene.monday().plusDays(7));
        scene.morning(granby, scene.monday().plusDays(7));
        assertThat(scene.written(ekby, karin)).hasSize(1);
        assertThat(scene.written(granby, karin)).hasSize(1);
    }

    @Test
    void looking_at_the_link_changes_nothing_and_shows_a_button() throws Exception {
        var link = reminded();

        mvc.perform(get(link).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ekby")))
                .andExpect(content().string(containsString("Switch reminders off")))
                .andExpect(content().string(not(containsString("_csrf"))))
                .andExpect(content().string(not(containsString("Karin"))))
                .andExpect(cookie().doesNotExist("samklima"));

        scene.morning(ekby, scene.monday().plusDays(7));
        assertThat(scene.written(ekby, karin)).hasSize(2);
    }

    @Test
    void the_button_says_that_it_is_done_and_so_does_the_link_afterwards() throws Exception {
        var link = reminded();

        mvc.perform(post(link).header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Reminders are switched off")));
        mvc.perform(get(link).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("Reminders are switched off")));
    }

    @Test
    void every_reminders_link_works_the_older_ones_too() throws Exception {
        var first = reminded();
        scene.morning(ekby, scene.monday().plusDays(7));

        mvc.perform(post(first)).andExpect(status().isOk());

        scene.morning(ekby, scene.monday().plusDays(14));
        assertThat(scene.written(ekby, karin)).hasSize(2);
    }

    @Test
    void a_wrong_secret_and_one_of_another_tenant_are_not_found_whether_the_tenant_exists_or_not() throws Exception {
        var secret = reminded().getPath().replaceAll(".*/", "");

        for (var path : new String[] {
            "/unsubscribe/" + ekby.slug() + "/" + secret.substring(1) + "x",
            "/unsubscribe/" + granby.slug() + "/" + secret,
            "/unsubscribe/no-such-tenant/" + secret
        }) {
            mvc.perform(get(path)).andExpect(status().isNotFound());
            mvc.perform(post(path)).andExpect(status().isNotFound());
        }
        scene.morning(ekby, scene.monday().plusDays(7));
        assertThat(scene.written(ekby, karin)).hasSize(2);
    }

    /** Has Ekby remind Karin. Returns the path of the link in her mail. */
    private URI reminded() {
        scene.morning(ekby, scene.monday());
        return URI.create(
                URI.create(unsubscribeLink(arrived(karin, 1).getFirst())).getPath());
    }

    /** As RFC 8058 has it, over the network. */
    private HttpResponse<String> oneClick(URI link) throws Exception {
        try (var program = HttpClient.newHttpClient()) {
            return program.send(
                    HttpRequest.newBuilder(URI.create(SignedInBrowser.addressOf(beans) + link))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
