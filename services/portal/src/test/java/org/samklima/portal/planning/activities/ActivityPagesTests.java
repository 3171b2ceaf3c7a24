package org.samklima.portal.planning.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.samklima.portal.planning.activities.PlanBuilder.plan;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.files.CheckedFile;
import org.samklima.portal.files.Pictures;
import org.samklima.portal.tenancy.Ids;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@PortalTest
class ActivityPagesTests {

    private static final Locale SWEDISH = Locale.of("sv");

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    Activities activities;

    @Autowired
    ActivityLog log;

    @Autowired
    JdbcClient jdbc;

    private Tenant granby;
    private World.Person cora;
    private World.Person conny;
    private LocalDate today;

    @BeforeEach
    void a_town() {
        granby = world.municipality("Granby");
        cora = world.person("Cora Coordinator", granby, Role.COORDINATOR);
        conny = world.person("Conny Contributor", granby, Role.CONTRIBUTOR);
        today = world.ask(granby, () -> activities.surroundings().today());
    }

    @Test
    void an_activity_is_added_on_a_page_with_its_rows_and_with_numbers_as_the_language_writes_them() throws Exception {
        sent(
                        fresh().param("title", "Cykelbanor")
                                .param("status", "ONGOING")
                                .param("responsibleId", conny.id().toString())
                                .param("effectTonnes", "1 250,5")
                                .param("coBenefits", "HEALTH", "NOISE")
                                .param("budget[0].year", "")
                                .param("budget[1].year", "2026")
                                .param("budget[1].kind", "INVESTMENT")
                                .param("budget[1].planned", "1.000.000")
                                .param("milestones[0].title", "Planen antagen")
                                .param("milestones[0].dueOn", "2026-03-01")
                                .param("milestones[1].title", ""),
                        conny)
                .andExpect(redirectedUrlPattern("/*/activities/*"));

        var added = only();
        assertThat(added.plan().effectTonnes()).isEqualTo("1250.5");
        assertThat(added.plan().budget())
                .containsExactly(new BudgetLine(2026, BudgetKind.INVESTMENT, "", new BigDecimal("1000000"), null));
        assertThat(added.plan().milestones()).extracting(Milestone::title).containsExactly("Planen antagen");
        page(added, cora)
                .andExpect(content()
                        .string(allOf(
                                containsString("Conny Contributor"),
                                containsString("1\u00a0000\u00a0000"),
                                containsString("Mindre buller"))));
    }

    @Test
    void an_activity_stands_in_a_field_and_serves_goals_that_are_pursued() throws Exception {
        var transport = field("Transport", null);
        var cycling = field("Cykel", transport);
        var pursued = goal("Fler cyklar", null);
        var archived = goal("Gammalt mål", OffsetDateTime.now());

        mvc.perform(get("/{tenant}/activities/new", granby.slug()).with(cora.browser()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Transport / Cykel"),
                                containsString("Fler cyklar"),
                                not(containsString("Gammalt mål")))));
        sent(
                        fresh().param("title", "Cykelbanor")
                                .param("fieldId", cycling.toString())
                                .param("goals", pursued.toString()),
                        cora)
                .andExpect(redirectedUrlPattern("/*/activities/*"));
        page(only(), cora)
                .andExpect(content().string(allOf(containsString("Transport / Cykel"), containsString("Fler cyklar"))));

        var before = only();
        world.in(
                granby,
                () -> activities.change(
                        before.id(),
                        before.version(),
                        plan("Cykelbanor").serving(pursued, archived).build()));
        mvc.perform(get("/{tenant}/activities/{id}/plan", granby.slug(), before.id())
                        .with(cora.browser()))
                .andExpect(content().string(containsString("Gammalt mål")));
    }

    private UUID field(String name, @Nullable UUID parent) {
        var id = Ids.next();
        world.in(
                granby,
                () -> jdbc.sql(
                                "INSERT INTO plan_field (tenant_id, id, parent_id, name, position) VALUES (?, ?, ?, ?, 1)")
                        .params(Arrays.asList(granby.id(), id, parent, name))
                        .update());
        return id;
    }

    private UUID goal(String title, @Nullable OffsetDateTime archived) {
        var id = Ids.next();
        world.in(
                granby,
                () -> jdbc.sql(
                                "INSERT INTO goal (tenant_id, id, kind, title, due_on, archived_at, created_at, changed_at)"
                                        + " VALUES (?, ?, 'MILESTONE', ?, current_date, ?, now(), now())")
                        .params(Arrays.asList(granby.id(), id, title, archived))
                        .update());
        return id;
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_everything_typed_comes_back() throws Exception {
        sent(
                        fresh().param("title", "Cykelbanor")
                                .param("startsOn", "2026-05-01")
                                .param("endsOn", "2026-04-01")
                                .param("budget[0].year", "")
                                .param("budget[1].year", "2026")
                                .param("budget[1].kind", "INVESTMENT")
                                .param("budget[1].planned", "-5")
                                .param("budget[1].spent", "mycket")
                                .param("responsibleId", "nobody")
                                .param("coBenefits", "FAME"),
                        cora)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Cykelbanor\""),
                                containsString("value=\"-5\""),
                                containsString("value=\"mycket\""),
                                containsString("href=\"#budget0.spent\""))));
        sent(
                        fresh().param("title", "Cykelbanor")
                                .param("startsOn", "2026-05-01")
                                .param("endsOn", "2026-04-01")
                                .param("budget[1].year", "2026")
                                .param("budget[1].kind", "INVESTMENT")
                                .param("budget[1].planned", "-5")
                                .param("coBenefits", "FAME"),
                        cora)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("Sista dagen ligger före den första"),
                                containsString("id=\"budget0.planned-error\""),
                                containsString("”FAME” hör inte till mervärdena"))));
        assertThat(all()).isEmpty();
    }

    @Test
    void more_rows_are_had_without_a_script_and_without_saving() throws Exception {
        sent(
                        fresh().param("title", "Cykelbanor")
                                .param("more", "budget")
                                .param("budget[0].funder", "Klimatklivet"),
                        cora)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Klimatklivet\""),
                                containsString("name=\"budget[3].planned\""))));
        assertThat(all()).isEmpty();
    }

    @Test
    void the_later_of_two_editors_sees_both_and_decides() throws Exception {
        var activity = added("Cykelbanor");
        world.in(granby, () -> activities.become(activity.id(), ActivityStatus.ONGOING));
        var late = post("/{tenant}/activities/{id}/plan", granby.slug(), activity.id())
                .param("title", "Breda cykelbanor")
                .param("status", "POSTPONED")
                .param("version", "0");

        sent(late, cora)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Någon annan sparade"),
                                containsString("Pågår"),
                                containsString("value=\"Breda cykelbanor\""),
                                containsString("name=\"version\" value=\"1\""))));
        assertThat(only().title()).isEqualTo("Cykelbanor");

        sent(
                        post("/{tenant}/activities/{id}/plan", granby.slug(), activity.id())
                                .param("title", "Breda cykelbanor")
                                .param("status", "POSTPONED")
                                .param("version", "1"),
                        cora)
                .andExpect(status().is3xxRedirection());
        assertThat(only().status()).isEqualTo(ActivityStatus.POSTPONED);
    }

    @Test
    void one_press_changes_the_status_or_ticks_a_milestone_off_and_what_cannot_be_is_said_on_the_page()
            throws Exception {
        var activity = world.ask(
                granby,
                () -> activities.add(plan("Cykelbanor").milestone("Plan", today).build()));
        var milestone = activity.plan().milestones().getFirst().id();

        sent(
                        post("/{tenant}/activities/{id}/status", granby.slug(), activity.id())
                                .param("status", "COMPLETED"),
                        conny)
                .andExpect(status().is3xxRedirection());
        sent(
                        post("/{tenant}/activities/{id}/status", granby.slug(), activity.id())
                                .param("status", "CANCELLED"),
                        conny)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Åtgärden är genomförd")));
        sent(
                        post(
                                "/{tenant}/activities/{id}/milestones/{milestone}/reached",
                                granby.slug(),
                                activity.id(),
                                milestone),
                        conny)
                .andExpect(status().is3xxRedirection());

        assertThat(only().status()).isEqualTo(ActivityStatus.COMPLETED);
        assertThat(only().plan().milestones().getFirst().reachedOn()).isEqualTo(today);
    }

    @Test
    void an_entry_is_written_with_a_picture_a_figure_and_a_new_status_in_one_go() throws Exception {
        var activity = added("Cykelbanor");

        sent(
                        entry(activity)
                                .file(new MockMultipartFile(
                                        "picture", "IMG_1.jpg", "image/jpeg", Pictures.photo(800, 600)))
                                .file(new MockMultipartFile("files", "", null, new byte[0]))
                                .param("happenedOn", today.toString())
                                .param("body", "Ny bana\r\nvid skolan")
                                .param("figure", "1,5")
                                .param("figureUnit", "km")
                                .param("status", "ONGOING"),
                        conny)
                .andExpect(redirectedUrlPattern("/*/activities/" + activity.id() + "#log-*"));

        assertThat(only().status()).isEqualTo(ActivityStatus.ONGOING);
        assertThat(only().lastLoggedOn()).isEqualTo(today);
        page(activity, cora)
                .andExpect(content()
                        .string(allOf(
                                containsString("Ny bana\nvid skolan"),
                                containsString("1,5"),
                                containsString("/preview"),
                                containsString("alt=\"Bild: IMG_1.jpg\""))));
    }

    @Test
    void a_picture_of_thirty_megabytes_is_answered_with_the_page_as_it_was_typed() throws Exception {
        var activity = added("Cykelbanor");

        sent(
                        entry(activity)
                                .file(new MockMultipartFile(
                                        "picture", "stor.jpg", "image/jpeg", new byte[30 * 1024 * 1024]))
                                .param("happenedOn", today.toString())
                                .param("body", "Mycket text"),
                        conny)
                .andExpect(status().is(413))
                .andExpect(content()
                        .string(allOf(
                                containsString("”stor.jpg” är större än 25 MB"),
                                containsString("Mycket text"),
                                containsString("Välj bilden eller filen igen"))));
        assertThat(only().lastLoggedOn()).isNull();
    }

    @Test
    void an_entry_that_makes_no_sense_is_not_kept() throws Exception {
        var activity = added("Cykelbanor");

        sent(entry(activity).param("happenedOn", today.plusDays(1).toString()).param("body", "I morgon"), conny)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("happenedOn-error"), containsString("I morgon"))));
        sent(entry(activity).param("happenedOn", today.toString()), conny)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("body-error")));
        sent(
                        entry(activity)
                                .file(new MockMultipartFile("files", "plan.pdf", null, "Hello".getBytes()))
                                .param("happenedOn", today.toString())
                                .param("body", "Se planen"),
                        conny)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("är inte vad namnet säger"), containsString("Se planen"))));
        assertThat(world.ask(granby, () -> log.newest(activity.id(), 0, 9)).total())
                .isZero();
    }

    @Test
    void the_activity_can_be_chosen_while_writing_ones_own_first() throws Exception {
        added("Bussar");
        var mine = world.ask(
                granby,
                () -> activities.add(
                        plan("Cykelbanor").responsible(conny.id(), "").build()));

        mvc.perform(get("/{tenant}/activities/log", granby.slug()).with(conny.browser()))
                .andExpect(status().isOk())
                .andExpect(content().string(matchesPattern("(?s).*Cykelbanor.*Bussar.*")));
        sent(
                        multipart("/{tenant}/activities/log", granby.slug())
                                .param("activity", mine.id().toString())
                                .param("happenedOn", today.toString())
                                .param("body", "Klart"),
                        conny)
                .andExpect(redirectedUrlPattern("/*/activities/" + mine.id() + "#log-*"));
        sent(
                        multipart("/{tenant}/activities/log", granby.slug())
                                .param("activity", UUID.randomUUID().toString())
                                .param("happenedOn", today.toString())
                                .param("body", "Klart"),
                        conny)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("activity-error"), containsString("Klart"))));
    }

    @Test
    void an_entry_is_corrected_by_its_author_and_removed_after_a_question() throws Exception {
        var activity = added("Cykelbanor");
        sent(entry(activity).param("happenedOn", today.toString()).param("body", "Fem nya"), conny);
        var entry = world.ask(granby, () -> log.newest(activity.id(), 0, 9))
                .entries()
                .getFirst();
        var there = "/{tenant}/activities/{id}/log/{entry}";
        var other = world.person("Olle Other", granby, Role.CONTRIBUTOR);

        mvc.perform(get(there, granby.slug(), activity.id(), entry.id()).with(other.browser()))
                .andExpect(status().isForbidden());
        var correction = multipart(there, granby.slug(), activity.id(), entry.id())
                .param("version", "0")
                .param("happenedOn", today.toString())
                .param("body", "Sex nya");
        sent(correction, conny).andExpect(status().is3xxRedirection());
        sent(
                        multipart(there, granby.slug(), activity.id(), entry.id())
                                .param("version", "0")
                                .param("happenedOn", today.toString())
                                .param("body", "Sju nya"),
                        cora)
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("Sex nya"), containsString("Sju nya"))));
        mvc.perform(get(there + "/removal", granby.slug(), activity.id(), entry.id())
                        .with(conny.browser()))
                .andExpect(status().isOk());
        sent(post(there + "/removal", granby.slug(), activity.id(), entry.id()), conny)
                .andExpect(status().is3xxRedirection());
        assertThat(only().lastLoggedOn()).isNull();
    }

    @Test
    void a_file_is_handed_out_so_that_nothing_in_it_can_do_anything_and_in_its_own_tenant_only() throws Exception {
        var activity = added("Cykelbanor");
        var files = world.ask(
                granby,
                () -> log.attach(
                        activity.id(),
                        List.of(
                                CheckedFile.of("plan åtta.txt", "Hej".getBytes(StandardCharsets.UTF_8)),
                                CheckedFile.of("vy.jpg", Pictures.photo(900, 600)))));
        var text = get("/{tenant}/files/{id}", granby.slug(), files.getFirst().id());

        mvc.perform(text.with(cora.browser()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/plain"))
                .andExpect(content().bytes("Hej".getBytes(StandardCharsets.UTF_8)))
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(
                                        containsString("attachment;"),
                                        containsString("filename*=UTF-8''plan%20%C3%A5tta.txt"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().stringValues("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("Cache-Control", containsString("private")));
        mvc.perform(get("/{tenant}/files/{id}", granby.slug(), files.getFirst().id())
                        .with(cora.browser())
                        .header("If-None-Match", "\"" + files.getFirst().id() + "\""))
                .andExpect(status().isNotModified());
        mvc.perform(get("/{tenant}/files/{id}", granby.slug(), files.getLast().id())
                        .with(cora.browser()))
                .andExpect(header().string("Content-Disposition", containsString("inline")))
                .andExpect(content().contentType("image/jpeg"));
        mvc.perform(get(
                                "/{tenant}/files/{id}/preview",
                                granby.slug(),
                                files.getFirst().id())
                        .with(cora.browser()))
                .andExpect(status().isNotFound());

        var elsewhere = world.municipality("Främby");
        world.join(cora, elsewhere, Role.COORDINATOR);
        for (var path : List.of("/{tenant}/files/{id}", "/{tenant}/files/{id}/preview")) {
            mvc.perform(get(path, elsewhere.slug(), files.getLast().id()).with(cora.browser()))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get(
                                "/api/v1/{tenant}/files/{id}",
                                elsewhere.slug(),
                                files.getLast().id())
                        .with(cora.token()))
                .andExpect(status().isNotFound());
    }

    @Test
    void who_only_looks_is_offered_nothing_to_change() throws Exception {
        var activity = added("Cykelbanor");
        var politician = world.person("Pia Politiker", granby, Role.DECISION_MAKER);

        page(activity, politician)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/activities/" + activity.id() + "/log"))));
        sent(entry(activity).param("body", "x").param("happenedOn", today.toString()), politician)
                .andExpect(status().isForbidden());
        sent(post("/{tenant}/activities/{id}/removal", granby.slug(), activity.id()), conny)
                .andExpect(status().isForbidden());
        sent(post("/{tenant}/activities/{id}/removal", granby.slug(), activity.id()), cora)
                .andExpect(status().is3xxRedirection());
        assertThat(all()).isEmpty();
    }

    @Test
    void the_number_of_queries_does_not_grow_with_what_an_activity_holds() throws Exception {
        var activity = added("Cykelbanor");
        sent(entry(activity).param("happenedOn", today.toString()).param("body", "Först"), conny);
        var page =
                get("/{tenant}/activities/{id}", granby.slug(), activity.id()).with(cora.browser());
        mvc.perform(page);
        int before = QueryCount.of(() -> mvc.perform(page));

        world.in(granby, () -> {
            for (int i = 0; i < 15; i++) {
                var note = new LogNote(today, "Nummer " + i, null, "");
                log.write(activity.id(), note, null, List.of(CheckedFile.of(i + ".txt", "Hej".getBytes())));
                activities.add(plan("Annan " + i).build());
            }
        });

        // Two more, however many files there are: which hang on the entries, and what they are called.
        assertThat(QueryCount.of(() -> mvc.perform(page))).isLessThanOrEqualTo(before + 2);
    }

    @Test
    void a_program_keeps_activities_and_their_log() throws Exception {
        var api = "/api/v1/{tenant}/activities";
        var location = mvc.perform(post(api, granby.slug())
                        .with(conny.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"title": "Cycle paths", "reference": "T1", "coBenefits": ["HEALTH", null],
                                 "goals": [null], "budget": [null, {"year": 2026, "kind": "OPERATION", "planned": 5}],
                                 "milestones": [{"title": "Plan", "dueOn": "2026-03-01"}]}"""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("NOT_STARTED"))
                .andExpect(jsonPath("$.milestones[0].id").exists())
                .andReturn();
        var id = only().id();
        assertThat(location.getResponse().getContentAsString()).contains(id.toString());

        mvc.perform(put(api + "/{id}", granby.slug(), id)
                        .param("version", "0")
                        .with(conny.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"Wide cycle paths\", \"shownPublicly\": true}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        mvc.perform(put(api + "/{id}", granby.slug(), id)
                        .param("version", "0")
                        .with(conny.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"Bridges\"}"))
                .andExpect(status().isConflict());
        mvc.perform(post(api, granby.slug())
                        .with(conny.token())
                        .locale(Locale.ENGLISH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"Bridges\", \"coBenefits\": [\"FAME\"]}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("“FAME” is none of the co-benefits."));
        mvc.perform(put(api + "/{id}/status", granby.slug(), id)
                        .with(conny.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"status\": \"ONGOING\"}"))
                .andExpect(jsonPath("$.status").value("ONGOING"));
        mvc.perform(post(api + "/{id}/log", granby.slug(), id)
                        .with(conny.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"body\": \"Begun\", \"figure\": 2.5, \"figureUnit\": \"km\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.happenedOn").value(today.toString()));
        mvc.perform(multipart(api + "/{id}/log", granby.slug(), id)
                        .file(new MockMultipartFile("file", "vy.jpg", null, Pictures.photo(90, 60)))
                        .with(conny.token()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.files[0].mediaType").value("image/jpeg"));
        mvc.perform(get(api + "/{id}/log", granby.slug(), id).with(cora.token()))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.entries[1].figure").value(2.5));
        mvc.perform(delete(api + "/{id}", granby.slug(), id).with(conny.token()))
                .andExpect(status().isForbidden());
        mvc.perform(delete(api + "/{id}", granby.slug(), id).with(cora.token())).andExpect(status().isNoContent());
    }

    private Activity added(String title) {
        return world.ask(granby, () -> activities.add(plan(title).build()));
    }

    private List<Activity> all() {
        return world.ask(granby, () -> activities.all());
    }

    private Activity only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private MockHttpServletRequestBuilder fresh() {
        return post("/{tenant}/activities", granby.slug());
    }

    private MockMultipartHttpServletRequestBuilder entry(Activity activity) {
        return multipart("/{tenant}/activities/{id}/log", granby.slug(), activity.id());
    }

    private ResultActions page(Activity activity, World.Person person) throws Exception {
        return mvc.perform(get("/{tenant}/activities/{id}", granby.slug(), activity.id())
                .with(person.browser())
                .locale(SWEDISH));
    }

    private ResultActions sent(AbstractMockHttpServletRequestBuilder<?> request, World.Person person) throws Exception {
        return mvc.perform(request.with(person.browser()).with(csrf()).locale(SWEDISH));
    }
}
