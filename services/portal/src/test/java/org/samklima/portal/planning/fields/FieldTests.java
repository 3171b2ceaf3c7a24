package org.samklima.portal.planning.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.PortalTest;
import org.samklima.portal.QueryCount;
import org.samklima.portal.World;
import org.samklima.portal.problem.Problem;
import org.samklima.portal.tenancy.Role;
import org.samklima.portal.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@PortalTest
class FieldTests {

    @Autowired
    World world;

    @Autowired
    MockMvc mvc;

    @Autowired
    Fields fields;

    @Autowired
    FieldChanges changes;

    @Autowired
    JdbcClient jdbc;

    private Tenant town;
    private World.Person coordinator;

    @BeforeEach
    void a_town() {
        town = world.municipality("Granby");
        coordinator = world.person("Klara Klimat", town, Role.COORDINATOR);
    }

    @Test
    void the_first_step_is_a_ready_made_tree_in_the_tenants_language() throws Exception {
        page("/fields").andExpect(status().isOk()).andExpect(content().string(containsString("/fields/first")));

        sent(post("/{tenant}/fields/first", town.slug())).andExpect(status().is3xxRedirection());

        assertThat(tree().inOrder())
                .extracting(branch -> branch.field().name())
                .containsExactly(
                        "Energi",
                        "Transporter",
                        "Byggnader",
                        "Jordbruk och mark",
                        "Konsumtion och avfall",
                        "Den egna organisationen",
                        "Klimatanpassning");
        assertThat(tree().inOrder().get(1).field().sectors()).contains(new FieldSector("se-official", "transport"));
        page("/fields").andExpect(content().string(containsString("GPC sectors: On-road")));
        sent(post("/{tenant}/fields/first", town.slug())).andExpect(notice("fields.first.there"));
    }

    @Test
    void a_field_is_added_renamed_and_moved_by_its_forms() throws Exception {
        var transport = add("Transport", null);
        sent(post("/{tenant}/fields", town.slug()).param("name", "  Cycling ").param("parent", transport.toString()))
                .andExpect(status().is3xxRedirection());
        var cycling = tree().children(transport).getFirst();
        assertThat(tree().path(cycling.id())).isEqualTo("Transport / Cycling");

        sent(post("/{tenant}/fields/{id}", town.slug(), cycling.id())
                        .param("name", "Walking and cycling")
                        .param("sectors", "gpc/ii-1")
                        .param("lockVersion", "0"))
                .andExpect(status().is3xxRedirection());
        assertThat(tree().path(cycling.id())).isEqualTo("Walking and cycling");
        assertThat(tree().find(cycling.id()).orElseThrow().sectors()).containsExactly(new FieldSector("gpc", "ii-1"));
        assertThat(history(cycling.id())).containsExactly("ADDED", "CHANGED");
    }

    @Test
    void fields_stand_in_the_order_that_somebody_gave_them() throws Exception {
        add("First", null);
        var second = add("Second", null);
        var third = add("Third", null);

        sent(post("/{tenant}/fields/order", town.slug()).param("up", third.toString()));
        sent(post("/{tenant}/fields/order", town.slug()).param("up", third.toString()));
        sent(post("/{tenant}/fields/order", town.slug()).param("up", third.toString()));
        sent(post("/{tenant}/fields/order", town.slug()).param("down", second.toString()));

        assertThat(tree().children(null)).extracting(Field::name).containsExactly("Third", "First", "Second");
    }

    @Test
    void a_tree_cannot_contain_itself() throws Exception {
        var energy = add("Energy", null);
        var heat = add("Heat", energy);
        var pumps = add("Heat pumps", heat);

        for (var below : List.of(energy, heat, pumps)) {
            sent(post("/{tenant}/fields/{id}", town.slug(), energy)
                            .param("name", "Energy <all>")
                            .param("parent", below.toString())
                            .param("lockVersion", "0"))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("Energy &lt;all&gt;")))
                    .andExpect(content().string(containsString("that is the field itself, or a part of it")));
        }
        assertThat(tree().path(pumps)).isEqualTo("Energy / Heat / Heat pumps");
    }

    @Test
    void what_cannot_be_a_field_is_refused_and_comes_back_as_typed() throws Exception {
        add("Energy", null);

        for (var name : List.of("", "   ", "energy", "x".repeat(201))) {
            sent(post("/{tenant}/fields", town.slug()).param("name", name))
                    .andExpect(status().isUnprocessableContent());
        }
        sent(post("/{tenant}/fields", town.slug())
                        .param("name", "Elsewhere")
                        .param("parent", UUID.randomUUID().toString()))
                .andExpect(status().isUnprocessableContent());
        api(
                        post("/api/v1/{tenant}/fields", town.slug()),
                        Map.of("name", "Odd", "sectors", List.of(Map.of("list", "gpc", "sector", "ix"))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("fields.unknown-sector"));
        assertThat(tree().inOrder()).hasSize(1);
    }

    @Test
    void the_later_of_two_editors_is_told_and_loses_nothing() throws Exception {
        var energy = add("Energy", null);
        change(energy, "0", "Energy first").andExpect(status().is3xxRedirection());

        change(energy, "0", "Energy second")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Energy second")))
                .andExpect(content().string(containsString("name=\"lockVersion\" value=\"1\"")));
        assertThat(tree().find(energy).orElseThrow().name()).isEqualTo("Energy first");

        change(energy, "1", "Energy second").andExpect(status().is3xxRedirection());
        assertThat(tree().find(energy).orElseThrow().name()).isEqualTo("Energy second");
    }

    @Test
    void a_field_in_use_is_removed_only_once_its_contents_have_somewhere_to_go() throws Exception {
        var energy = add("Energy", null);
        var heat = add("Heat", energy);
        var other = add("Other", null);
        var goal = goalIn(energy);
        var activity = UUID.fromString(id(api(
                post("/api/v1/{tenant}/activities", town.slug()), Map.of("title", "Heat pumps", "fieldId", energy))));

        page("/fields/" + energy)
                .andExpect(content().string(containsString("Adopt a heating plan")))
                .andExpect(content().string(containsString("1 goal")))
                .andExpect(content().string(containsString("Heat pumps")))
                .andExpect(content().string(containsString("1 activity")));
        remove(energy, null).andExpect(notice("fields.remove.in-use"));
        remove(energy, heat).andExpect(notice("fields.remove.into-itself"));
        assertThat(tree().find(energy)).isPresent();

        remove(energy, other).andExpect(notice("fields.removed"));
        assertThat(tree().find(energy)).isEmpty();
        assertThat(tree().path(heat)).isEqualTo("Other / Heat");
        page("/goals/" + goal).andExpect(content().string(containsString(">Other<")));
        assertThat(history(goal)).containsExactly("ADDED", "CHANGED");
        page("/activities/" + activity).andExpect(content().string(containsString("Other")));
        assertThat(history(activity)).containsExactly("ADDED", "CHANGED");
        assertThat(history(energy)).containsExactly("ADDED", "REMOVED");
    }

    @Test
    void a_field_without_contents_goes_at_once() throws Exception {
        var energy = add("Energy", null);

        remove(energy, null).andExpect(notice("fields.removed"));

        assertThat(tree().isEmpty()).isTrue();
    }

    @Test
    void programs_do_the_same() throws Exception {
        var energy = id(api(post("/api/v1/{tenant}/fields", town.slug()), Map.of("name", "Energy"))
                .andExpect(status().isCreated()));
        var heat = id(api(post("/api/v1/{tenant}/fields", town.slug()), Map.of("name", "Heat", "parent", energy)));
        api(
                        put("/api/v1/{tenant}/fields/{id}", town.slug(), energy),
                        Map.of("name", "Energy", "parent", heat, "lockVersion", 0))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("fields.contains-itself"));
        api(
                        put("/api/v1/{tenant}/fields/{id}", town.slug(), heat),
                        Map.of("name", "Warmth", "parent", energy, "lockVersion", 0))
                .andExpect(jsonPath("$.path").value("Energy / Warmth"));
        mvc.perform(post("/api/v1/{tenant}/fields/{id}/steps?earlier=true", town.slug(), heat)
                        .with(coordinator.token()))
                .andExpect(status().isOk());
        mvc.perform(delete("/api/v1/{tenant}/fields/{id}", town.slug(), energy).with(coordinator.token()))
                .andExpect(status().isConflict());
        mvc.perform(delete("/api/v1/{tenant}/fields/{id}", town.slug(), heat).with(coordinator.token()))
                .andExpect(status().isNoContent());
        mvc.perform(get("/api/v1/{tenant}/fields", town.slug()).with(coordinator.token()))
                .andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    void everybody_reads_and_only_coordinators_change() throws Exception {
        var energy = add("Energy", null);
        for (var role : List.of(Role.MANAGER, Role.CONTRIBUTOR, Role.DECISION_MAKER)) {
            var reader = world.person("Rut Reader", town, role);
            mvc.perform(get("/{tenant}/fields/{id}", town.slug(), energy).with(reader.browser()))
                    .andExpect(status().isOk());
            mvc.perform(post("/{tenant}/fields", town.slug())
                            .param("name", "Mine")
                            .with(reader.browser())
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void the_tree_leaves_as_a_table() throws Exception {
        add("Heat", add("Energy", null));

        page("/fields.csv").andExpect(content().string(containsString("\nEnergy / Heat,")));
        page("/fields.xlsx").andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "da", "de", "en"})
    void what_leaves_as_a_table_comes_in_unchanged_in_any_language_and_format(String language) throws Exception {
        sent(post("/{tenant}/fields/first", town.slug()));
        imported("field;sectors\nEnergi / Fjärrvärme / Spillvärme;gpc/i-4\nA / B;\n", false)
                .andExpect(jsonPath("$.added").value(2));
        add("Gas / oil", null);
        var before = written();

        for (var format : List.of("csv", "xlsx")) {
            var file = mvc.perform(get("/{tenant}/fields.{format}", town.slug(), format)
                            .with(coordinator.browser())
                            .header("Accept-Language", language))
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            imported(file, true).andExpect(jsonPath("$.same").value(before.size()));
        }
        assertThat(before).contains("Energi / Fjärrvärme / Spillvärme [gpc/i-4]", "Energi / Fjärrvärme []", "A / B []");
    }

    @Test
    void a_list_makes_fields_in_its_order_and_maps_those_that_are_there() throws Exception {
        add("Energy", null);

        imported(
                        "field of action;sectors\nTransport / Rail;GPC sectors: Railways\nTransport;-\nEnergy;"
                                + "\"gpc/i-4; gpc/i-1\"\nenergy / Wind;\n",
                        false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(3))
                .andExpect(jsonPath("$.changed").value(1));

        assertThat(written())
                .containsExactly(
                        "Energy [gpc/i-1, gpc/i-4]", "Energy / Wind []", "Transport []", "Transport / Rail [gpc/ii-2]");
        imported("field of action;sectors\nEnergy;\nTransport / Rail;-\n", false)
                .andExpect(jsonPath("$.same").value(1))
                .andExpect(jsonPath("$.changed").value(1));
        assertThat(written()).contains("Energy [gpc/i-1, gpc/i-4]", "Transport / Rail []");
    }

    @Test
    void a_wrong_row_says_why_and_no_field_is_made() throws Exception {
        imported("field;sectors\n;gpc/i-4\nRoads;gpc/joy\nHeat;\nheat;\n" + "x".repeat(201) + ";\n", false)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rows[*].code")
                        .value(contains(
                                "fields.nameless",
                                "fields.unknown-sector",
                                "activityexchange.becomes-field",
                                "lists.duplicate",
                                "fields.name-too-long")));

        assertThat(tree().isEmpty()).isTrue();
        page("/field-imports").andExpect(status().isOk());
        page("/fields").andExpect(content().string(containsString("/field-imports")));
    }

    @Test
    void a_sector_that_a_program_leaves_out_is_none() throws Exception {
        for (var sectors : List.of("[null]", "[{\"list\": \"gpc\"}]")) {
            mvc.perform(post("/api/v1/{tenant}/fields", town.slug())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\": \"Energy\", \"sectors\": " + sectors + "}")
                            .with(coordinator.token()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.code").value("fields.unknown-sector"));
        }
    }

    private ResultActions imported(String list, boolean dryRun) throws Exception {
        return imported(list.getBytes(StandardCharsets.UTF_8), dryRun);
    }

    private ResultActions imported(byte[] list, boolean dryRun) throws Exception {
        return mvc.perform(multipart("/api/v1/{tenant}/field-imports", town.slug())
                .file(new MockMultipartFile("file", "fields", "application/octet-stream", list))
                .param("dryRun", String.valueOf(dryRun))
                .with(coordinator.token())
                .header("Accept-Language", "en"));
    }

    private List<String> written() {
        return tree().inOrder().stream()
                .map(branch -> branch.path() + " "
                        + branch.field().sectors().stream()
                                .map(FieldSector::written)
                                .toList())
                .toList();
    }

    @Test
    void two_that_move_fields_at_once_tie_no_knot() throws Exception {
        var one = add("One", null);
        var other = add("Other", null);
        var started = new CountDownLatch(2);
        var under = Map.of(one, other, other, one);
        var threads = under.entrySet().stream()
                .map(move -> Thread.ofVirtual().start(() -> {
                    started.countDown();
                    try {
                        started.await();
                        world.in(
                                town,
                                () -> changes.change(
                                        move.getKey(),
                                        0,
                                        new Field.Terms("F" + move.getKey(), move.getValue(), List.of())));
                    } catch (InterruptedException never) {
                        throw new IllegalStateException(never);
                    } catch (Problem refused) {
                        assertThat(refused.messageKey()).isEqualTo("fields.contains-itself");
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(tree().inOrder()).hasSize(2);
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_fields() throws Exception {
        add("Energy", null);
        var page = get("/{tenant}/fields", town.slug()).with(coordinator.browser());
        mvc.perform(page).andExpect(status().isOk());
        int before = QueryCount.of(() -> mvc.perform(page));

        for (int i = 0; i < 20; i++) {
            goalIn(add("Field " + i, null));
        }

        assertThat(QueryCount.of(() -> mvc.perform(page))).isEqualTo(before);
    }

    @Test
    void the_database_keeps_names_apart_too() {
        add("Energy", null);

        assertThatThrownBy(() ->
                        world.in(town, () -> fields.insert(Field.fresh(UUID.randomUUID(), terms("ENERGY", null), 9))))
                .isInstanceOf(Problem.class);
    }

    private UUID goalIn(UUID field) throws Exception {
        return UUID.fromString(id(api(
                post("/api/v1/{tenant}/goals", town.slug()),
                Map.of("kind", "MILESTONE", "title", "Adopt a heating plan", "dueOn", "2027-12-31", "field", field))));
    }

    private UUID add(String name, @Nullable UUID parent) {
        return world.ask(town, () -> changes.add(terms(name, parent)).id());
    }

    private static Field.Terms terms(String name, @Nullable UUID parent) {
        return new Field.Terms(name, parent, List.of());
    }

    private ResultActions change(UUID field, String basedOn, String name) throws Exception {
        return sent(post("/{tenant}/fields/{id}", town.slug(), field)
                .param("name", name)
                .param("lockVersion", basedOn));
    }

    private ResultActions remove(UUID field, @Nullable UUID into) throws Exception {
        return sent(post("/{tenant}/fields/{id}/removal", town.slug(), field)
                .param("into", into == null ? "" : into.toString()));
    }

    private FieldTree tree() {
        return world.ask(town, fields::tree);
    }

    private List<String> history(UUID item) {
        return world.ask(
                town,
                () -> jdbc.sql("SELECT action FROM plan_change WHERE tenant_id = ? AND item_id = ? ORDER BY id")
                        .params(town.id(), item)
                        .query(String.class)
                        .list());
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(
                get("/" + town.slug() + path).with(coordinator.browser()).locale(Locale.ENGLISH));
    }

    private ResultActions sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(coordinator.browser()).with(csrf()).locale(Locale.ENGLISH));
    }

    private ResultActions api(MockHttpServletRequestBuilder request, Object body) throws Exception {
        return mvc.perform(request.with(coordinator.token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body)));
    }

    private static String id(ResultActions created) throws Exception {
        return JsonPath.read(created.andReturn().getResponse().getContentAsString(), "$.id");
    }

    private static ResultMatcher notice(String key) {
        return flash().attribute("notice", hasToString(containsString("key=" + key)));
    }
}
