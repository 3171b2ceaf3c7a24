package org.samklima.portal.planning.communication.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.World;
import org.samklima.portal.people.People;
import org.samklima.portal.planning.communication.CommunicationPlan;
import org.samklima.portal.planning.communication.Glossary;
import org.samklima.portal.planning.communication.Party;
import org.samklima.portal.planning.communication.Phase;
import org.samklima.portal.planning.communication.PlanScene;
import org.samklima.portal.planning.communication.PlanTasks;
import org.samklima.portal.planning.communication.TaskFilter;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A calendar program without a sign-in, and the address that lets it in. */
@PortalTest
class CalendarFeedTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    CommunicationPlan plan;

    @Autowired
    PlanTasks tasks;

    @Autowired
    Glossary glossary;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    Tenant town;
    World.Person person;
    LocalDate soon;

    @BeforeEach
    void a_plan_with_a_task_of_mine_and_one_of_somebody_elses() {
        town = world.municipality("Havneby");
        world.person("Mia Manager", town, Role.MANAGER);
        person = world.person("Kim Kontor", town, Role.COORDINATOR);
        soon = world.ask(town, () -> tasks.today()).plusDays(20);
        world.in(town, () -> {
            glossary.add(new Party.Text("Klimakontor", List.of(), ""), Set.of(person.id()));
            plan.add(PlanScene.row(
                    Phase.LAUNCH,
                    "Alle, også børn",
                    "Høring;\nanden linje",
                    "Mail",
                    "",
                    soon.toString(),
                    "Klimakontor"));
            plan.add(PlanScene.row(Phase.LAUNCH, "Naboer", "Fest", "", "", soon.toString(), "Videnhuset"));
        });
    }

    @Test
    void whoever_has_the_address_reads_the_persons_tasks_as_whole_days_without_session_or_cookie() throws Exception {
        var address = give("{}");

        var response = read(address);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(response.getHeader(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(response.getCookies()).isEmpty();
        var events = events(response);
        assertThat(events).hasSize(1);
        assertThat(value(events.getFirst(), Property.SUMMARY)).isEqualTo("Alle, også børn: Høring;");
        assertThat(value(events.getFirst(), Property.DTSTART))
                .isEqualTo(soon.toString().replace("-", ""));
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("DTSTART;VALUE=DATE:");
        assertThat(value(events.getFirst(), Property.URL)).contains("/" + town.slug() + "/communication/tasks/");
        assertThat(events.getFirst().validate().getEntries()).isEmpty();
    }

    @Test
    void an_address_for_everybodys_tasks_shows_them_all() throws Exception {
        assertThat(events(read(give("{\"all\": true}")))).hasSize(2);
    }

    @Test
    void an_event_keeps_its_id_when_its_task_is_moved_and_the_answer_its_tag_while_nothing_changes() throws Exception {
        var address = give("{}");
        var before = read(address);
        var tag = before.getHeader(HttpHeaders.ETAG);
        assertThat(mvc.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);

        var task = world.ask(town, () -> tasks.find(TaskFilter.ALL.ofPerson(person.id())))
                .getFirst();
        world.in(
                town,
                () -> tasks.say(task.id(), new PlanTasks.Said(soon.plusDays(3), null, null, ""), task.lockVersion()));

        var after = mvc.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andReturn()
                .getResponse();
        assertThat(after.getStatus()).isEqualTo(200);
        assertThat(value(events(after).getFirst(), Property.UID))
                .isEqualTo(value(events(before).getFirst(), Property.UID));
        assertThat(value(events(after).getFirst(), Property.DTSTART))
                .isEqualTo(soon.plusDays(3).toString().replace("-", ""));
    }

    @Test
    void a_wrong_an_earlier_a_switched_off_and_another_tenants_address_lead_nowhere() throws Exception {
        var first = give("{}");
        var second = give("{}");
        var other = world.municipality("Andreby");

        assertThat(read(first).getStatus()).isEqualTo(404);
        assertThat(read(second).getStatus()).isEqualTo(200);
        assertThat(read(second.replace(town.id().toString(), other.id().toString()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(read(second.replace(town.id().toString(), "no-tenant")).getStatus())
                .isEqualTo(404);
        assertThat(read(second.replace(".ics", "x.ics")).getStatus()).isEqualTo(404);
        mvc.perform(delete("/api/v1/{tenant}/calendar-address", town.slug()).with(person.token()))
                .andExpect(status().isNoContent());
        assertThat(read(second).getStatus()).isEqualTo(404);
    }

    @Test
    void the_address_of_a_person_who_left_leads_nowhere() throws Exception {
        var address = give("{}");

        world.in(town, () -> people.remove(person.id()));

        assertThat(read(address).getStatus()).isEqualTo(404);
    }

    @Test
    void the_page_shows_the_address_once_and_only_its_hash_is_kept() throws Exception {
        var page = mvc.perform(post("/{tenant}/communication/calendar", town.slug())
                        .with(person.browser())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var address = Html.texts(page, "code class=\"secret-address\"").getFirst();
        var token = address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());

        assertThat(read(URI.create(address).getPath()).getStatus()).isEqualTo(200);
        assertThat(mvc.perform(get("/{tenant}/communication/calendar", town.slug())
                                .with(person.browser()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(token);
        assertThat(world.ask(
                        town,
                        () -> jdbc.sql("SELECT encode(token_hash, 'escape') FROM calendar_feed WHERE tenant_id = ?")
                                .param(town.id())
                                .query(String.class)
                                .single()))
                .doesNotContain(token);
    }

    @Test
    void the_same_can_be_taken_along_as_a_file() throws Exception {
        var response = mvc.perform(
                        get("/{tenant}/communication/tasks.ics", town.slug()).with(person.browser()))
                .andReturn()
                .getResponse();

        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains(".ics");
        assertThat(events(response)).hasSize(2);
    }

    private String give(String wanted) throws Exception {
        var answer = mvc.perform(post("/api/v1/{tenant}/calendar-address", town.slug())
                        .contentType("application/json")
                        .content(wanted)
                        .with(person.token()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return URI.create(answer.replaceAll(".*\"address\":\"([^\"]+)\".*", "$1"))
                .getPath();
    }

    private MockHttpServletResponse read(String address) throws Exception {
        return mvc.perform(get(address)).andReturn().getResponse();
    }

    private static List<VEvent> events(MockHttpServletResponse response) throws Exception {
        var text = response.getContentAsString(StandardCharsets.UTF_8);
        return new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
